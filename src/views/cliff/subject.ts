/** What the error is looked at over: a network, two of its parameters, and the part of their plane that is shown. */
import type { Shape, Values } from '../../engine';
import type { Parameter, Point } from '../../engine/landscape';

type Interval = readonly [from: number, to: number];

/** The part of the plane that the map shows: the first parameter across, the second up. */
export type Region = readonly [across: Interval, up: Interval];

/** A network with its numbers; all of it can be sent to a worker. */
export interface Subject {
  readonly shape: Shape;
  readonly values: Values;
  readonly parameters: readonly [Parameter, Parameter];
}

const T = 50;
const x0 = 0.5;

/**
 * x_t = w σ(x_{t−1}) + b with E = (σ(x_50) − 0.7)², as a network of one unit whose state is σ(x_t): Pascanu, Mikolov &
 * Bengio, "On the difficulty of training recurrent neural networks" (2013), Fig. 6.
 */
export const paper = {
  subject: {
    shape: {
      cell: 'rnn',
      ...{ T, X: 1, H: 1, Y: 1 },
      ...{ g1: 'sigmoid', g2: 'identity', bias: true, clip: 'off' },
      errorAt: [T],
    },
    values: {
      x: new Float64Array(T),
      d: new Float64Array(T).fill(0.7),
      S0: [1 / (1 + Math.exp(-x0))],
      ...{ Wx: [0], Ws: [5], bs: [-2.8], Wy: [1], by: [0], theta: [1], eta: [0.5] },
    },
    parameters: [
      { weight: 'Ws', entry: 0 },
      { weight: 'bs', entry: 0 },
    ],
  } satisfies Subject as Subject,
  start: [5, -2.8] as Point,
  region: [
    [3.5, 7.5],
    [-4, 3],
  ] as Region,
  eta: 0.5,
  theta: 1,
};

/**
 * The present network over two of its parameters. Clipping within the sweep is left out, for the descents do their own;
 * and they go plainly downhill, without an optimizer's memory.
 */
export function presentSubject(
  { optimizer: _optimizer, ...shape }: Shape,
  values: Values,
  parameters: Subject['parameters'],
): Subject {
  return { shape: { ...shape, clip: 'off' }, values, parameters };
}

/** A square around a point. */
export const around = ([u, v]: Point, reach: number): Region => [
  [u - reach, u + reach],
  [v - reach, v + reach],
];
