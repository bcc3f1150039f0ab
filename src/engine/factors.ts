/** What a Jacobian between states is made of, so that each of its reasons can be told apart. */
import { at, clipped, grad } from './cells';
import { slopesOfGates } from './jacobian';
import { norm, spectralNorm } from './linear';
import { waysBack } from './measures';
import { numbersIn } from './trace';
import type { Activation, Trace } from './types';

/** γ, the largest slope that an activation has anywhere. */
export const steepestSlope = (g: Activation): number => (g === 'sigmoid' ? 0.25 : 1);

/** One gate's part in ∂to_t/∂S_{t−1}: diag(slopes) times its rows of W_s. An RNN has one, without a name. */
export interface GatePart {
  readonly gate: string;
  /** How the state answers to the gate's pre-activation, entry by entry: for an RNN g_1′(a_t). */
  readonly slopes: Float64Array;
  /** σ_max of the gate's rows of W_s. */
  readonly sigma: number;
}

const gatesOf = { rnn: [''], lstm: ['i', 'f', 'g', 'q'], gru: ['r', 'z', 'n'] } as const;

/** What ∂to_t/∂S_{t−1} is the sum of; a GRU's has diag(z_t) besides. */
export function gateParts(trace: Trace, t: number, to = 'S'): readonly GatePart[] {
  const { cell, H } = trace.plan.shape;
  const slopes = slopesOfGates(trace, t, to);
  const Ws = numbersIn(trace, 'Ws') as Float64Array;
  return gatesOf[cell].map((gate, k) => ({
    gate,
    slopes: slopes.subarray(k * H, (k + 1) * H),
    sigma: spectralNorm(Ws.subarray(k * H * H, (k + 1) * H * H), H),
  }));
}

/** The gain of an RNN's J_tᵀ as the product of its two reasons: δ_{t−1} = W_sᵀ (g_1′(a_t) ⊙ δ̃_t). */
export interface Split {
  /** ‖g_1′(a_t) ⊙ δ̃_t‖/‖δ̃_t‖: at most γ; small where the units that the gradient goes through are saturated. */
  readonly slopes: number;
  /** ‖W_sᵀ ∂E/∂a_t‖/‖∂E/∂a_t‖: at most σ_max(W_s). */
  readonly weights: number;
}

/** Undefined for a cell with gates, and where nothing flows from S_t to S_{t−1}. */
export function splitGain(trace: Trace, t: number): Split | undefined {
  if (trace.plan.shape.cell !== 'rnn') return undefined;
  const sent = numbersIn(trace, clipped(at('S', t))) ?? numbersIn(trace, grad(at('S', t)));
  const da = numbersIn(trace, grad(at('a', t)));
  const [way] = waysBack(trace.plan, at('S', t - 1), t);
  const arrived = way === undefined ? undefined : numbersIn(trace, way);
  if (!sent || !da || !arrived) return undefined;
  return { slopes: norm(da) / norm(sent), weights: norm(arrived) / norm(da) };
}

/** Why an RNN's factor makes a gradient shorter or longer. */
export type Reason =
  /** Nothing arrives at it. */
  | 'nothing'
  /** Every unit that the gradient goes through has slope 0. */
  | 'dead'
  /** The units are saturated: their slopes are far below γ. */
  | 'saturation'
  /** The activation is flat everywhere: the sigmoid's slope is ¼ at most. */
  | 'activation'
  /** W_s shrinks every vector: σ_max(W_s) < 1. */
  | 'smallWeights'
  /** W_s could stretch, but not this gradient: it shrinks its direction. */
  | 'direction'
  /** Saturation and the weights take about as much away. */
  | 'both'
  | 'keeps'
  | 'grows'
  /** ∞ or NaN. */
  | 'broken';

/** As close to 1 as this, a gain keeps the length. */
const KEEPS = 0.005;
/** Two reasons are alike if one's part in the logarithm is no more than so many times the other's. */
const ALIKE = 1.5;

/**
 * The main reason: of saturation (slopes/γ), the activation itself (γ) and the weights, whose product is the gain, the
 * one that takes most away.
 * Where saturation and the weights take about as much, it is both.
 *
 * @param sigma σ_max(W_s)
 */
export function reasonOf({ slopes, weights }: Split, g1: Activation, sigma: number): Reason {
  const gamma = steepestSlope(g1);
  if (Number.isNaN(slopes)) return 'nothing';
  if (slopes === 0) return 'dead';
  const gain = slopes * weights;
  if (!Number.isFinite(gain)) return 'broken';
  if (Math.abs(gain - 1) < KEEPS) return 'keeps';
  if (gain > 1) return 'grows';
  const ofWeights = sigma < 1 ? 'smallWeights' : 'direction';
  const reasons: readonly (readonly [Reason, number])[] = [
    ['saturation', slopes / gamma],
    ['activation', gamma],
    [ofWeights, weights],
  ];
  const [first, second] = reasons.toSorted(([, one], [, other]) => one - other);
  const isAlike = second[1] < 1 && Math.log(first[1]) > ALIKE * Math.log(second[1]);
  return isAlike && first[0] !== 'activation' && second[0] !== 'activation' ? 'both' : first[0];
}

/**
 * γ σ_max(W_s): no gradient of an RNN grows by more in one step, whatever its states are. Undefined for a cell with
 * gates, where the gates' values, not one matrix, decide.
 */
export function boundPerStep(trace: Trace): number | undefined {
  const { cell, g1, H } = trace.plan.shape;
  const Ws = numbersIn(trace, 'Ws');
  return cell === 'rnn' && Ws ? steepestSlope(g1) * sizeOf(Ws, H) : undefined;
}

let latest: { readonly Ws: Float64Array; readonly size: number } | undefined;

/** σ_max of a matrix; of the same numbers as the time before it is not found again: runs share their weights. */
function sizeOf(Ws: Float64Array, H: number): number {
  const isSame = latest?.Ws.length === Ws.length && latest.Ws.every((value, i) => Object.is(value, Ws[i]));
  if (!latest || !isSame) latest = { Ws, size: spectralNorm(Ws, H) };
  return latest.size;
}

/** The ways by which a gated cell's gradient comes back, each as a share of what was sent: they add up as vectors. */
export interface Ways {
  /** Past the update gate alone: diag(z_t). */
  readonly kept: number;
  /** Through the gates and W_s. */
  readonly gates: number;
}

/** Of a GRU; undefined for other cells, and where nothing flows from S_t to S_{t−1}. */
export function waysOf(trace: Trace, t: number): Ways | undefined {
  if (trace.plan.shape.cell !== 'gru') return undefined;
  const sent = numbersIn(trace, clipped(at('S', t))) ?? numbersIn(trace, grad(at('S', t)));
  const ways = waysBack(trace.plan, at('S', t - 1), t);
  if (!sent || ways.length < 2) return undefined;
  const share = (isKept: boolean) => {
    const way = ways.find((id) => id.includes(`/${at('S', t)}`) === isKept);
    return norm((way === undefined ? undefined : numbersIn(trace, way)) ?? []) / norm(sent);
  };
  return { kept: share(true), gates: share(false) };
}
