import { describe, expect, it } from 'vitest';
import { columnsFor } from './columns';

/** The row without its label in the middle of a 1440 px window, and on a phone. */
const USUAL = 662;
const PHONE = 266;

describe('columns', () => {
  it('are generous and centred for three steps', () => {
    const columns = columnsFor(USUAL, 3);
    expect(columns.width).toBe(150);
    expect(columns.total).toBe(USUAL);
    expect(columns.left).toBeGreaterThan(44);
  });
  it.each([1, 3, 8, 12])('are shown in full for T = %i at 1440', (T) => {
    const columns = columnsFor(USUAL, T);
    expect(columns.mode).toBe('full');
    expect(columns.total).toBe(USUAL);
  });
  it('fit a window of 1024 px without scrolling up to T = 12', () => {
    const columns = columnsFor(642, 12);
    expect(columns.mode).toBe('full');
    expect(columns.total).toBe(642);
  });
  it('are compressed beyond, and sixty steps still fit', () => {
    expect(columnsFor(USUAL, 20).mode).toBe('compact');
    const most = columnsFor(USUAL, 60);
    expect(most.mode).toBe('strip');
    expect(most.width).toBeGreaterThanOrEqual(9);
    expect(most.total).toBe(USUAL);
  });
  it('fit three steps into a phone of 390 px and sixty into a window of 1440 px', () => {
    expect(columnsFor(274, 3).total).toBe(274);
    expect(columnsFor(642, 60).total).toBe(642);
  });
  it('leave S_0 more room while presenting generous columns, and only then', () => {
    const place = (T: number, isPresented: boolean) => {
      const { x, left } = columnsFor(622, T, isPresented);
      return left - x(0);
    };
    expect(place(3, true)).toBeGreaterThan(place(3, false));
    expect(place(12, true)).toBe(place(12, false));
  });
  it.each([3, 12, 24, 60])('keep a useful width on a phone and scroll (T = %i)', (T) => {
    const columns = columnsFor(PHONE, T);
    expect(columns.width).toBeGreaterThanOrEqual(20);
    expect(columns.total).toBeGreaterThan(PHONE);
  });
  it.each([1, 3, 12, 60])('stand side by side, S_0 before and the sum behind (T = %i)', (T) => {
    for (const available of [PHONE, USUAL, 1100]) {
      const { x, width, left, right, sum, sumWidth, total } = columnsFor(available, T);
      expect(x(1) - width / 2).toBeCloseTo(left);
      expect(x(T) + width / 2).toBeCloseTo(right);
      expect(x(0)).toBeGreaterThan(0);
      expect(x(0)).toBeLessThan(left);
      expect(sum - sumWidth / 2).toBeCloseTo(right);
      expect(sum + sumWidth / 2).toBeLessThanOrEqual(total + 1e-9);
    }
  });
});
