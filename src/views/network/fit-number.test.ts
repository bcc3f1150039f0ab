import { describe, expect, it } from 'vitest';
import { fitNumber, fitNumbers, fitPercent, textWidth } from './fit-number';

describe('a number in a cell', () => {
  it('keeps three significant digits where they fit', () => {
    expect(fitNumber(-0.059198902465471916, 70, 15)).toBe('−0.0592');
  });
  it('gives up digits, then the leading zero, in a narrow cell', () => {
    expect(fitNumber(-0.1437, 33, 11)).toBe('−0.14');
    expect(fitNumber(-0.1437, 28, 11)).toBe('−.14');
  });
  it('never becomes 0.00', () => {
    expect(fitNumber(-0.0000123, 31, 11)).toBe('−10⁻⁵');
    expect(fitNumber(0, 31, 11)).toBe('0');
  });
  it('says ∞ and NaN', () => {
    expect(fitNumber(Number.NEGATIVE_INFINITY, 31, 11)).toBe('−∞');
    expect(fitNumber(Number.NaN, 31, 11)).toBe('NaN');
  });
});

describe('the numbers of a vector', () => {
  it('are written alike', () => {
    expect(fitNumbers([0.462, -0.188, 0.551], 38, 12)).toEqual(['0.46', '−0.19', '0.55']);
    expect(fitNumbers([0.315, -0.0594, -0.372], 40, 12)).toEqual(['0.32', '−0.06', '−0.37']);
    expect(fitNumbers([0.432, -0.0021, 0.567], 42, 12)[1]).not.toBe('0.00');
    expect(fitNumbers([0.462, -0.188], 60, 12)).toEqual(['0.462', '−0.188']);
  });
  it('are as short as they can be where none fits', () => {
    expect(fitNumbers([-0.03, -0.0044], 25, 11)).toEqual(['−.03', '−.004']);
    expect(fitNumbers([-0.03, -0.0000044], 25, 11)[1]).toBe('−4e−6');
  });
});

describe('what is left of a gradient', () => {
  it('is a percentage where there is room, else as short as it must be', () => {
    expect(fitPercent(0.64, 40, 11)).toMatch(/^64\s%$/);
    expect(fitPercent(12.5, 60, 11)).toMatch(/^1\s250\s%$/);
    expect(fitPercent(0.000149, 38, 11)).toBe('0.01%');
    expect(fitPercent(0.00058, 38, 11)).toBe('0.06%');
    expect(fitPercent(0.00058, 33, 11)).toBe('.06%');
    expect(fitPercent(1e-9, 40, 11)).toBe('<.01%');
    expect(fitPercent(12.5, 36, 11)).toBe('×12.5');
    expect(fitPercent(1.23e7, 36, 11)).toBe('1e7');
    for (const ratio of [1e-9, 0.00012, 0.034, 0.5, 3.4, 99, 1234, 5e6])
      expect(textWidth(fitPercent(ratio, 36, 11), 11)).toBeLessThanOrEqual(36);
  });
});
