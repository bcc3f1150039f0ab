import { expect, test } from 'vitest';
import { balanceOf } from './balance';
import { cellTexts, matrixSize } from './sizes';

test('two terms: the nearer against the farther', () => {
  const balance = balanceOf([3, 2], [0.833576192330547, 0.38960067846169577]);
  expect(balance?.ratio).toBeCloseTo(2.1395655, 6);
  expect([balance?.near, balance?.far]).toEqual([
    [3, 3],
    [2, 2],
  ]);
});

test('of an odd number of terms the middle one is left out', () => {
  expect(balanceOf([5, 4, 3, 2, 1], [8, 4, 100, 2, 1])).toEqual({
    ...{ ratio: 4, nearShare: 12 / 115, farShare: 3 / 115 },
    ...{ near: [4, 5], far: [1, 2] },
  });
});

test('far terms of 0 are outweighed without bound, and nothing is said of nothing', () => {
  expect(balanceOf([3, 2, 1], [0.83, 0.39, 0])?.ratio).toBe(Number.POSITIVE_INFINITY);
  expect(balanceOf([3], [1])).toBeUndefined();
  expect(balanceOf([2, 1], [0, 0])).toBeUndefined();
  expect(balanceOf([2, 1], [Number.NaN, 1])).toBeUndefined();
});

test('cells hold numbers where there is room, else they are squares', () => {
  expect(matrixSize(1, 1, 130, 64).hasNumbers).toBe(true);
  const small = matrixSize(4, 4, 40, 64);
  expect(small).toMatchObject({ hasNumbers: false, cellWidth: 10, cellHeight: 10 });
});

test('the numbers of a matrix are written alike, else as short as those of a state, or not at all', () => {
  expect(cellTexts([0, -0.38960067846169577], 60)).toEqual({ texts: ['0', '−0.390'], size: 14 });
  expect(cellTexts([0, -0.38960067846169577], 32)).toEqual({ texts: ['0', '−0.39'], size: 11 });
  expect(cellTexts([1, -6.2e-5], 40)).toEqual({ texts: ['1.00', '−6e−5'], size: 11 });
  expect(cellTexts([1, -6.2e-5], 30)).toBeUndefined();
});
