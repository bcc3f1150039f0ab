import { expect, test } from 'vitest';
import { pythonFloat, pythonMatrix, pythonVector } from './numbers';

test.each([
  [1, '1.0'],
  [-0, '-0.0'],
  [0.1 + 0.2, '0.30000000000000004'],
  [1e300, '1e+300'],
  [5e-324, '5e-324'],
  [123456789012345680000, '123456789012345680000.0'],
  [Number.NaN, 'float("nan")'],
  [Number.NEGATIVE_INFINITY, '-float("inf")'],
])('%s is %s in Python, never a whole number', (value, expected) => {
  expect(pythonFloat(value)).toBe(expected);
});

test('a vector lies in one line, a matrix has a row on each', () => {
  expect(pythonVector([1, 2])).toBe('torch.tensor([1.0, 2.0])');
  expect(pythonMatrix([1, 2], 2)).toBe('torch.tensor([[1.0, 2.0]])');
  expect(pythonMatrix([1, 2], 1)).toBe('torch.tensor([\n    [1.0],\n    [2.0],\n])');
});
