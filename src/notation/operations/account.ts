import { norm, numbersIn } from '../../engine';
import type { Activation, CellId, Op, Plan, Trace } from '../../engine/types';
import type { Relation } from '../expression';
import { formatPercent } from '../numbers';
import { readName } from '../symbols';

/** What is said of one operation. Sentences hold cells as markers, see `marked.ts`. */
export interface Account {
  readonly title: string;
  /** Why it is so, in one plain sentence or two. */
  readonly why: string;
  readonly symbols: readonly Relation[];
  /** Where numbers are put into other equations than these. */
  readonly numbers?: readonly Relation[];
}

/** One operation and the run it belongs to. */
export interface Scene {
  readonly op: Op;
  readonly plan: Plan;
  readonly trace: Trace;
}

/** Gives the account of an operation; tables of these are keyed by rule, or by rule and lane. */
export type Teller = (scene: Scene) => Account;

/** The numbers of a cell of this run. */
export const numbersOf = ({ trace }: Scene, id: CellId): Float64Array => {
  const values = numbersIn(trace, id);
  if (values === undefined) throw new Error(`The run has no cell ${id}.`);
  return values;
};

/** Whether a cell holds one number. */
export const isSingle = ({ plan }: Scene, id: CellId): boolean => {
  const cell = plan.cells.get(id);
  return cell !== undefined && cell.rows * cell.cols === 1;
};

/** The operation that writes a cell; undefined for what is given. */
export const writerOf = (plan: Plan, id: CellId): Op | undefined => {
  const cell = plan.cells.get(id);
  const op = cell === undefined ? undefined : plan.ops[cell.doneAt - 1];
  return op?.out === id ? op : undefined;
};

/** The error steps in words need no list: whether the error is taken at the last step only. */
export const isLastOnly = ({ shape }: Plan): boolean =>
  shape.errorAt.length === 1 && shape.errorAt[0] === shape.T;

/** Which activation a slope rule belongs to. */
export const activationOf = (rule: string): Activation => rule.replace('Slope', '') as Activation;

/** The lane an operation writes: `a`, `S`; of a gradient the lane of what it is the gradient of. */
export const laneOf = (op: Op): string => readName(op.out).lane;

/** What a gradient belongs to: `a4` for `d:a4`, also for the part of one error. */
export const madeOf = (gradient: CellId): CellId => {
  const { lane, t } = readName(gradient);
  return t === undefined ? lane : `${lane}${t}`;
};

/** ‖one cell‖ / ‖another‖ in per cent; undefined where there is none (0/0, or beyond a double). */
export const shareOf = (scene: Scene, part: CellId, whole: CellId): string | undefined => {
  const share = norm(numbersOf(scene, part)) / norm(numbersOf(scene, whole));
  return Number.isFinite(share) ? formatPercent(share) : undefined;
};
