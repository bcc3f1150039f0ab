/** Networks drawn at random: a shape, and the numbers of a run. */
import fc from 'fast-check';
import {
  type Activation,
  type CellId,
  compile,
  execute,
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
}

const activations = ['tanh', 'sigmoid', 'relu', 'identity'] as const;

const shapes = ({
  T: maxT = 9,
  size = 6,
  cells = ['rnn', 'lstm'],
  g1 = activations,
  g2 = [...activations, 'softmax'],
  bias = [true, false],
  clip = ['off', 'step'],
}: Bounds): fc.Arbitrary<Shape> =>
  fc.integer({ min: 1, max: maxT }).chain((T) => {
    const steps = Array.from({ length: T }, (_, k) => k + 1);
    const sizes = fc.integer({ min: 1, max: size });
    const errorAt = fc.oneof(fc.constant([T]), fc.constant(steps), fc.subarray(steps, { minLength: 1 }));
    return fc.record({
      ...{ cell: fc.constantFrom(...cells), T: fc.constant(T), X: sizes, H: sizes, Y: sizes },
      ...{ g1: fc.constantFrom(...g1), g2: fc.constantFrom(...g2), bias: fc.constantFrom(...bias) },
      ...{ errorAt, clip: fc.constantFrom(...clip) },
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
  for (const [lane, length] of compile(shape).inputs) {
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
  return { ...values, theta: [theta], eta: [0.1] };
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
