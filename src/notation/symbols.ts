import { grad, partial } from '../engine';
import type { CellId, Plan } from '../engine/types';

/** What a cell's name says, taken apart. */
export interface Named {
  /** How the cell stands to the quantity: itself, its gradient, a part of the gradient, … */
  readonly kind: 'value' | 'gradient' | 'via' | 'clipped' | 'term' | 'sum' | 'next';
  /** The quantity's letters: `S` for `S3`, `d:S3`, `clip:S3`; `Ws` for `d:Ws@3`. */
  readonly lane: string;
  /** Its time step; for a term or a sum the step of the term; undefined for what is the same at every step. */
  readonly t: number | undefined;
  /** For a part of a gradient: the cell it comes through. */
  readonly from?: CellId;
}

const split = (id: string): { lane: string; t: number | undefined } => {
  const digits = /\d+$/.exec(id)?.[0];
  return digits === undefined
    ? { lane: id, t: undefined }
    : { lane: id.slice(0, -digits.length), t: Number(digits) };
};

/** Takes a cell's name (made by `engine/cells.ts`) apart. */
export const readName = (id: CellId): Named => {
  const [, prefix = '', rest = id] = /^(d|clip|sum|next):(.*)$/.exec(id) ?? [];
  if (prefix === '') return { kind: 'value', ...split(id) };
  if (prefix === 'next') return { kind: 'next', ...split(rest) };
  if (prefix === 'clip') return { kind: 'clipped', ...split(rest) };
  const [weight, step] = rest.split('@');
  if (step !== undefined) return { kind: prefix === 'sum' ? 'sum' : 'term', lane: weight, t: Number(step) };
  const [of, from] = rest.split('/');
  return from === undefined ? { kind: 'gradient', ...split(of) } : { kind: 'via', ...split(of), from };
};

/** A letter and its index: `W` and `s`, `S` and `3`, `W` and `hh`. */
export interface Letter {
  readonly base: string;
  readonly sub?: string;
}

const weightNames: Readonly<Record<string, Letter>> = {
  Wx: { base: 'W', sub: 'x' },
  Ws: { base: 'W', sub: 's' },
  Wy: { base: 'W', sub: 'y' },
  bs: { base: 'b', sub: 's' },
  bx: { base: 'b', sub: 'x' },
  by: { base: 'b', sub: 'y' },
  theta: { base: 'θ' },
  eta: { base: 'η' },
};

/** The letter that a quantity is written with. */
export const letterOf = ({ lane, t }: { lane: string; t: number | undefined }): Letter => {
  // A range of rows of another cell, an LSTM's gate: `a.i3` is a_{i,3}.
  const [base, part] = lane.split('.');
  const sub = [part, t].filter((index) => index !== undefined).join(',');
  return weightNames[lane] ?? (sub === '' ? { base } : { base, sub });
};

/** How the error is named in gradients: `E₃` where it is taken at one step, else `E`. */
export const errorOf = (plan: Plan | undefined): Letter =>
  plan === undefined ? { base: 'E' } : letterOf(readName(plan.error));

/** The result that a pre-activation leads to: the gradient that comes through `a4` is said to come from `S4`. */
export const makerOf = (consumer: CellId): CellId =>
  consumer.replace(/^a(?=\d)/, 'S').replace(/^o(?=\d)/, 'Y');

const beyondClip = new WeakMap<Plan, ReadonlySet<CellId>>();

/**
 * Whether a cell was made from a clipped gradient. Such a cell is not the gradient of anything, so it is written with
 * a tilde; δ_t alone keeps its name, because δ̃_t is the name of what clipping makes of it.
 */
export const isBeyondClip = (id: CellId, plan: Plan | undefined): boolean => {
  if (plan === undefined || plan.shape.clip === 'off') return false;
  let beyond = beyondClip.get(plan);
  if (beyond === undefined) {
    const found = new Set<CellId>();
    // A cell may be another one's numbers under a name of its own (a bias' term is ∂E/∂a_t): it shares their place.
    const places = new Set<number>();
    const isFound = (cell: CellId) => found.has(cell) || places.has(plan.cells.get(cell)?.offset ?? -1);
    for (const op of plan.ops) {
      if (op.rule !== 'clip' && !op.in.some(isFound)) continue;
      found.add(op.out);
      const offset = plan.cells.get(op.out)?.offset ?? -1;
      if (offset >= 0) places.add(offset);
    }
    // A weight's whole gradient is the last of its sums.
    for (const weight of plan.weights)
      if (termsOf(plan, weight).some((t) => found.has(partial(weight, t)))) found.add(grad(weight));
    for (const cell of plan.cells.keys()) if (cell.startsWith('d:') && isFound(cell)) found.add(cell);
    beyond = found;
    beyondClip.set(plan, found);
  }
  return beyond.has(id);
};

/** The steps, latest first, at which a weight's gradient has a term. */
export const termsOf = (plan: Plan, weight: string): readonly number[] =>
  plan.ops.flatMap((op) => (op.out.startsWith(`sum:${weight}@`) ? [op.t] : []));

/** What a cell is, for its shape and colour. */
export type Category = 'value' | 'gradient' | 'weight' | 'input' | 'error';

const weightLanes = new Set(['Wx', 'Ws', 'Wy', 'bs', 'bx', 'by']);

/** What a cell is, for its shape and colour. θ and η count as inputs: they are set. */
export const categoryOf = (id: CellId): Category => {
  const { kind, lane, t } = readName(id);
  if (kind !== 'value' && kind !== 'next') return 'gradient';
  if (weightLanes.has(lane)) return 'weight';
  if (lane === 'E') return 'error';
  if (lane === 'x' || lane === 'd' || lane === 'theta' || lane === 'eta' || t === 0) return 'input';
  return 'value';
};
