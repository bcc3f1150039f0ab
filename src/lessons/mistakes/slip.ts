/** A usual mistake: at which operations it can be made, what is then done there, and what is said of it. */
import type { CellId, Op, Plan } from '../../engine/types';
import type { mistakes, Said } from '../../messages/en/mistakes';
import type { Deed } from './redo';

/** The mistakes there are, named as their sentences are. */
export type MistakeId = Exclude<keyof typeof mistakes, 'nothingTyped' | 'oneNumber'>;

export interface Slip {
  readonly id: MistakeId;
  /** Whether it can be made in the forward pass or after it. */
  readonly isForward?: boolean;
  /** Named only where no other mistake gives the same number. */
  readonly isVague?: boolean;
  /** Made at the last operation that allows it and nowhere else: made everywhere it would be another mistake. */
  readonly isOnce?: boolean;
  /** Made everywhere or not at all. */
  readonly isEverywhere?: boolean;
  /** What is done at an operation instead; undefined where the mistake cannot be made. */
  at(op: Op, plan: Plan): Deed | undefined;
  /** What is said of it, where `op` is the last operation at which it was made. */
  say(op: Op, isEverywhere: boolean, plan: Plan): Said;
}

/** The operation that writes a cell; undefined for what is given. */
export const writerOf = (plan: Plan, id: CellId): Op | undefined => {
  const cell = plan.cells.get(id);
  const op = cell && plan.ops[cell.doneAt - 1];
  return op?.out === id ? op : undefined;
};

/** The operation of the forward pass whose derivative this one is. */
export const derivedFrom = (plan: Plan, { derives }: Op): Op | undefined =>
  derives && writerOf(plan, derives.of);

/** Whether the entries of two cells can stand for each other. */
export const isAlike = (plan: Plan, one: CellId, other: CellId): boolean => {
  const [a, b] = [plan.cells.get(one), plan.cells.get(other)];
  return a !== undefined && a.rows === b?.rows && a.cols === b.cols;
};

export const isSquare = (plan: Plan, id: CellId): boolean => {
  const cell = plan.cells.get(id);
  return cell !== undefined && cell.rows === cell.cols && cell.rows > 1;
};
