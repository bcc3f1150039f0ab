import { describe, expect, it } from 'vitest';
import { gradientShare, inkOn, palette } from './colour';

describe('the size of a gradient', () => {
  it('stands on a log scale', () => {
    expect(gradientShare(1e-3, [1e-6, 1])).toBeCloseTo(0.5);
  });
  it('ends at the ends of the domain, ∞ and 0 included', () => {
    expect(gradientShare(0, [1e-6, 1])).toBe(0);
    expect(gradientShare(Number.POSITIVE_INFINITY, [1e-6, 1])).toBe(1);
    expect(gradientShare(7, [7, 7])).toBe(1);
    expect(gradientShare(Number.NaN, [1e-6, 1])).toBeNaN();
  });
});

describe('a palette', () => {
  it('has the stops at the ends and in the middle', () => {
    const { value, gradient } = palette('light');
    expect([value(-1), value(0), value(1)]).toEqual([
      'rgb(232, 115, 12)',
      'rgb(243, 244, 246)',
      'rgb(37, 99, 235)',
    ]);
    expect(value(-9)).toBe(value(-1));
    expect(value(Number.NaN)).toBe(value(0));
    expect(gradient(Number.NaN, [1, 2])).toBe(gradient(0, [1, 2]));
  });
  it('writes on a fill in black or white', () => {
    expect(inkOn('#f3f4f6')).toBe('#000000');
    expect(inkOn('#8a0050')).toBe('#ffffff');
  });
});
