import { expect, test } from 'vitest';
import { spectralNorm } from '../engine';
import { article } from './presets';
import { type Setup, shapeOf, valuesOf } from './setup';

const drawn: Setup = { ...article, T: 4, X: 2, H: 3, Y: 2, edits: {} };

test('the error at every step is placed at every step', () => {
  expect(shapeOf({ ...drawn, errorAt: 'every' }).errorAt).toEqual([1, 2, 3, 4]);
  expect(shapeOf(drawn).errorAt).toEqual([4]);
});

test('a longer sequence begins with the shorter one', () => {
  const [short, long] = [valuesOf(drawn), valuesOf({ ...drawn, T: 9 })];
  expect(Array.from(long.x).slice(0, 8)).toEqual(Array.from(short.x));
  expect(Array.from(long.d).slice(0, 8)).toEqual(Array.from(short.d));
});

test('more hidden units leave the weights between the first ones as they were', () => {
  const [small, large] = [valuesOf(drawn).Ws, valuesOf({ ...drawn, H: 5 }).Ws];
  for (let row = 0; row < 3; row++) {
    for (let col = 0; col < 3; col++) expect(large[row * 5 + col]).toBe(small[row * 3 + col]);
  }
});

test('drawn numbers have two decimals, differ, and follow from the seed', () => {
  const all = Object.values(valuesOf({ ...drawn, T: 60 })).flatMap((lane) => Array.from(lane));
  for (const value of all) expect(Number(value.toFixed(2))).toBe(value);
  expect(new Set(Array.from(valuesOf(drawn).Ws)).size).toBeGreaterThan(6);
  expect(valuesOf(drawn).Ws).toEqual(valuesOf({ ...drawn }).Ws);
  expect(valuesOf({ ...drawn, seed: 2 }).Ws).not.toEqual(valuesOf(drawn).Ws);
  expect(valuesOf({ ...drawn, seed: 2 }).x).toEqual(valuesOf(drawn).x);
});

test('neighbouring seeds draw unrelated numbers', () => {
  const first = Array.from({ length: 400 }, (_, seed) => valuesOf({ ...drawn, dataSeed: seed }).x[0]);
  const mean = first.reduce((sum, v) => sum + v, 0) / first.length;
  const lagged = first.slice(1).reduce((sum, v, i) => sum + v * first[i], 0) / first.length;
  expect(Math.abs(mean)).toBeLessThan(0.1);
  expect(Math.abs(lagged)).toBeLessThan(0.05);
});

test('a number given by hand stands; one outside of the sizes waits', () => {
  const setup: Setup = { ...drawn, edits: { 'x2.1': 9, 'Ws.2.0': -7, 'x60.0': 5, 'bs.0': 3 } };
  expect(valuesOf(setup).x[3]).toBe(9);
  expect(valuesOf(setup).Ws[6]).toBe(-7);
  expect(valuesOf(setup)).not.toHaveProperty('bs');
  expect(valuesOf({ ...setup, bias: true }).bs[0]).toBe(3);
  expect(valuesOf({ ...setup, T: 60 }).x[118]).toBe(5);
});

test.each([0.3, 1, 2.7, 4])('Ws scaled to %s has that spectral norm', (scale) => {
  expect(spectralNorm(valuesOf({ ...drawn, scale }).Ws, 3)).toBeCloseTo(scale, 12);
});

test('one hidden unit scaled to s is exactly s or −s', () => {
  for (let seed = 0; seed < 50; seed++) {
    expect(Math.abs(valuesOf({ ...drawn, H: 1, scale: 1.1, seed }).Ws[0])).toBe(1.1);
  }
  expect(valuesOf({ ...drawn, H: 1, scale: 1.1, edits: { 'Ws.0.0': -0.2 } }).Ws[0]).toBe(-1.1);
  expect(valuesOf({ ...drawn, H: 1, scale: 1.1, edits: { 'Ws.0.0': 0 } }).Ws[0]).toBe(1.1);
});

test('a matrix of zeros has no direction to scale and stays', () => {
  const edits = { 'Ws.0.0': 0, 'Ws.0.1': 0, 'Ws.1.0': 0, 'Ws.1.1': 0 };
  expect(Array.from(valuesOf({ ...drawn, H: 2, scale: 2, edits }).Ws)).toEqual([0, 0, 0, 0]);
});
