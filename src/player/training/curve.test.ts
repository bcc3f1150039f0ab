import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Curve, LONGEST } from './curve';

test('an entry stands for its updates: mean, least and greatest error, largest norms', () => {
  const update = fc.tuple(...Array.from({ length: 3 }, () => fc.double({ min: 0, max: 100, noNaN: true })));
  fc.assert(
    fc.property(fc.array(update, { minLength: 1, maxLength: 5 * LONGEST, size: 'max' }), (updates) => {
      const curve = new Curve();
      for (const [error, norm, clipped] of updates) curve.add(error, norm, clipped);
      const data = curve.data();
      expect(data.updates).toBe(updates.length);
      expect(data.error.length).toBe(Math.ceil(updates.length / data.span));
      expect(data.error.length).toBeLessThanOrEqual(LONGEST);
      // No coarser than it must be.
      if (data.span > 1) expect(updates.length).toBeGreaterThan((LONGEST * data.span) / 2);
      for (let i = 0; i < data.error.length; i++) {
        const own = updates.slice(i * data.span, (i + 1) * data.span);
        const errors = own.map(([error]) => error);
        expect(data.error[i]).toBeCloseTo(errors.reduce((sum, e) => sum + e, 0) / own.length, 9);
        expect(data.least[i]).toBe(Math.min(...errors));
        expect(data.most[i]).toBe(Math.max(...errors));
        expect(data.norm[i]).toBe(Math.max(...own.map(([, norm]) => norm)));
        expect(data.clippedNorm[i]).toBe(Math.max(...own.map(([, , clipped]) => clipped)));
      }
    }),
    { numRuns: 30 },
  );
});

test('what was given out does not change with later updates', () => {
  const curve = new Curve();
  curve.add(1, 2, 3);
  const before = curve.data();
  curve.add(5, 6, 7);
  expect(before).toMatchObject({ updates: 1, error: Float64Array.of(1), norm: Float64Array.of(2) });
});
