/** The chain that carries the gradient of one error back: Jacobians, latest first, and what each leaves of it. */
import { at, clipped, grad } from './cells';
import { jacobian, pullBack } from './jacobian';
import { norm } from './linear';
import { deltaNorms, flowNorms, receivedFromNext } from './measures';
import { numbersIn } from './trace';
import type { Trace } from './types';

/** One factor: the Jacobian J_t = ∂S_t/∂S_{t−1} as what it does to the gradient that arrives at it. */
export interface Link {
  readonly t: number;
  /** ‖δ̃_t‖/‖δ_t‖, what clipping at the step leaves before J_t; 1 where it leaves all. */
  readonly clip: number;
  /** ‖δ_{t−1}‖/‖δ̃_t‖: what J_tᵀ does to this gradient's length. NaN where nothing arrives or all is cut. */
  readonly gain: number;
  /** ‖δ_{t−1}‖: what has come of δ_N; NaN where J_t is cut. */
  readonly left: number;
  /** Whether truncation leaves this factor out, and with it all before it. */
  readonly isCut: boolean;
}

/** One of a link's quotients, or undefined where it is of nothing by nothing: 0/0 is not a number that broke. */
export const quotientOf = (link: Link | undefined, quotient: number | undefined): number | undefined =>
  link?.left === 0 && Number.isNaN(quotient) ? undefined : quotient;

export interface Chain {
  /** The step whose error is followed. */
  readonly N: number;
  /** ‖δ_N‖: what sets out. */
  readonly start: number;
  /** J_N, J_{N−1}, … as far back as the gradient flows; a cut, if there is one, is the last. */
  readonly links: readonly Link[];
}

/**
 * The chain of a run with a single error.
 *
 * @param states the lanes that are followed, the clipped one first: `['S']`, or `['S', 'C']` for the LSTM, whose state is
 *   the pair (S_t, C_t). Followed alone, an LSTM's S has gains, but no product of its own Jacobians makes them.
 */
export function chainOf(trace: Trace, states: readonly string[] = ['S']): Chain {
  const { errorAt } = trace.plan.shape;
  const N = errorAt[errorAt.length - 1];
  if (states.length === 1) return chainOfOne(trace, states[0], N);
  const links: Link[] = [];
  let from = carriedTo(trace, N, states);
  for (let t = N; from && t >= 1; t--) {
    const sent = sentFrom(trace, t, states, from);
    const to = carriedTo(trace, t - 1, states);
    const left = to ? norm(to) : Number.NaN;
    const came = norm(from);
    links.push({
      t,
      // Equal sizes may both be ∞, whose quotient is none.
      clip: sent === from ? 1 : norm(sent) / came,
      gain: left / norm(sent),
      left,
      isCut: to === undefined,
    });
    from = to;
  }
  return { N, start: norm(carriedTo(trace, N, states) ?? []), links };
}

/** The chain of a single lane, from the norms of the sweep alone: no vector of a long sequence is touched. */
function chainOfOne(trace: Trace, lane: string, N: number): Chain {
  const [came, flows] = [deltaNorms(trace, lane), flowNorms(trace, lane)];
  const { cells } = trace.plan;
  const isThere = (t: number) => cells.has(grad(at(lane, t)));
  const links: Link[] = [];
  for (let t = N; t >= 1 && isThere(t); t--) {
    links.push({
      t,
      // Equal sizes may both be ∞, whose quotient is none.
      clip: came[t] === flows[t] ? 1 : flows[t] / came[t],
      gain: came[t - 1] / flows[t],
      left: came[t - 1],
      isCut: !isThere(t - 1),
    });
  }
  return { N, start: isThere(N) ? came[N] : 0, links };
}

/**
 * What of the error has come to the state of step t: δ_t and, for each further lane, what it receives from step t + 1
 * (what it receives through S_t is in δ_t already). One after the other, H numbers each; undefined where nothing comes.
 */
export function carriedTo(
  trace: Trace,
  t: number,
  [first, ...rest]: readonly string[],
): Float64Array | undefined {
  const delta = numbersIn(trace, grad(at(first, t)));
  const others = rest.map((lane) => receivedFromNext(trace, at(lane, t), t + 1));
  if (!delta && others.every((other) => other === undefined)) return undefined;
  return joined(trace, [delta, ...others]);
}

/** The same once δ_t was clipped at the step; the same array where nothing is clipped. */
function sentFrom(trace: Trace, t: number, [first]: readonly string[], came: Float64Array): Float64Array {
  const delta = numbersIn(trace, grad(at(first, t)));
  const cut = numbersIn(trace, clipped(at(first, t)));
  if (!cut || !delta || cut.every((v, i) => Object.is(v, delta[i]))) return came;
  const sent = came.slice();
  sent.set(cut);
  return sent;
}

/** Vectors of H numbers, one after the other; zeros for those that are not there. */
function joined(trace: Trace, parts: readonly (Float64Array | undefined)[]): Float64Array {
  const { H } = trace.plan.shape;
  const whole = new Float64Array(H * parts.length);
  parts.forEach((part, k) => {
    if (part) whole.set(part, k * H);
  });
  return whole;
}

/**
 * The Jacobian between two whole states, block by block: row-major, n × n with n = H for each lane, block [k][l] being
 * ∂states[k]_t/∂states[l]_{t−1}.
 */
export function stateJacobian(trace: Trace, t: number, states: readonly string[] = ['S']): Float64Array {
  const { H } = trace.plan.shape;
  const n = H * states.length;
  const matrix = new Float64Array(n * n);
  states.forEach((to, k) => {
    states.forEach((from, l) => {
      const block = jacobian(trace, t, to, from);
      for (let i = 0; i < H; i++) matrix.set(block.subarray(i * H, (i + 1) * H), (k * H + i) * n + l * H);
    });
  });
  return matrix;
}

/**
 * ‖(J_N ⋯ J_{j+1})ᵀ δ_N‖ for j = 0 … N with J_t = ∂S_t/∂S_{t−1} alone: what would come to S_j if S were all that is
 * carried. Of an RNN or a GRU it is ‖δ_j‖; of an LSTM it lacks all that goes by way of C. Without clipping or truncation.
 */
export function leftByStateAlone(trace: Trace): Float64Array {
  const { errorAt, H } = trace.plan.shape;
  const N = errorAt[errorAt.length - 1];
  const left = new Float64Array(N + 1);
  let v = numbersIn(trace, grad(at('S', N))) ?? new Float64Array(H);
  for (let t = N; t >= 0; t--) {
    left[t] = norm(v);
    if (t > 0) v = pullBack(trace, t, v);
  }
  return left;
}
