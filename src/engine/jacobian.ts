/** Jacobians between successive states, by the same rules as the sweep: one walk backward for each row. */
import { applyRule, type Sized } from './applyRule';
import { at, grad, term } from './cells';
import { ofStep } from './of-step';
import type { Program } from './programs/program';
import { type Backward, reverse } from './reverse';
import { rules, type Size } from './rules';
import { numbersIn } from './trace';
import type { CellId, Trace } from './types';

/**
 * ∂to_t/∂from_{t−1}, where `to` and `from` are state lanes (S; for the LSTM also C), the other states of step t − 1 held
 * fixed: row-major, H × H, entry [i][j] = ∂to_t[i]/∂from_{t−1}[j]. Local: neither truncation nor clipping changes it.
 */
export function jacobian(trace: Trace, t: number, to = 'S', from = 'S'): Float64Array {
  const { H } = trace.plan.shape;
  const walk = walkFrom(trace, t, at(to, t));
  const matrix = new Float64Array(H * H);
  for (let i = 0; i < H; i++) {
    const seed = new Float64Array(H);
    seed[i] = 1;
    const row = follow(trace, walk, seed, grad(at(from, t - 1)));
    if (row) matrix.set(row, i * H);
  }
  return matrix;
}

/**
 * What a vector v at state `to` of step t becomes at state `from` of step t − 1: (∂to_t/∂from_{t−1})ᵀ v, H numbers,
 * without making the matrix. Local, as `jacobian` is.
 */
export function pullBack(trace: Trace, t: number, v: Float64Array, to = 'S', from = 'S'): Float64Array {
  const walk = walkFrom(trace, t, at(to, t));
  return follow(trace, walk, v, grad(at(from, t - 1))) ?? new Float64Array(trace.plan.shape.H);
}

/**
 * How a state of step t answers to what W_s S_{t−1} is added to (a_t; of a GRU w_t): in each of the cells an entry
 * answers to its own rows alone, so that ∂to_t/∂S_{t−1} is the sum over the gates of diag(these rows) times the gate's
 * rows of W_s. One number for each row of W_s; for an RNN g_1′(a_t).
 */
export function slopesOfGates(trace: Trace, t: number, to = 'S'): Float64Array {
  const { H, cell } = trace.plan.shape;
  const ones = new Float64Array(H).fill(1);
  const lane = cell === 'gru' ? 'w' : 'a';
  return follow(trace, walkFrom(trace, t, at(to, t)), ones, grad(at(lane, t))) as Float64Array;
}

/**
 * ∂⁺S_t/∂W, the immediate derivative: how S_t answers to the copy of a weight that step t itself uses, S_{t−1} held
 * fixed; in the weight's own shape. In each of the cells entry S_t[i] answers to row i of the weight alone (of a gated
 * cell: row i of each gate), so entry [i][j] is ∂S_t[i]/∂W[i][j], and the term of step t in ∂E/∂W is this with row i times
 * δ_t[i]. Undefined for a weight that S_t does not depend on.
 */
export function immediateDerivative(trace: Trace, weight: CellId, t: number): Float64Array | undefined {
  const { weights } = trace.plan.program;
  const ones = new Float64Array(trace.plan.shape.H).fill(1);
  return follow(trace, walkFrom(trace, t, at('S', t), weights), ones, term(weight, t));
}

/**
 * The two vectors that ∂⁺S_t/∂W is made of, d vᵀ, or d alone for a bias: enough to tell its norm and its largest entry.
 * Undefined for a weight that S_t does not depend on.
 */
export function immediateFactors(
  trace: Trace,
  weight: CellId,
  t: number,
): { readonly d: Float64Array; readonly v: Float64Array | undefined } | undefined {
  const { weights } = trace.plan.program;
  const walk = walkFrom(trace, t, at('S', t), weights);
  const [own] = walk.terms.get(weight) ?? [];
  const ones = new Float64Array(trace.plan.shape.H).fill(1);
  const d = own && follow(trace, walk, ones, own.d);
  return d && { d, v: own.v === undefined ? undefined : numbersIn(trace, own.v) };
}

/** The operations of step t alone, walked backward from one of its states, to the weights only where they are named. */
function walkFrom(
  { plan }: Trace,
  t: number,
  state: CellId,
  weights: Program['weights'] = new Map(),
): Backward {
  const { steps, views } = ofStep(plan, t);
  return reverse({ ...plan.program, steps, views, weights }, { clip: 'off' }, state);
}

/** Runs a walk from its seed and reads one gradient; undefined if the walk does not come there. */
function follow(trace: Trace, walk: Backward, seed: Float64Array, wanted: CellId): Float64Array | undefined {
  const made = new Map<CellId, Float64Array>([['seed', seed]]);
  const read = (id: CellId): Sized => {
    const alias = walk.aliases.get(id);
    if (alias !== undefined) return read(alias);
    const numbers = made.get(id);
    if (numbers) return { rows: numbers.length, cols: 1, numbers };
    return { ...(trace.plan.cells.get(id) as Size), numbers: numbersIn(trace, id) as Float64Array };
  };
  for (const op of walk.steps) {
    const inputs = op.in.map(read);
    const result = applyRule(op, rules[op.rule].size(inputs), inputs);
    const view = walk.views.get(op.out);
    made.set(op.out, result);
    if (!view) continue;
    const whole = made.get(view.of) ?? new Float64Array(sizeOfWhole(trace, view.of));
    whole.set(result, view.from);
    made.set(view.of, whole);
  }
  const isThere = made.has(wanted) || walk.aliases.has(wanted);
  return isThere ? Float64Array.from(read(wanted).numbers) : undefined;
}

const sizeOfWhole = (trace: Trace, id: CellId): number =>
  trace.plan.cells.get(id.slice('d:'.length))?.rows ?? 0;
