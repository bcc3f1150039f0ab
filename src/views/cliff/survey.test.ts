import { expect, test } from 'vitest';
import { paper, presentSubject } from './subject';
import { type Race, survey, type Terrain } from './survey';
import { drawTerrain, frameOf, levelsOf, placing, pulledIn } from './terrain';

const { subject, region, start, eta, theta } = paper;

const mapped = (): Terrain[] =>
  [...survey({ kind: 'map', id: 1, subject, region })].filter((report) => report?.kind === 'map');

test('the map comes coarse and then fine, its errors those of the formula', () => {
  const maps = mapped();
  expect(maps.map(({ size }) => size)).toEqual([20, 60, 180]);
  const [{ errors, size }] = maps;
  const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
  const [[left, right], [low, high]] = region;
  for (const [row, col] of [
    [0, 0],
    [3, 17],
    [19, 8],
  ]) {
    const w = left + ((col + 0.5) / size) * (right - left);
    const b = low + ((row + 0.5) / size) * (high - low);
    let x = 0.5;
    for (let t = 1; t <= 50; t++) x = w * sigmoid(x) + b;
    expect(errors[row * size + col]).toBeCloseTo((sigmoid(x) - 0.7) ** 2, 12);
  }
});

test('the race, computed in stretches, is the one descent: thrown or held at the 42nd update', () => {
  const races = [...survey({ kind: 'race', id: 7, subject, from: start, eta, theta, updates: 300 })];
  const { id, free, clipped } = races.findLast((report) => report?.kind === 'race') as Race;
  expect([id, free.length, clipped.length]).toEqual([7, 301, 301]);
  expect(free[41].norm).toBeCloseTo(10.1, 1);
  expect([free[41].point[0], free[41].point[1]]).toEqual([clipped[41].point[0], clipped[41].point[1]]);
  expect(free[42].point[0]).toBeCloseTo(6.74, 2);
  expect(free[42].point[1]).toBeCloseTo(2.27, 2);
  expect(clipped[42].point[0]).toBeCloseTo(4.43, 2);
  expect(clipped[42].point[1]).toBeCloseTo(-1.68, 2);
  for (const { error } of clipped.slice(199)) expect(error).toBeLessThan(0.002);
  for (const { error } of free.slice(42)) expect(error).toBeCloseTo(0.09, 2);
});

test('levels are evenly apart in the root, or in the logarithm where it spans much; none on a plain', () => {
  const even = levelsOf(Float64Array.from({ length: 1001 }, (_, i) => i / 1000));
  expect(even.spacing).toBe('root');
  const roots = even.values.map(Math.sqrt);
  for (let k = 2; k < roots.length; k++) expect(roots[k] - roots[k - 1]).toBeCloseTo(roots[1] - roots[0], 12);
  const wide = levelsOf(Float64Array.from({ length: 1001 }, (_, i) => 10 ** (i / 100)));
  expect(wide.spacing).toBe('log');
  expect(wide.values[1] / wide.values[0]).toBeCloseTo(wide.values[9] / wide.values[8], 9);
  expect(levelsOf([2, 2, 2]).values).toEqual([]);
  expect(levelsOf([Number.NaN, Number.POSITIVE_INFINITY]).values).toEqual([]);
});

test('what is not finite is a hole in the map, and the rest is drawn whole', () => {
  const place = placing(region, frameOf(600));
  const errors = Float64Array.from({ length: 400 }, (_, i) => i);
  const sound: Terrain = { kind: 'map', id: 1, region, size: 20, errors };
  const levels = levelsOf(errors).values;
  expect(drawTerrain(sound, levels, place).holes).toBeUndefined();
  errors[210] = Number.NaN;
  errors[211] = Number.POSITIVE_INFINITY;
  const { bands, holes } = drawTerrain(sound, levels, place);
  expect(holes).toMatch(/^M.*Z$/);
  expect(bands).toHaveLength(levels.length);
  for (const band of bands) {
    expect(band).toMatch(/^M.*Z$/);
    expect(band).not.toMatch(/NaN|Infinity/);
  }
});

test('a place on the drawing is a point of the plane, and the other way round', () => {
  const place = placing(region, frameOf(600));
  const [u, v] = place.point(place.x(5), place.y(-2.8));
  expect([u, v]).toEqual([expect.closeTo(5, 12), expect.closeTo(-2.8, 12)]);
  expect(pulledIn(region, [100, -100])).toEqual([7.5, -4]);
});

test('the present network is descended without its own clipping and optimizer', () => {
  const { shape } = presentSubject(
    { ...subject.shape, clip: 'step', optimizer: 'adam' },
    subject.values,
    subject.parameters,
  );
  expect(shape).toEqual(subject.shape);
});
