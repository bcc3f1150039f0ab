/** What is measured on a trace: norms and gains of the gradient on its way back. */
import { at, clipped, grad, timeOf } from './cells';
import { norm } from './linear';
import { largestIn, normIn, numbersIn } from './trace';
import type { CellId, Op, Plan, Trace } from './types';

/**
 * ‖δ_t‖ for t = 0 … T, the norm of all that reaches S_t, before clipping; NaN where no gradient reaches. For another
 * state lane, C of the LSTM, the norm of its gradient. The same array for the same trace: not to be written to.
 */
export function deltaNorms(trace: Trace, lane = 'S'): Float64Array {
  return overTime(trace, `δ ${lane}`, (t) => normIn(trace, grad(at(lane, t))));
}

/** ‖δ̃_t‖ for t = 0 … T, the norm of what flows on from S_t: after clipping, where there is any. Kept likewise. */
export function flowNorms(trace: Trace, lane = 'S'): Float64Array {
  return overTime(trace, `δ̃ ${lane}`, (t) => {
    const state = at(lane, t);
    return normIn(trace, trace.plan.cells.has(clipped(state)) ? clipped(state) : grad(state));
  });
}

/**
 * ‖term of step t‖ of a weight's gradient for t = 0 … T, Frobenius; NaN where there is none. Of d vᵀ it is ‖d‖ ‖v‖, for
 * which no matrix is made. Kept likewise.
 */
export function termNorms(trace: Trace, weight: CellId): Float64Array {
  return kept(trace, `term ${weight}`, () => {
    const norms = new Float64Array(trace.plan.shape.T + 1).fill(Number.NaN);
    for (const { t, d, v } of trace.plan.terms.get(weight) ?? [])
      norms[t] = normIn(trace, d) * (v === undefined ? 1 : normIn(trace, v));
    return norms;
  });
}

/**
 * What is left of the gradient on its way from one state to the one before, S_t to S_{t−1} or C_t to C_{t−1}:
 * ‖all that the earlier receives from step t‖ / ‖what flows on from the later‖. NaN if nothing flows between them.
 */
export function gain(trace: Trace, t: number, lane = 'S'): number {
  const sent = flowing(trace, at(lane, t));
  const received = receivedFromNext(trace, at(lane, t - 1), t);
  return received && sent ? norm(received) / norm(sent) : Number.NaN;
}

const flowing = (trace: Trace, id: CellId) => numbersIn(trace, clipped(id)) ?? numbersIn(trace, grad(id));

/**
 * The cells of what a state receives from the operations of step t, one for each way: of a GRU's S_{t−1} what comes
 * through its gates and what is kept. Empty where nothing flows.
 */
export function waysBack(plan: Plan, state: CellId, t: number): readonly CellId[] {
  const parts = derivatives(plan).get(grad(state)) ?? [];
  return parts.filter(({ derives }) => derives && timeOf(derives.of) === t).map(({ out }) => out);
}

/** The sum of what a state receives from the operations of step t; undefined where nothing flows. */
export function receivedFromNext(trace: Trace, state: CellId, t: number): Float64Array | undefined {
  const ways = waysBack(trace.plan, state, t);
  if (ways.length === 0) return undefined;
  const [first, ...rest] = ways.map((out) => numbersIn(trace, out) as Float64Array);
  return first.map((v, i) => rest.reduce((sum, part) => sum + part[i], v));
}

/** The norm of that sum; NaN where nothing flows. */
export function receivedNorm(trace: Trace, state: CellId, t: number): number {
  const ways = waysBack(trace.plan, state, t);
  if (ways.length === 1) return normIn(trace, ways[0]);
  const received = receivedFromNext(trace, state, t);
  return received ? norm(received) : Number.NaN;
}

const derivativesOf = new WeakMap<Plan, Map<CellId, Op[]>>();

/** The operations that send something to a cell, by its gradient: those that write it, or one of its parts. */
function derivatives(plan: Plan): Map<CellId, Op[]> {
  let found = derivativesOf.get(plan);
  if (!found) {
    found = new Map();
    for (const op of plan.ops) {
      if (!op.derives) continue;
      const [whole] = op.out.split('/');
      found.set(whole, [...(found.get(whole) ?? []), op]);
    }
    derivativesOf.set(plan, found);
  }
  return found;
}

const overTime = (trace: Trace, name: string, read: (t: number) => number): Float64Array =>
  kept(trace, name, () => Float64Array.from({ length: trace.plan.shape.T + 1 }, (_, t) => read(t)));

const keptIn = new WeakMap<Trace, Map<string, Float64Array>>();

/** Measures of a whole trace are made once: many views ask for them, and a trace does not change. */
function kept(trace: Trace, name: string, make: () => Float64Array): Float64Array {
  let all = keptIn.get(trace);
  if (!all) {
    all = new Map();
    keptIn.set(trace, all);
  }
  const measure = all.get(name) ?? make();
  all.set(name, measure);
  return measure;
}

/**
 * The largest |entry| of a weight's gradient and of the terms that it is the sum of: of d vᵀ it is max |d| · max |v|, for
 * which no matrix is made. Only finite numbers count; 0 where there is none.
 */
export function largestTerm(trace: Trace, weight: CellId): number {
  let largest = largestIn(trace, grad(weight));
  for (const { d, v } of trace.plan.terms.get(weight) ?? []) {
    const size = largestIn(trace, d) * (v === undefined ? 1 : largestIn(trace, v));
    if (size > largest && size < Number.POSITIVE_INFINITY) largest = size;
  }
  return largest;
}
