/**
 * The gradient with respect to all that one step carries to the next. For the RNN and the GRU that is S_t and so δ_t; for
 * the LSTM it is the pair (S_t, C_t), each of the two with the other held fixed. What C_t does through S_t is then told
 * once, in δ_t: as an initial state the pair would receive this very gradient, and Jacobians of the pair multiply to it.
 */
import { at, clipped, grad } from './cells';
import { norm } from './linear';
import { receivedFromNext, waysBack } from './measures';
import { doneAt, numbersIn } from './trace';
import type { CellId, Plan, Trace } from './types';

/**
 * ∂E/∂(S_t, C_t), one after the other: δ_t, or δ̃_t where it was clipped, and what C_t receives from the step after it.
 * Undefined where no gradient reaches.
 */
export function carriedGradient(trace: Trace, t: number): Float64Array | undefined {
  return carried(trace, t, (id) => numbersIn(trace, clipped(id)) ?? numbersIn(trace, grad(id)));
}

/** ‖∂E/∂(S_t, C_t)‖ for t = 0 … T as it came in, before clipping, and as it flows on; NaN where no gradient reaches. */
export function carriedNorms(trace: Trace): { readonly came: Float64Array; readonly flows: Float64Array } {
  const steps = { length: trace.plan.shape.T + 1 };
  const size = (value: Float64Array | undefined) => (value ? norm(value) : Number.NaN);
  return {
    came: Float64Array.from(steps, (_, t) => size(carried(trace, t, (id) => numbersIn(trace, grad(id))))),
    flows: Float64Array.from(steps, (_, t) => size(carriedGradient(trace, t))),
  };
}

function carried(
  trace: Trace,
  t: number,
  ofFirst: (id: CellId) => Float64Array | undefined,
): Float64Array | undefined {
  const [first, ...rest] = trace.plan.program.states;
  return joined([ofFirst(at(first, t)), ...rest.map((lane) => receivedFromNext(trace, at(lane, t), t + 1))]);
}

/**
 * What is left of the gradient on its way from step t to the step before: ‖all that S_{t−1} and C_{t−1} receive from
 * step t‖ / ‖what flows on from S_t and C_t‖. NaN if nothing flows between them.
 */
export function carriedGain(trace: Trace, t: number): number {
  const sent = carriedGradient(trace, t);
  const { states } = trace.plan.program;
  const received = joined(states.map((lane) => receivedFromNext(trace, at(lane, t - 1), t)));
  return sent && received ? norm(received) / norm(sent) : Number.NaN;
}

/** The playheads from which on ∂E/∂(S_t, C_t) has come in, and has flown on; ∞ where no gradient reaches. */
export function carriedDoneAt(plan: Plan, t: number): { readonly came: number; readonly flown: number } {
  const [first, ...rest] = plan.program.states;
  const others = rest.flatMap((lane) => waysBack(plan, at(lane, t), t + 1).map((way) => doneAt(plan, way)));
  const own = doneAt(plan, grad(at(first, t)));
  const cut = clipped(at(first, t));
  const came = Number.isFinite(own) ? Math.max(own, ...others) : Math.max(...others, 0) || own;
  return { came, flown: plan.cells.has(cut) ? Math.max(came, doneAt(plan, cut)) : came };
}

/** The playhead from which on all that step t − 1 receives from step t is known; ∞ where nothing flows. */
export function receivedAt(plan: Plan, t: number): number {
  const ways = plan.program.states.flatMap((lane) => waysBack(plan, at(lane, t - 1), t));
  return ways.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...ways.map((way) => doneAt(plan, way)));
}

/**
 * One of the ways of an LSTM's gradient: along C alone, where only the forget gates stand. ‖f_{t+1} ⊙ … ⊙ f_N ⊙ ∂E/∂C_N‖
 * for t = 0 … T, with N the last step that a gradient reaches; NaN beyond N and where truncation cuts. Undefined for a
 * cell without C. (The "constant error carousel" of Hochreiter & Schmidhuber 1997, with the forget gate of Gers et al. 2000.)
 */
export function forgetPath(trace: Trace): Float64Array | undefined {
  const { plan } = trace;
  if (!plan.program.states.includes('C')) return undefined;
  const norms = new Float64Array(plan.shape.T + 1).fill(Number.NaN);
  let along: Float64Array | undefined;
  for (let t = plan.shape.T; t >= 0; t--) {
    if (along && waysBack(plan, at('C', t), t + 1).length === 0) break;
    const gate = numbersIn(trace, at('f', t + 1));
    along = along ? along.map((v, i) => v * (gate as Float64Array)[i]) : numbersIn(trace, grad(at('C', t)));
    if (along) norms[t] = norm(along);
  }
  return norms;
}

/** Vectors one after the other; undefined if there is none. */
function joined(parts: readonly (Float64Array | undefined)[]): Float64Array | undefined {
  const there = parts.filter((part) => part !== undefined);
  return there.length === 0 ? undefined : Float64Array.from(there.flatMap((part) => Array.from(part)));
}
