/** Sums of terms in a sequence so long that not all of them are kept. */
import { expect, test } from 'vitest';
import { compile, execute, grad, numbersIn, partial, type Shape, term } from './index';

const [T, H] = [300, 3];
const shape: Shape = {
  ...{ cell: 'rnn', T, X: 1, H, Y: 1, g1: 'tanh', g2: 'identity', bias: true },
  ...{ errorAt: [100, 170, T], clip: 'off' },
};
const wave = (length: number) => Float64Array.from({ length }, (_, i) => Math.sin(3 * i + 1));
const trace = () =>
  execute(compile(shape), {
    ...{ x: wave(T), d: wave(T), S0: wave(H), Wx: wave(H), Ws: wave(H * H), bs: wave(H) },
    ...{ Wy: wave(H), by: [0.1], theta: [1], eta: [0.1] },
  });

test('a sum is the same bit by bit, wherever one comes from', () => {
  const inOrder = trace();
  const steps = Array.from({ length: T }, (_, index) => T - index);
  let sum = new Float64Array(H * H);
  const sums = new Map(
    steps.map((t) => {
      const own = numbersIn(inOrder, term('Ws', t)) as Float64Array;
      sum = sum.map((value, i) => value + own[i]);
      return [t, sum];
    }),
  );
  const jumped = trace();
  for (const t of [150, 7, 299, 8, 150, 1, 100, 101, 64, 269, 268, 33])
    expect(numbersIn(jumped, partial('Ws', t)), `from ${t} on`).toEqual(sums.get(t));
});

test('the last sum is the very gradient that the run made', () => {
  const run = trace();
  expect(numbersIn(run, partial('Ws', 1))?.buffer).toBe(run.arena.buffer);
  expect(numbersIn(run, partial('Ws', 1))).toEqual(numbersIn(run, grad('Ws')));
});

test('the terms of a weight without a part at each step are counted by what there is', () => {
  const run = trace();
  const [late, middle] = [numbersIn(run, term('Wy', T)), numbersIn(run, term('Wy', 170))];
  expect(numbersIn(run, partial('Wy', 170))).toEqual(late?.map((value, i) => value + (middle?.[i] ?? 0)));
});
