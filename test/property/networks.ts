/** Networks drawn at random: a shape, and the numbers of a run. */
import fc from 'fast-check';
import {
  type Activation,
  type CellId,
  compile,
  execute,
  type Optimizer,
  type OutputActivation,
  type Shape,
  type Trace,
  type Values,
  valueAt,
} from '../../src/engine';

export interface Network {
  readonly shape: Shape;
  readonly values: Values;
}

/** What a draw may be; what is not named is drawn from all there is. */
interface Bounds {
  readonly T?: number;
  /** The largest of X, H and Y. */
  readonly size?: number;
  readonly cells?: readonly Shape['cell'][];
  readonly g1?: readonly Activation[];
  readonly g2?: readonly OutputActivation[];
  readonly bias?: readonly boolean[];
  readonly clip?: readonly Shape['clip'][];
  readonly truncation?: readonly Truncation[];
  readonly isHalved?: readonly boolean[];
  readonly isMean?: readonly boolean[];
  readonly optimizer?: readonly Optimizer[];
}

type Truncation = 'none' | 'window' | 'horizon';

export const activations = ['tanh', 'sigmoid', 'relu', 'identity'] as const;
export const outputs = [...activations, 'softmax'] as const;
export const cellKinds = ['rnn', 'lstm', 'gru'] as const;
export const clips = ['off', 'step', 'norm', 'value'] as const;
export const truncations = ['none', 'window', 'horizon'] as const;
export const optimizers = ['sgd', 'momentum', 'adam'] as const;
const either = [false, true] as const;

/** With a horizon the engine refuses to clip at each step: there, such a draw is not clipped. */
const shapes = ({ T: maxT = 9, size = 6, ...bounds }: Bounds): fc.Arbitrary<Shape> =>
  fc.integer({ min: 1, max: maxT }).chain((T) => {
    const steps = Array.from({ length: T }, (_, k) => k + 1);
    const sizes = fc.integer({ min: 1, max: size });
    const drawn = fc.record({
      cell: fc.constantFrom(...(bounds.cells ?? cellKinds)),
      ...{ T: fc.constant(T), X: sizes, H: sizes, Y: sizes },
      g1: fc.constantFrom(...(bounds.g1 ?? activations)),
      g2: fc.constantFrom(...(bounds.g2 ?? outputs)),
      bias: fc.constantFrom(...(bounds.bias ?? either)),
      errorAt: fc.oneof(fc.constant([T]), fc.constant(steps), fc.subarray(steps, { minLength: 1 })),
      clip: fc.constantFrom(...(bounds.clip ?? clips)),
      isHalved: fc.constantFrom(...(bounds.isHalved ?? either)),
      isMean: fc.constantFrom(...(bounds.isMean ?? either)),
      optimizer: fc.constantFrom(...(bounds.optimizer ?? optimizers)),
      truncation: fc.constantFrom(...(bounds.truncation ?? truncations)),
      k: fc.integer({ min: 1, max: T + 1 }),
    });
    return drawn.map(({ truncation, k, clip, ...shape }) => {
      if (truncation === 'none') return { ...shape, clip };
      if (truncation === 'window') return { ...shape, clip, window: k };
      return { ...shape, clip: clip === 'step' ? 'off' : clip, horizon: k };
    });
  });

/** Numbers from [−1, 1) out of a small generator (mulberry32): weights shrink with their shape, not one by one. */
function uniform(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let z = Math.imul(state ^ (state >>> 15), 1 | state);
    z = (z + Math.imul(z ^ (z >>> 7), 61 | z)) ^ z;
    return ((z ^ (z >>> 14)) >>> 0) / 2 ** 31 - 1;
  };
}

/** All that a shape asks for. `gain` scales the recurrent weights, so that gradients vanish, last or grow. */
function valuesFor(shape: Shape, seed: number, gain: number, theta: number): Values {
  const draw = uniform(seed);
  const values: Record<string, Float64Array> = {};
  const { inputs, defaults } = compile(shape);
  for (const [lane, length] of inputs) {
    if (defaults.has(lane)) continue;
    const scale = lane === 'Ws' ? gain / Math.sqrt(shape.H) : 1;
    values[lane] = Float64Array.from({ length }, () => draw() * scale);
  }
  if (shape.g2 === 'softmax') {
    // Probabilities: each step's targets add up to 1.
    for (let from = 0; from < values.d.length; from += shape.Y) {
      const target = values.d.subarray(from, from + shape.Y);
      const sum = target.reduce((total, v) => total + Math.abs(v), 0);
      target.forEach((v, i) => {
        target[i] = Math.abs(v) / sum;
      });
    }
  }
  return { ...values, ...stateOf(shape, draw), theta: [theta], eta: [0.1] };
}

/** What an optimizer may have come to after some updates; Adam's mean of squares is never negative. */
function stateOf(shape: Shape, draw: () => number): Values {
  const { inputs, defaults } = compile(shape);
  const state: Record<string, ArrayLike<number>> = {};
  if (defaults.has('updates')) state.updates = [Math.floor(2 + 2 * draw())];
  for (const lane of defaults.keys()) {
    if (!/^[mv]:/.test(lane)) continue;
    const positive = shape.optimizer === 'adam' && lane.startsWith('v:');
    state[lane] = Float64Array.from({ length: inputs.get(lane) ?? 0 }, () =>
      positive ? Math.abs(draw()) : draw(),
    );
  }
  return state;
}

export const networks = (bounds: Bounds = {}): fc.Arbitrary<Network> =>
  fc
    .record({
      shape: shapes(bounds),
      seed: fc.integer(),
      gain: fc.constantFrom(0.3, 1, 2, 3),
      theta: fc.constantFrom(0.01, 0.1, 0.5, 1, 10),
    })
    .map(({ shape, seed, gain, theta }) => ({ shape, values: valuesFor(shape, seed, gain, theta) }));

export const runOf = ({ shape, values }: Network): Trace => execute(compile(shape), values);

/** The number of a cell once everything is done. */
export function finalOf(trace: Trace, id: CellId): Float64Array {
  const value = valueAt(trace, id, trace.plan.bounds.end);
  if (!value) throw new Error(`There is no ${id}.`);
  return value;
}

export const largest = (...lists: ArrayLike<number>[]): number =>
  Math.max(0, ...lists.flatMap((list) => Array.from(list, Math.abs)));

/** Whether any error reaches S_t: an error in the same window, or less than a horizon later. S_0 is in the first window. */
export const isReached = (
  { errorAt, window, horizon = Number.POSITIVE_INFINITY }: Shape,
  t: number,
): boolean =>
  errorAt.some((e) => {
    const windowOf = (step: number) => (window === undefined ? 0 : Math.ceil(Math.max(step, 1) / window));
    return e >= t && e - t < horizon && windowOf(e) === windowOf(t);
  });
