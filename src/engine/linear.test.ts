/** Norms and spectra against those that are known. */
import { describe, expect, test } from 'vitest';
import { norm, spectralNorm, spectralRadius } from './index';

/** Both have a relative error of some 10⁻¹⁴. */
const expectClose = (got: number, wanted: number) =>
  expect(Math.abs(got - wanted), `${got}, not ${wanted}`).toBeLessThanOrEqual(1e-12 * Math.abs(wanted));

describe('norm', () => {
  test('is Euclid’s', () => {
    expect(norm([3, 4])).toBe(5);
    expect(norm([-2])).toBe(2);
    expect(norm([])).toBe(0);
    expect(norm([0, -0])).toBe(0);
  });

  test('does not overflow before its result does', () => {
    expectClose(norm([3e200, -4e200]), 5e200);
    expect(norm([1.5e308])).toBe(1.5e308);
    expect(norm([1.5e308, 1.5e308])).toBe(Number.POSITIVE_INFINITY);
  });

  test('does not vanish before its result does', () => {
    expectClose(norm([3e-200, 4e-200]), 5e-200);
    expectClose(norm([3e-160, 4e-160]), 5e-160);
    expect(norm([5e-324, 0])).toBe(5e-324);
  });

  test('says when an entry is broken', () => {
    expect(norm([1, Number.NaN, 1e300])).toBeNaN();
    expect(norm([Number.POSITIVE_INFINITY, Number.NaN])).toBeNaN();
    expect(norm([1, Number.NEGATIVE_INFINITY])).toBe(Number.POSITIVE_INFINITY);
  });

  test('reads a part of a list', () => {
    expect(norm([100, 3, 4, 100], 1, 2)).toBe(5);
  });
});

/** [name, matrix, size, ρ, σ_max] */
const known: [string, number[], number, number, number][] = [
  ['a number', [2.5], 1, 2.5, 2.5],
  ['a negative number', [-2.5], 1, 2.5, 2.5],
  ['zero', [0, 0, 0, 0], 2, 0, 0],
  ['the identity', [1, 0, 0, 0, 1, 0, 0, 0, 1], 3, 1, 1],
  ['a rotation, scaled: complex eigenvalues', [0, -0.7, 0.7, 0], 2, 0.7, 0.7],
  [
    'a rotation by 1 radian, scaled',
    [1.3 * Math.cos(1), -1.3 * Math.sin(1), 1.3 * Math.sin(1), 1.3 * Math.cos(1)],
    2,
    1.3,
    1.3,
  ],
  ['a nilpotent matrix', [0, 5, 0, 0], 2, 0, 5],
  ['the nilpotent one of NOTATION', [1.5, -1.5, 1.5, -1.5], 2, 0, 3],
  ['a defective matrix', [0.9, 5, 0, 0.9], 2, 0.9, (5 + Math.sqrt(25 + 4 * 0.81)) / 2],
  ['a triangular matrix', [-3, 1, 4, 0, 2, 5, 0, 0, 1], 3, 3, Number.NaN],
  ['a matrix of ones', [1, 1, 1, 1, 1, 1, 1, 1, 1], 3, 3, 3],
  ['opposite eigenvalues', [0, 2, 2, 0], 2, 2, 2],
  ['huge entries', [1e200, 0, 0, -2e200], 2, 2e200, 2e200],
  ['tiny entries', [1e-200, 0, 0, -2e-200], 2, 2e-200, 2e-200],
];

describe('spectral radius and norm', () => {
  test.each(known)('of %s', (_, matrix, n, radius, largest) => {
    expectClose(spectralRadius(matrix, n), radius);
    if (!Number.isNaN(largest)) expectClose(spectralNorm(matrix, n), largest);
  });

  test('are the same for symmetric matrices, and their entries’ norm bounds them', () => {
    for (let n = 1; n <= 16; n++) {
      const symmetric = Array.from({ length: n * n }, (_, k) =>
        Math.sin(1 + (k % n) * Math.floor(k / n) + n),
      );
      const largest = spectralNorm(symmetric, n);
      expectClose(spectralRadius(symmetric, n), largest);
      expect(largest).toBeLessThanOrEqual(norm(symmetric) * (1 + 1e-12));
      expect(largest).toBeGreaterThanOrEqual((norm(symmetric) / Math.sqrt(n)) * (1 - 1e-12));
    }
  });

  test('of a product of orthogonal matrices and a diagonal one are what the diagonal says', () => {
    // U D V with reflections U, V: the singular values are those of D.
    const reflect = (v: number[]) =>
      v.flatMap((a, i) => v.map((b, j) => (i === j ? 1 : 0) - (2 * a * b) / norm(v) ** 2));
    const [u, w] = [reflect([1, 2, 3]), reflect([-1, 0.5, 2])];
    const product = Array.from({ length: 9 }, (_, k) =>
      [4, 0.5, 0.1].reduce((sum, s, m) => sum + u[Math.floor(k / 3) * 3 + m] * s * w[m * 3 + (k % 3)], 0),
    );
    expectClose(spectralNorm(product, 3), 4);
    expect(spectralRadius(product, 3)).toBeLessThanOrEqual(4);
  });

  test('holds for tall matrices too: a gated cell’s blocks of rows', () => {
    expectClose(spectralNorm([3, 0, 4, 0, 0, 1], 2), 5);
    expectClose(spectralNorm([3, 0, -4], 1), 5);
    expectClose(spectralNorm([1e200, 0, 0, 1e200, 1e200, 0], 2), Math.SQRT2 * 1e200);
  });

  test('are NaN where an entry is', () => {
    expect(spectralRadius([1, 0, 0, Number.NaN], 2)).toBeNaN();
    expect(spectralNorm([1, 0, 0, Number.NaN], 2)).toBeNaN();
    expect(spectralRadius([Number.POSITIVE_INFINITY, 0, 0, 1], 2)).toBeNaN();
  });
});
