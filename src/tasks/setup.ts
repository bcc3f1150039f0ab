/** A setup: everything a person chooses. It decides every number of the network; nothing else does. */
import type { Activation, Clip, Shape, Values } from '../engine/types';
import { scaleTo } from './scale';
import { drawInput, drawTarget, drawWeight, type WeightName } from './seeded';

export { type Preset, presets } from './presets';

export interface Setup {
  readonly cell: 'rnn';
  /** Number of time steps. */
  readonly T: number;
  /** Sizes of input, hidden state and output. */
  readonly X: number;
  readonly H: number;
  readonly Y: number;
  readonly g1: Activation;
  readonly g2: Activation;
  readonly bias: boolean;
  readonly errorAt: 'last' | 'every';
  readonly clip: Extract<Clip, 'off' | 'step'>;
  /** θ of clipping; kept while clipping is off. */
  readonly threshold: number;
  /** η of the update. */
  readonly learningRate: number;
  /** Seed of the weights that were not given. */
  readonly seed: number;
  /** Seed of the inputs and targets that were not given. */
  readonly dataSeed: number;
  /** σ_max that Ws is scaled to; null leaves Ws as it is. */
  readonly scale: number | null;
  /**
   * Numbers given by hand, by entry: `x3.0`, `d3.0`, `S0.0`, `bs.0`, `Ws.0.1` (row and column from 0).
   * An entry outside of the present sizes is kept and ignored, so that it is back when the size is.
   */
  readonly edits: Readonly<Record<string, number>>;
}

/** What a setup may hold; the score is drawn in full up to T = 12 and H = 8, compressed beyond. */
export const limits = {
  T: [1, 60],
  X: [1, 4],
  H: [1, 16],
  Y: [1, 4],
  /** The threshold must be positive; the ends are those of its slider. */
  threshold: [1e-6, 1e6],
  learningRate: [0, 10],
  scale: [0, 4],
  seed: [0, 0xffff_ffff],
} as const satisfies Record<string, readonly [number, number]>;

/** The steps at which the error is taken, ascending. */
export function errorSteps(setup: Pick<Setup, 'T' | 'errorAt'>): readonly number[] {
  return setup.errorAt === 'last' ? [setup.T] : Array.from({ length: setup.T }, (_, index) => index + 1);
}

/** All that decides which operations there are. */
export function shapeOf(setup: Setup): Shape {
  const { cell, T, X, H, Y, g1, g2, bias, clip } = setup;
  return { cell, T, X, H, Y, g1, g2, bias, errorAt: errorSteps(setup), clip };
}

/** Rows and columns of each weight that the setup has, in the order of the network. */
export function weightSizes(
  setup: Pick<Setup, 'X' | 'H' | 'Y' | 'bias'>,
): ReadonlyMap<WeightName, readonly [number, number]> {
  const { X, H, Y, bias } = setup;
  const sizes = new Map<WeightName, readonly [number, number]>([
    ['Wx', [H, X]],
    ['Ws', [H, H]],
  ]);
  if (bias) sizes.set('bs', [H, 1]);
  sizes.set('Wy', [Y, H]);
  if (bias) sizes.set('by', [Y, 1]);
  return sizes;
}

/** The key in `edits` of one entry of a weight; a bias is a column and has no second number. */
export function weightKey(name: WeightName, row: number, col: number): string {
  return name === 'bs' || name === 'by' ? `${name}.${row}` : `${name}.${row}.${col}`;
}

/** The numbers that the run starts from (lanes as in `Values`): what was given, and the rest from the seeds. */
export function valuesOf(setup: Setup): Values {
  const { T, X, H, Y, seed, dataSeed, scale, edits } = setup;
  const given = (key: string, otherwise: () => number) =>
    Object.hasOwn(edits, key) ? edits[key] : otherwise();
  const sequence = (lane: 'x' | 'd', size: number, draw: typeof drawInput) =>
    Float64Array.from({ length: T * size }, (_, index) => {
      const t = Math.floor(index / size) + 1;
      const row = index % size;
      return given(`${lane}${t}.${row}`, () => draw(dataSeed, t, row));
    });
  const values: Record<string, ArrayLike<number>> = {
    x: sequence('x', X, drawInput),
    d: sequence('d', Y, drawTarget),
    S0: Float64Array.from({ length: H }, (_, row) => given(`S0.${row}`, () => 0)),
    theta: [setup.threshold],
    eta: [setup.learningRate],
  };
  for (const [name, [rows, cols]] of weightSizes(setup)) {
    values[name] = Float64Array.from({ length: rows * cols }, (_, index) => {
      const row = Math.floor(index / cols);
      const col = index % cols;
      return given(weightKey(name, row, col), () => drawWeight(seed, name, row, col));
    });
  }
  if (scale !== null) values.Ws = scaleTo(values.Ws, H, scale);
  return values;
}
