import { expect, test } from 'vitest';
import { chartScale, decade } from './scale';
import { keyedThreshold, roundedThreshold } from './threshold';

const extent = { top: 20, bottom: 120 };
const log = (norms: number[], hasThreshold = false) =>
  chartScale(norms, norms[norms.length - 1], 'log', extent, hasThreshold);

test('a log scale holds the norms between whole decades, each decade the same height', () => {
  const scale = log([0.674, 1.21, 1.52]);
  expect([scale.min, scale.max]).toEqual([0.1, 10]);
  expect(scale.ticks.map(({ text, y }) => [text, y])).toEqual([
    ['0.1', 120],
    ['1', 70],
    ['10', 20],
  ]);
  expect(scale.norm(scale.y(1.52))).toBeCloseTo(1.52, 10);
});

test('a log scale ends six decades below what set out; what is smaller is pinned there', () => {
  const scale = log([1e-30, 1e-9, 1]);
  expect(scale.min).toBe(1e-6);
  expect(scale.y(1e-30)).toBe(120);
  expect(scale.place(1e-30)).toBe('below');
});

test('an exploding gradient is on the scale, with as many decades named as have room', () => {
  const scale = log([1e30, 1e15, 1]);
  expect(scale.place(1e30)).toBe('inside');
  expect(scale.ticks.length).toBeLessThanOrEqual(6);
  expect(scale.ticks.at(-1)?.text).toBe('10³⁰');
});

test('room for a threshold below the least norm', () => {
  expect(log([4000, 1.2]).min).toBe(1);
  expect(log([4000, 1.2], true).min).toBe(0.1);
});

test.each(['log', 'linear'] as const)('0, ∞ and NaN leave a %s scale whole', (kind) => {
  const norms = [0, Number.POSITIVE_INFINITY, Number.NaN, 2];
  const scale = chartScale(norms, 2, kind, extent);
  expect(Number.isFinite(scale.max)).toBe(true);
  expect(scale.y(0)).toBe(120);
  expect(scale.y(Number.POSITIVE_INFINITY)).toBe(20);
  expect(scale.y(Number.NaN)).toBe(120);
  expect(scale.place(Number.POSITIVE_INFINITY)).toBe('above');
  expect(scale.place(Number.NaN)).toBe('nowhere');
});

test.each(['log', 'linear'] as const)('a %s scale of nothing but zeros is a scale still', (kind) => {
  const scale = chartScale([0, 0], 0, kind, extent);
  expect(scale.max).toBeGreaterThan(scale.min);
  expect(scale.y(0)).toBe(120);
});

test('what was cut to the threshold has not left the scale for a rounding error', () => {
  expect(log([1, 100]).place(1 - 1e-15)).toBe('inside');
});

test('powers of ten are named by themselves', () => {
  expect([1e-6, 0.01, 1, 1e5].map(decade)).toEqual(['10⁻⁶', '0.01', '1', '10⁵']);
});

test('keys move the threshold by equal ratios, and it stays what is written', () => {
  const scale = { kind: 'log', min: 0.1, max: 1000 } as const;
  expect(keyedThreshold(5, 'ArrowUp', scale)).toBe(5.3);
  expect(keyedThreshold(5, 'ArrowDown', scale)).toBe(4.72);
  expect(keyedThreshold(1, 'PageUp', scale)).toBe(1.78);
  expect(keyedThreshold(5, 'Home', scale)).toBe(0.1);
  expect(keyedThreshold(5, 'End', scale)).toBe(1000);
  expect(keyedThreshold(5, 'Home', { kind: 'linear', min: 0, max: 10 })).toBe(0.01);
  expect(keyedThreshold(5, 'x', scale)).toBeUndefined();
  expect(roundedThreshold(0)).toBe(1e-6);
});
