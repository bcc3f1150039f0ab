import { expect, test } from 'vitest';
import { compile, execute, valueAt } from '.';

const shape = {
  cell: 'lstm',
  T: 2,
  X: 1,
  H: 1,
  Y: 1,
  g1: 'tanh',
  g2: 'identity',
  bias: false,
  errorAt: [1],
  clip: 'off',
} as const;

test('an LSTM’s ∂E/∂a after the last error does not exist', () => {
  const plan = compile(shape);
  expect(plan.cells.get('d:a2')).toBeUndefined();
  const trace = execute(plan, {
    x: [1, 1],
    d: [1, 0],
    S0: [0],
    C0: [0],
    Wx: [1, 1, 1, 1],
    Ws: [1, 1, 1, 1],
    Wy: [1],
    theta: [1],
    eta: [0.1],
  });
  expect(valueAt(trace, 'd:a2', plan.bounds.end)).toBeUndefined();
});
