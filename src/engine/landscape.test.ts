import { expect, test } from 'vitest';
import { compile } from './compile';
import { descent, Landscape, type Point } from './landscape';

/** x_t = w σ(x_{t−1}) + b with x_0 = 0.5 and E = (σ(x_50) − 0.7)²: one unit whose state is σ(x_t). */
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const plan = compile({
  cell: 'rnn',
  ...{ T: 50, X: 1, H: 1, Y: 1 },
  ...{ g1: 'sigmoid', g2: 'identity', bias: true, clip: 'off' },
  errorAt: [50],
});
const values = {
  x: new Float64Array(50),
  d: new Float64Array(50).fill(0.7),
  S0: [sigmoid(0.5)],
  ...{ Wx: [0], Ws: [5], bs: [-2.8], Wy: [1], by: [0], theta: [1], eta: [0.5] },
};
const cliff = () =>
  new Landscape(plan, values, [
    { weight: 'Ws', entry: 0 },
    { weight: 'bs', entry: 0 },
  ]);
const start: Point = [5, -2.8];

function errorByHand([w, b]: Point): number {
  let x = 0.5;
  for (let t = 1; t <= 50; t++) x = w * sigmoid(x) + b;
  return (sigmoid(x) - 0.7) ** 2;
}

test('the error is that of the formula, the gradient that of differences', () => {
  const landscape = cliff();
  for (const point of [start, [4.4, -1.7], [6.7, 2.3], [2, 1]] as const) {
    expect(landscape.errorAt(point)).toBeCloseTo(errorByHand(point), 13);
    const { gradient } = landscape.slopeAt(point);
    const h = 1e-6;
    const [w, b] = point;
    const byDifference = [
      (errorByHand([w + h, b]) - errorByHand([w - h, b])) / (2 * h),
      (errorByHand([w, b + h]) - errorByHand([w, b - h])) / (2 * h),
    ];
    for (const k of [0, 1]) expect(gradient[k]).toBeCloseTo(byDifference[k], 6);
  }
  expect(landscape.here).toEqual([2, 1]);
});

test('not clipped, the descent is thrown off the cliff and stays there', () => {
  const steps = descent(cliff(), start, { eta: 0.5, theta: null }, 1000);
  const thrown = steps[41];
  expect(thrown.norm).toBeCloseTo(10.1, 1);
  expect(thrown.point[0]).toBeCloseTo(4.18, 2);
  expect(thrown.point[1]).toBeCloseTo(-2.11, 2);
  expect(steps[42].point[0]).toBeCloseTo(6.74, 2);
  expect(steps[42].point[1]).toBeCloseTo(2.27, 2);
  for (const { error } of steps.slice(42)) expect(error).toBeCloseTo(0.09, 2);
});

test('clipped at 1 it takes a small step there, and comes down', () => {
  const steps = descent(cliff(), start, { eta: 0.5, theta: 1 }, 1000);
  expect(steps[42].point[0]).toBeCloseTo(4.43, 2);
  expect(steps[42].point[1]).toBeCloseTo(-1.68, 2);
  for (const { error } of steps.slice(199)) expect(error).toBeLessThan(0.002);
});

test('at w = 5 the wall stands at b ≈ −2.612', () => {
  const landscape = cliff();
  let [low, high] = [-2.8, -2.4];
  const isBelow = (b: number) => landscape.errorAt([5, b]) > 0.15;
  expect([isBelow(low), isBelow(high)]).toEqual([true, false]);
  while (high - low > 1e-6) {
    const middle = (low + high) / 2;
    if (isBelow(middle)) low = middle;
    else high = middle;
  }
  expect(low).toBeCloseTo(-2.612, 2);
});

test('a parameter that the network does not have is named', () => {
  const wrong = () =>
    new Landscape(plan, values, [
      { weight: 'Ws', entry: 1 },
      { weight: 'bs', entry: 0 },
    ]);
  expect(wrong).toThrow('The network has no Ws[1].');
});
