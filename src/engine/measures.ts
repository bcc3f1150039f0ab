/** What is measured on a trace: norms and gains of the gradient on its way back. */
import { at, clipped, grad, timeOf } from './cells';
import { norm } from './linear';
import { numbersIn } from './trace';
import type { CellId, Op, Plan, Trace } from './types';

/**
 * ‖δ_t‖ for t = 0 … T, the norm of all that reaches S_t, before clipping; NaN where no gradient reaches. For another
 * state lane, C of the LSTM, the norm of its gradient.
 */
export function deltaNorms(trace: Trace, lane = 'S'): Float64Array {
  return overTime(trace, (t) => numbersIn(trace, grad(at(lane, t))));
}

/** ‖δ̃_t‖ for t = 0 … T, the norm of what flows on from S_t: after clipping, where there is any. */
export function flowNorms(trace: Trace, lane = 'S'): Float64Array {
  return overTime(trace, (t) => flowing(trace, at(lane, t)));
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

function overTime(trace: Trace, read: (t: number) => Float64Array | undefined): Float64Array {
  return Float64Array.from({ length: trace.plan.shape.T + 1 }, (_, t) => {
    const value = read(t);
    return value ? norm(value) : Number.NaN;
  });
}

/**
 * The largest |entry| of a weight's gradient and of the terms that it is the sum of: of d vᵀ it is max |d| · max |v|, for
 * which no matrix is made. Only finite numbers count; 0 where there is none.
 */
export function largestTerm(trace: Trace, weight: CellId): number {
  const most = (id: CellId) => {
    let largest = 0;
    for (const value of numbersIn(trace, id) ?? [])
      if (Math.abs(value) < Number.POSITIVE_INFINITY) largest = Math.max(largest, Math.abs(value));
    return largest;
  };
  const sizes = (trace.plan.terms.get(weight) ?? []).map(({ d, v }) => most(d) * (v ? most(v) : 1));
  return Math.max(most(grad(weight)), ...sizes.filter(Number.isFinite));
}
