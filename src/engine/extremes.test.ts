import { expect, test } from 'vitest';
import { compile, execute, norm, spectralNorm, valueAt } from '.';

const shape = {
  cell: 'rnn',
  T: 1,
  X: 1,
  H: 4,
  Y: 1,
  g1: 'identity',
  g2: 'identity',
  bias: false,
  errorAt: [1],
  clip: 'step',
} as const;
const run = (dY: number, Wy: number, theta: number) => {
  const plan = compile(shape);
  const trace = execute(plan, {
    x: [0],
    d: [-dY / 2],
    S0: [0, 0, 0, 0],
    Wx: [0, 0, 0, 0],
    Ws: new Array(16).fill(0),
    Wy: [Wy, Wy, Wy, Wy],
    theta: [theta],
    eta: [0],
  });
  return [valueAt(trace, 'd:S1', 1e9), valueAt(trace, 'clip:S1', 1e9)] as Float64Array[];
};
test('a finite δ whose norm overflows is clipped to θ, not to 0', () => {
  const [raw, flow] = run(1.5e154, 1e154, 1);
  expect(Number.isFinite(raw[0])).toBe(true);
  expect(norm(flow)).toBeCloseTo(1, 10);
});
test('clipping a huge δ to a tiny θ keeps the norm', () => {
  const [, flow] = run(1e150, 1e150, 1e-20);
  expect(norm(flow) / 1e-20).toBeCloseTo(1, 10);
});
test('spectralNorm is NaN for an infinite 1×1 as for any other, as its docstring says', () => {
  expect(spectralNorm([Infinity], 1)).toBeNaN();
});
