/**
 * Random numbers that a seed decides. Every entry has a generator of its own, so that a number stays where it is when
 * a size changes: a longer sequence begins with the shorter one, a larger matrix has the smaller one in its corner.
 */
import { randomLcg, randomNormal, randomUniform } from 'd3';

export type WeightName = 'Wx' | 'Ws' | 'bx' | 'bs' | 'Wy' | 'by';

/** Standard deviations, so that a tanh network of a few units is neither dead nor saturated. */
const SPREAD = { Wx: 0.6, Ws: 0.5, Wy: 0.8 } as const;

/** Streams keep one lane's numbers apart from another's; each gate of a lane has one of its own, so many further on. */
const STREAM = { x: 1, d: 2, Wx: 3, Ws: 4, Wy: 5, sequence: 6 } as const;
const GATE_STRIDE = 8;

/** A generator of [0, 1) for one entry. The LCG's first numbers follow its seed closely, so the seed is mixed first. */
function sourceOf(seed: number, stream: number, i: number, j: number): () => number {
  let mixed = seed | 0;
  for (const part of [stream, i, j]) {
    mixed = Math.imul(mixed ^ (mixed >>> 16) ^ Math.imul(part + 1, 0x9e3779b1), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  }
  return randomLcg(((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32);
}

/** To two decimals: what the screen shows is then what the network computes with. Never −0. */
const rounded = (value: number) => Math.round(value * 100) / 100 + 0;

/** Component `row` of x_t, uniform in [−1, 1]. */
export function drawInput(seed: number, t: number, row: number): number {
  return rounded(randomUniform.source(sourceOf(seed, STREAM.x, t, row))(-1, 1)());
}

/** Component `row` of d_t, uniform in [−1, 1]. */
export function drawTarget(seed: number, t: number, row: number): number {
  return rounded(randomUniform.source(sourceOf(seed, STREAM.d, t, row))(-1, 1)());
}

/**
 * An entry of a weight, normal around 0; biases start at 0, as is usual.
 *
 * @param row of the hidden or output unit, from 0 within its gate
 * @param gate which block of rows: 0 but for the later gates of an LSTM or a GRU
 */
export function drawWeight(seed: number, name: WeightName, row: number, col: number, gate = 0): number {
  if (name.startsWith('b')) return 0;
  const matrix = name as keyof typeof SPREAD;
  const stream = STREAM[matrix] + GATE_STRIDE * gate;
  return rounded(randomNormal.source(sourceOf(seed, stream, row, col))(0, SPREAD[matrix])());
}

/** A generator of [0, 1) for one of a task's sequences. */
export const drawSequenceSource = (seed: number, number: number): (() => number) =>
  sourceOf(seed, STREAM.sequence, number, 0);
