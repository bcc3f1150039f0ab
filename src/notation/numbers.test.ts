import { expect, test } from 'vitest';
import {
  alignNumbers,
  copyNumber,
  formatCount,
  formatFull,
  formatList,
  formatNumber,
  formatPercent,
  formatShare,
} from './numbers';

test.each([
  [0.08988748355789358, '0.0899'],
  [-1.2231768707922428, '−1.22'],
  [0.5763829735047771, '0.576'],
  [0.5, '0.5'],
  [-1, '−1'],
  [0, '0'],
  [-0, '0'],
  [0.59999, '0.600'],
  [999.7, '1\u202f000'],
  [1234.5, '1\u202f230'],
  [25251, '25\u202f300'],
  [99949, '99\u202f900'],
  [99960, '1.00×10⁵'],
  [0.0012345, '0.00123'],
  [0.00099996, '0.00100'],
  [0.00012345, '1.23×10⁻⁴'],
  [9e-34, '9×10⁻³⁴'],
  [-2.5251e12, '−2.53×10¹²'],
  [5e-324, '5×10⁻³²⁴'],
  [Number.POSITIVE_INFINITY, '∞'],
  [Number.NEGATIVE_INFINITY, '−∞'],
  [Number.NaN, 'NaN'],
])('%d is written %s', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

test('the full double has a real minus and every digit; its copy reads back as the same number', () => {
  expect(formatFull(-1.2231768707922428)).toBe('−1.2231768707922428');
  expect(formatFull(-1e-7)).toBe('−1e−7');
  expect(formatFull(-0)).toBe('0');
  for (const value of [-1.2231768707922428, 5e-324, 1 / 3, -1e21])
    expect(Number(copyNumber(value))).toBe(value);
  expect(copyNumber(-1.5)).toBe('-1.5');
});

test.each([
  [0.644, '64\u202f%'],
  [1, '100\u202f%'],
  [0.9965, '99.7\u202f%'],
  [12.5, '1\u202f250\u202f%'],
  [0.0321, '3.2\u202f%'],
  [0.09951, '10\u202f%'],
  [0.0053, '0.53\u202f%'],
  [0.00001, '<\u202f0.01\u202f%'],
  [0, '0\u202f%'],
  [2.5251e5, '2.5×10⁷\u202f%'],
  [Number.NaN, 'NaN'],
])('a ratio of %d is %s', (ratio, text) => {
  expect(formatPercent(ratio)).toBe(text);
});

test('numbers that stand together have the same decimals', () => {
  expect(formatList([-0.2412, -0.0712, 0.3, -0.1667])).toBe('−0.24, −0.07, 0.30, −0.17');
  expect(alignNumbers([1, 0.5, -1]).entries).toEqual(['1.0', '0.5', '−1.0']);
  expect(alignNumbers([12.34, -0.001]).entries).toEqual(['12.3', '−0.001']);
  expect(alignNumbers([123.4, -5.678], 3).entries).toEqual(['123', '−6']);
});

test('what is not 0 is never written as 0', () => {
  expect(alignNumbers([0.5123, 0.00123, -3.21e-7, 0])).toEqual({
    entries: ['0.51', '0.001', '−3×10⁻⁷', '0.00'],
    exponent: 0,
  });
  expect(alignNumbers([1.234e-7, 5.6e-12, 0])).toEqual({
    entries: ['1.23', '6×10⁻⁵', '0.00'],
    exponent: -7,
  });
});

test('a vector of very small numbers shares one power of ten', () => {
  expect(alignNumbers([1.234e-7, -5.6e-8])).toEqual({ entries: ['1.23', '−0.56'], exponent: -7 });
});

test('a count keeps all of its digits, however many', () => {
  expect([0, 999, 1234.4, 12_345_678].map(formatCount)).toEqual([
    '0',
    '999',
    '1\u202f234',
    '12\u202f345\u202f678',
  ]);
});

test('of nothing, nothing is no share; what is no number stays one', () => {
  expect(formatShare(0, 0)).toBe('–');
  expect(formatShare(0, 2)).toBe(formatPercent(0));
  expect(formatShare(1, 2)).toBe(formatPercent(0.5));
  expect(formatShare(Number.NaN, 0)).toBe('NaN');
});
