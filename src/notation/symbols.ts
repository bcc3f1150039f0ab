import { grad, partial } from '../engine';
import type { CellId, Plan } from '../engine/types';
import { isDeltaOfArgument, nameIn } from './convention';

/** What a cell's name says, taken apart. */
export interface Named {
  /** How the cell stands to the quantity: itself, its gradient, a part of the gradient, … */
  readonly kind: 'value' | 'gradient' | 'via' | 'clipped' | 'term' | 'sum' | 'next' | 'unbiased' | 'norm';
  /** The quantity's letters: `S` for `S3`, `d:S3`, `clip:S3`; `Ws` for `d:Ws@3`; `v:Ws` for `next:v:Ws`. */
  readonly lane: string;
  /** Its time step; for a term or a sum the step of the term; undefined for what is the same at every step. */
  readonly t: number | undefined;
  /** Its time step as it is written: `3`, or the letter of any step, `t`, `N`, `t−1`. */
  readonly index: string | undefined;
  /** For a part of a gradient: the cell it comes through. */
  readonly from?: CellId;
  /** For the part of a gradient that stems from one error only (a horizon tells them apart): the step of that error. */
  readonly error?: number;
  /** A sum of parts that is not complete yet. */
  readonly isUnfinished?: boolean;
}

type Place = Pick<Named, 'lane' | 't' | 'index'>;

/** A step as a number, or as the letter that stands for any. */
const stepOf = (lane: string, index?: string): Place => {
  const t = Number(index);
  return { lane, t: t >= 0 ? t : undefined, index };
};

/** `S3` is of step 3, `S_t` of any. */
const split = (id: string): Place => {
  const [, lane = id, step, letter] = /^(.*?)(?:(\d+)|_(.+))?$/.exec(id) ?? [];
  return stepOf(lane, step ?? letter);
};

/** `~a`, `~b`, … `~ba`: how many steps later the error was taken, in letters. */
const ageIn = (letters: string): number =>
  [...letters].reduce((age, letter) => age * 26 + letter.charCodeAt(0) - 97, 0);

/** Takes a cell's name (made by `engine/cells.ts`) apart. */
export const readName = (id: CellId): Named => {
  const [, prefix = '', rest = id] = /^(d|clip|sum|next|unbiased|norm):(.*)$/.exec(id) ?? [];
  if (prefix === '') return { kind: 'value', ...split(id) };
  if (prefix === 'norm') return { kind: 'norm', ...stepOf('W') };
  if (prefix === 'next' || prefix === 'unbiased') return { kind: prefix, ...split(rest) };
  if (prefix === 'clip') return { kind: 'clipped', ...split(rest) };
  const [weight, step] = rest.split('@');
  if (step !== undefined) return { kind: prefix === 'sum' ? 'sum' : 'term', ...stepOf(weight, step) };
  // A copy of a gradient at another's place is that gradient.
  const [, whole, plus, letters] = /^([^~+=]*)(\+?)~?([a-z]*)/.exec(rest.split('=')[0]) ?? ['', rest, '', ''];
  const [of, from] = whole.split('/');
  const itself = split(of);
  if (plus === '+') return { kind: 'via', ...itself, isUnfinished: true };
  const error = letters === '' || itself.t === undefined ? undefined : itself.t + ageIn(letters);
  if (from !== undefined) return { kind: 'via', ...itself, from, error };
  return error === undefined ? { kind: 'gradient', ...itself } : { kind: 'via', ...itself, error };
};

/** A letter and its index: `W` and `s`, `S` and `3`, `W` and `hh`. */
export interface Letter {
  readonly base: string;
  readonly sub?: string;
  /** Instead of an index, the weight that it belongs to: the v of W_s. */
  readonly of?: Letter;
}

/**
 * Lanes whose names in the program are not their letters. The GRU's pre-activations are the a of a gate; what its
 * reset gate lets through is p. (The LSTM's output gate is q here as in the program: o is what leads to the output.)
 */
const lanes: Readonly<Record<string, string>> = {
  ar: 'a.r',
  az: 'a.z',
  an: 'a.n',
  rw: 'p',
  beta: 'β',
  theta: 'θ',
  eta: 'η',
  momentum: 'μ',
  epsilon: 'ε',
  updates: 'k',
};

/** The letter that a quantity is written with. */
export const letterOf = ({ lane, index }: { readonly lane: string; readonly index?: string }): Letter => {
  const [memory, weight] = lane.split(':');
  if (weight !== undefined) return { base: memory, of: letterOf({ lane: weight }) };
  // A weight is a letter and its index; a range of rows of another cell, an LSTM's gate, `a.i3`, is a_{i,3}.
  const [base, part] = (lanes[lane] ?? nameIn(lane).replace(/^[Wb]\B/, '$&.')).split('.');
  // The step of a weight's term is no index of the weight: it is the same at every step.
  const sub = [part, weightLanes.test(lane) ? undefined : index].filter((one) => one !== undefined).join(',');
  return sub === '' ? { base } : { base, sub };
};

/** How the error is named in gradients: `E₃` where it is taken at one step, else `E`. */
export const errorOf = (plan: Plan | undefined): Letter => letterOf(readName(plan?.error ?? 'E'));

/** Whether δ stands for a gradient: for that of the state, unless a course has it stand for that of a_t. */
export const isDelta = ({ lane, t }: Named): boolean =>
  isDeltaOfArgument() ? letterOf({ lane }).base === 'a' : lane === 'S' && t !== 0;

/**
 * The result that a pre-activation leads to: the gradient that comes through `a4` is said to come from `S4`. An LSTM's
 * a_t leads to both of its states, so there it is said to come from a_t itself.
 */
export const makerOf = (consumer: CellId, plan?: Plan): CellId =>
  plan?.shape.cell === 'lstm'
    ? consumer.replace(/^o(?=\d)/, 'Y')
    : consumer.replace(/^a(?=\d)/, 'S').replace(/^o(?=\d)/, 'Y');

/** States have several ways in; of anything else the one that there is need not be named. */
const manyWays = new Set(['S', 'C']);

/** Where a part of a gradient comes from: the cell it comes through, and the error it stems from. */
export const sourcesOf = ({ lane, from, error }: Named, plan?: Plan): readonly CellId[] => [
  ...(from === undefined || (error !== undefined && !manyWays.has(lane)) ? [] : [makerOf(from, plan)]),
  ...(error === undefined ? [] : [`E${error}`]),
];

const beyondClip = new WeakMap<Plan, ReadonlySet<CellId>>();

/**
 * Whether a cell was made from a clipped gradient. Such a cell is not the gradient of anything, so it is written with
 * a tilde; what arrives at a state alone keeps its name, because with a tilde that names what clipping makes of it.
 */
export const isBeyondClip = (id: CellId, plan: Plan | undefined): boolean => {
  const { kind, lane, t } = readName(id);
  if (kind === 'clipped') return true;
  if (plan === undefined || plan.shape.clip !== 'step' || (lane === 'S' && t !== 0)) return false;
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

const stepsOfTerms = new WeakMap<Plan, Map<string, readonly number[]>>();

/** The steps, latest first, at which a weight's gradient has a term. */
export const termsOf = (plan: Plan, weight: string): readonly number[] => {
  const known = stepsOfTerms.get(plan) ?? new Map<string, readonly number[]>();
  stepsOfTerms.set(plan, known);
  const steps = known.get(weight) ?? (plan.terms.get(weight) ?? []).map(({ t }) => t);
  known.set(weight, steps);
  return steps;
};

const weightLanes = /^[Wb][xsy]$/;
