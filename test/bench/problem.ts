/** What every contestant computes the gradient of: sizes, seeded numbers, and how many multiply-adds it takes. */
import type { CellKind } from '../../src/engine';

/** How many gates' rows the weights of a cell have. */
export const gates: Readonly<Record<CellKind, number>> = { rnn: 1, lstm: 4, gru: 3 };

/** Row-major; the weights' rows stand gate by gate as in PyTorch. `bx` is the GRU's first bias, empty elsewhere. */
export interface Problem {
  readonly cell: CellKind;
  readonly T: number;
  readonly X: number;
  readonly H: number;
  readonly Y: number;
  readonly x: Float64Array;
  readonly d: Float64Array;
  readonly Wx: Float64Array;
  readonly Ws: Float64Array;
  readonly bs: Float64Array;
  readonly bx: Float64Array;
  readonly Wy: Float64Array;
  readonly by: Float64Array;
}

export function makeProblem(cell: CellKind, T: number, H: number): Problem {
  const [X, Y, rows] = [2, 2, gates[cell] * H];
  return {
    cell,
    T,
    X,
    H,
    Y,
    x: numbers(T * X, 1, 1),
    d: numbers(T * Y, 2, 1),
    Wx: numbers(rows * X, 3, 0.5),
    Ws: numbers(rows * H, 4, 1 / Math.sqrt(H)),
    bs: numbers(rows, 5, 0.1),
    bx: numbers(cell === 'gru' ? rows : 0, 8, 0.1),
    Wy: numbers(Y * H, 6, 1 / Math.sqrt(H)),
    by: numbers(Y, 7, 0.1),
  };
}

/** Numbers between −scale and scale from a small generator (mulberry32), so that every run measures the same. */
export function numbers(n: number, seed: number, scale: number): Float64Array {
  let state = seed;
  return Float64Array.from({ length: n }, () => {
    state = (state + 0x6d2b79f5) | 0;
    let z = Math.imul(state ^ (state >>> 15), 1 | state);
    z = (z + Math.imul(z ^ (z >>> 7), 61 | z)) ^ z;
    return (((z ^ (z >>> 14)) >>> 0) / 2 ** 31 - 1) * scale;
  });
}

/**
 * Multiply-adds of the products of one gradient: W_s and W_y are used forward, to carry back, and for their own
 * gradient; W_x not to carry back, since nothing asks for the gradient of x.
 */
export const multiplyAdds = ({ cell, T, X, H, Y }: Pick<Problem, 'cell' | 'T' | 'X' | 'H' | 'Y'>): number =>
  T * (gates[cell] * (3 * H * H + 2 * X * H) + 3 * Y * H);

/** Something that computes one gradient of a problem, and shows it. */
export interface Contestant {
  readonly run: () => unknown;
  /** The gradient of a weight that the last run made, as long as the weight. */
  readonly grad: (weight: string) => ArrayLike<number>;
  /** The weights whose gradients are compared with the yardstick's; all of them if left out. */
  readonly compared?: readonly string[];
  /** Single precision: compared less closely. */
  readonly isSingle?: boolean;
}
