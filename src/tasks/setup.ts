/** A setup: everything a person chooses. It decides every number of the network; nothing else does. */
import type { Activation, CellKind, Clip, Optimizer, OutputActivation, Shape, Values } from '../engine/types';
import { scaleTo } from './scale';
import { drawInput, drawTarget, drawWeight, type WeightName } from './seeded';
import { asDistribution } from './targets';
import { drawSequence, type Sequence, type Task } from './task';

/** How far back a gradient flows: to the first step, within windows of k steps, or k states back from each error. */
export type Truncation =
  | { readonly kind: 'full' }
  | { readonly kind: 'window' | 'horizon'; readonly k: number };

export interface Setup {
  readonly cell: CellKind;
  /** Number of time steps. */
  readonly T: number;
  /** Sizes of input, hidden state and output. */
  readonly X: number;
  readonly H: number;
  readonly Y: number;
  /** State activation; LSTM and GRU have their own. */
  readonly g1: Activation;
  /** Output activation; softmax brings cross-entropy as the error, and targets that are probabilities. */
  readonly g2: OutputActivation;
  /** ‖d − Y‖² or half of it; with softmax it waits. */
  readonly loss: 'squared' | 'half';
  /** E is the mean of the steps' errors, not their sum. */
  readonly isMean: boolean;
  readonly bias: boolean;
  /** Added to what an LSTM's forget gates are biased by, where it was not given by hand. */
  readonly forgetBias: number;
  /** Where the error is taken; steps beyond T are kept and ignored. */
  readonly errorAt: 'last' | 'every' | readonly number[];
  readonly truncation: Truncation;
  readonly clip: Clip;
  /** θ of clipping; kept while clipping is off. */
  readonly threshold: number;
  readonly optimizer: Optimizer;
  /** η of the update. */
  readonly learningRate: number;
  /** What is trained on; of a task with many sequences the setup's inputs and targets are one. */
  readonly task: Task;
  /** As many sequences as an update takes the mean gradient of, where the task has many. */
  readonly batch: number;
  /** Seed of the weights that were not given. */
  readonly seed: number;
  /** Seed of the inputs and targets that were not given. */
  readonly dataSeed: number;
  /** σ_max that Ws is scaled to, all its gates together; null leaves Ws as it is. */
  readonly scale: number | null;
  /**
   * Numbers given by hand, by entry: `x3.0`, `d3.0`, `S0.0`, `C0.0`, `bs.0`, `Ws.0.1` (row and column from 0).
   * An entry outside of the present sizes is kept and ignored, so that it is back when the size is.
   */
  readonly edits: Readonly<Record<string, number>>;
}

/** What a setup may hold; the score is drawn in full up to T = 12 and H = 8, compressed beyond. */
export const limits = {
  T: [1, 1000],
  X: [1, 32],
  H: [1, 64],
  Y: [1, 32],
  /** Steps of a truncation. */
  k: [1, 1000],
  /** The threshold must be positive; the ends are those of its slider. */
  threshold: [1e-6, 1e6],
  learningRate: [0, 10],
  batch: [1, 64],
  /** Steps that an echo comes late. */
  delay: [1, 20],
  /** Numbers of a task's sequences that can be shown. */
  shown: [0, 999],
  forgetBias: [-10, 10],
  scale: [0, 4],
  seed: [0, 0xffff_ffff],
  /** Of the cliff: updates of a descent, how far its map reaches around a point, and where a descent may start. */
  descent: [0, 300],
  reach: [0.01, 100],
  parameter: [-1e6, 1e6],
} as const satisfies Record<string, readonly [number, number]>;

/** Classes that softmax chooses among at the least: one alone would always be certain. */
export const FEWEST_CLASSES = 2;

/** Blocks of rows that a cell's weights have: i, f, g, o of an LSTM, r, z, n of a GRU. */
export const gateCounts: Readonly<Record<CellKind, number>> = { rnn: 1, lstm: 4, gru: 3 };

/** The block of an LSTM's rows that belongs to its forget gate. */
const FORGET_GATE = 1;

/** The steps 1 … T. */
export const everyStep = (T: number): readonly number[] => Array.from({ length: T }, (_, index) => index + 1);

/** The steps at which the error is taken, ascending; the last one where none of those chosen is left. */
export function errorSteps({ T, errorAt }: Pick<Setup, 'T' | 'errorAt'>): readonly number[] {
  if (errorAt === 'last') return [T];
  if (errorAt === 'every') return everyStep(T);
  const chosen = everyStep(T).filter((t) => errorAt.includes(t));
  return chosen.length > 0 ? chosen : [T];
}

/** With a horizon every error is followed back by itself: so many states are gone to at the most, all errors together. */
const MOST_FOLLOWED = 6000;

/** The farthest horizon that there is, given how many errors. */
export const mostHorizon = (setup: Pick<Setup, 'T' | 'errorAt'>): number =>
  Math.max(1, Math.min(limits.k[1], Math.floor(MOST_FOLLOWED / errorSteps(setup).length)));

/** All that decides which operations there are. */
export function shapeOf(setup: Setup): Shape {
  const { cell, T, X, H, Y, g1, g2, bias, clip, loss, isMean, optimizer } = setup;
  return {
    ...{ cell, T, X, H, Y, g1, g2, bias, errorAt: errorSteps(setup), clip },
    ...(loss === 'half' && g2 !== 'softmax' && { isHalved: true }),
    ...(isMean && { isMean }),
    ...reachOf(setup),
    ...(optimizer !== 'sgd' && { optimizer }),
  };
}

/** What the shape says of a truncation: nothing, where it cuts nothing. */
function reachOf({ T, truncation }: Setup): { window?: number; horizon?: number } {
  if (truncation.kind === 'window' && truncation.k < T) return { window: truncation.k };
  // k states back from the last error is S_1 where k = T: only S_0 is out of reach.
  if (truncation.kind === 'horizon' && truncation.k <= T) return { horizon: truncation.k };
  return {};
}

type Sizes = Pick<Setup, 'cell' | 'X' | 'H' | 'Y' | 'bias'>;

/** Rows and columns of each weight that the setup has, in the order of the network. */
export function weightSizes({
  cell,
  X,
  H,
  Y,
  bias,
}: Sizes): ReadonlyMap<WeightName, readonly [number, number]> {
  const rows = gateCounts[cell] * H;
  const sizes = new Map<WeightName, readonly [number, number]>([
    ['Wx', [rows, X]],
    ['Ws', [rows, H]],
  ]);
  if (bias && cell === 'gru') sizes.set('bx', [rows, 1]);
  if (bias) sizes.set('bs', [rows, 1]);
  sizes.set('Wy', [Y, H]);
  if (bias) sizes.set('by', [Y, 1]);
  return sizes;
}

/** The key in `edits` of one entry of a weight; a bias is a column and has no second number. */
export function weightKey(name: WeightName, row: number, col: number): string {
  return name.startsWith('b') ? `${name}.${row}` : `${name}.${row}.${col}`;
}

/** The target of each step, T · Y numbers; with softmax they are probabilities at every step. */
export function targetsOf(setup: Setup): Float64Array {
  const { T, Y, g2, dataSeed } = setup;
  const drawn = sequenceOf(setup)?.d;
  const targets = new Float64Array(T * Y);
  for (let t = 1; t <= T; t++) {
    const raw = Array.from({ length: Y }, (_, row) =>
      given(setup, `d${t}.${row}`, () => drawn?.[(t - 1) * Y + row] ?? drawTarget(dataSeed, t, row)),
    );
    targets.set(g2 === 'softmax' ? asDistribution(raw) : raw, (t - 1) * Y);
  }
  return targets;
}

/** The numbers that the run starts from (lanes as in `Values`): what was given, and the rest from the seeds. */
export function valuesOf(setup: Setup): Values {
  const { cell, T, X, H, dataSeed } = setup;
  const inputs = sequenceOf(setup)?.x;
  const state = (lane: 'S0' | 'C0') =>
    Float64Array.from({ length: H }, (_, row) => given(setup, `${lane}.${row}`, () => 0));
  return {
    x: Float64Array.from({ length: T * X }, (_, index) => {
      const [t, row] = [Math.floor(index / X) + 1, index % X];
      return given(setup, `x${t}.${row}`, () => inputs?.[index] ?? drawInput(dataSeed, t, row));
    }),
    d: targetsOf(setup),
    S0: state('S0'),
    ...(cell === 'lstm' && { C0: state('C0') }),
    theta: [setup.threshold],
    eta: [setup.learningRate],
    ...weightsOf(setup),
  };
}

/** The fields that decide the weights. */
const ofWeights = ['cell', 'X', 'H', 'Y', 'bias', 'forgetBias', 'seed', 'scale', 'edits'] as const;

/** The latest weights drawn: a longer sequence has the same, and thousands of them are not drawn in a moment. */
let latest: { readonly setup: Setup; readonly weights: Values } | undefined;

function weightsOf(setup: Setup): Values {
  if (!latest || ofWeights.some((field) => latest?.setup[field] !== setup[field]))
    latest = { setup, weights: drawWeights(setup) };
  return latest.weights;
}

function drawWeights(setup: Setup): Values {
  const { H, scale } = setup;
  const values: Record<string, ArrayLike<number>> = {};
  for (const [name, [rows, cols]] of weightSizes(setup)) {
    values[name] = Float64Array.from({ length: rows * cols }, (_, index) => {
      const [row, col] = [Math.floor(index / cols), index % cols];
      return given(setup, weightKey(name, row, col), () => drawn(setup, name, row, col));
    });
  }
  if (scale !== null) values.Ws = scaleTo(values.Ws, H, scale);
  return values;
}

/** The task's sequence that is shown; undefined where the sequence is the setup's own. */
const sequenceOf = ({ task, T, dataSeed }: Setup): Sequence | undefined =>
  task.kind === 'own' ? undefined : drawSequence(task, T, dataSeed, task.shown);

const given = ({ edits }: Setup, key: string, otherwise: () => number): number =>
  Object.hasOwn(edits, key) ? edits[key] : otherwise();

/** An entry that was not given. Each gate draws for itself, so that its numbers stay when H changes. */
function drawn({ cell, H, seed, forgetBias }: Setup, name: WeightName, row: number, col: number): number {
  if (name === 'Wy' || name === 'by') return drawWeight(seed, name, row, col);
  const gate = Math.floor(row / H);
  const offset = cell === 'lstm' && name === 'bs' && gate === FORGET_GATE ? forgetBias : 0;
  return drawWeight(seed, name, row % H, col, gate) + offset;
}
