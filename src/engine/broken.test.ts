/** The first operation whose result a double cannot hold, worked out by hand for each way there is. */
import { describe, expect, test } from 'vitest';
import { compile, execute, firstBroken, numbersIn, type Shape, type Trace, type Values } from './index';

const shape: Shape = {
  ...{ cell: 'rnn', T: 5, X: 1, H: 1, Y: 1, g1: 'identity', g2: 'identity', bias: false },
  ...{ errorAt: [5], clip: 'off' },
};
const values: Values = {
  ...{ x: [1, 0, 0, 0, 0], d: [0, 0, 0, 0, 0], S0: [0], Wx: [1], Ws: [0.5], Wy: [1], theta: [1], eta: [0.1] },
};
const run = (changes: Partial<Shape> = {}, numbers: Values = {}) =>
  execute(compile({ ...shape, ...changes }), { ...values, ...numbers });
const read = (trace: Trace, id: string) => Array.from(numbersIn(trace, id) as Float64Array);

describe('the first number that breaks', () => {
  test.each(['rnn', 'gru', 'lstm'] as const)('does not exist in a sound %s', (cell) => {
    const plan = compile({ ...shape, cell });
    const numbers = Array.from(plan.inputs, ([lane, n]) => [lane, new Array(n).fill(0.5)] as const);
    expect(firstBroken(execute(plan, Object.fromEntries(numbers)))).toBeUndefined();
  });

  test('is the state that outgrows a double: S_t = 10^(100 (t − 1)), so a_5', () => {
    for (const g1 of ['identity', 'relu'] as const) {
      const trace = run({ g1 }, { Ws: [1e100] });
      expect(read(trace, 'S4')[0] / 1e300).toBeCloseTo(1, 10);
      expect(firstBroken(trace)).toMatchObject({ out: 'a5', pass: 'forward', t: 5 });
    }
  });

  test('is the NaN of ∞ − ∞ inside a product', () => {
    const trace = run({ X: 2 }, { x: [1e200, 1e200, 0, 0, 0, 0, 0, 0, 0, 0], Wx: [1e200, -1e200] });
    expect(read(trace, 'a1')).toEqual([Number.NaN]);
    expect(firstBroken(trace)).toMatchObject({ out: 'a1', t: 1 });
  });

  test('is the gradient where the states are sound: ∂E/∂S_t = 2·10^(100 (6 − t)), so that of S_2', () => {
    const trace = run({}, { x: [1e-300, 0, 0, 0, 0], Ws: [1e100] });
    expect(read(trace, 'S5')[0] / 1e100).toBeCloseTo(1, 10);
    expect(read(trace, 'd:S3')[0] / 1e300).toBeCloseTo(2, 10);
    expect(firstBroken(trace)).toMatchObject({ out: 'd:S2', pass: 'backward', t: 2 });
  });

  test('is the error where only its square is too large', () => {
    expect(firstBroken(run({}, { Wy: [1e200], x: [0, 0, 0, 0, 1] }))).toMatchObject({ out: 'E5', t: 5 });
  });

  test('is found whatever stands in a target that no error reads', () => {
    expect(firstBroken(run({}, { d: [Number.NaN, Number.NaN, Number.NaN, Number.NaN, 0] }))).toBeUndefined();
  });
});

/** Ws = 0: the gradient ∞ of step 2 would reach step 1 as ∞ · 0. */
describe('∞ · 0', () => {
  const two: Partial<Shape> = { T: 2, errorAt: [1, 2] };
  const numbers: Values = { x: [1, 1e308], d: [0, 0], Ws: [0], Wy: [10] };

  test('is NaN where an edge carries it', () => {
    const trace = run(two, numbers);
    expect(firstBroken(trace)).toMatchObject({ out: 'o2' });
    expect(read(trace, 'd:S2')).toEqual([Number.POSITIVE_INFINITY]);
    expect(read(trace, 'd:S1')).toEqual([Number.NaN]);
  });

  test.each([{ window: 1 }, { horizon: 1 }] as const)('does not cross a cut: %j has no edge there', (cut) => {
    const trace = run({ ...two, ...cut }, numbers);
    expect(read(trace, 'd:S2')).toEqual([Number.POSITIVE_INFINITY]);
    expect(read(trace, 'd:S1')).toEqual([200]); // 2 · Y_1 · W_y = 2 · 10 · 10
    expect(read(trace, 'd:Wx@1')).toEqual([200]);
  });
});
