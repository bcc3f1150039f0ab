import { expect, test } from 'vitest';
import { comparisons, variantsOf } from './comparisons';
import { presets } from './presets';
import type { Setup } from './setup';

const setup: Setup = presets[1].setup;

test.each(comparisons)('%s are two or three networks that differ', (id) => {
  const all = variantsOf(id, setup, 0.9).map((patch) => JSON.stringify({ ...setup, ...patch }));
  expect(all.length).toBeGreaterThanOrEqual(2);
  expect(new Set(all).size).toBe(all.length);
});

test('the second threshold is a tenth of the first, in as many digits as it has, and within what is allowed', () => {
  const second = (threshold: number) => variantsOf('thresholds', { ...setup, threshold }, 1)[1].threshold;
  expect([1, 0.3, 5e-6].map(second)).toEqual([0.1, 0.03, 5e-5]);
});

test('the second scale stands on the other side of 1', () => {
  expect(variantsOf('scales', setup, 0.9)[1].scale).toBeGreaterThan(1);
  expect(variantsOf('scales', setup, 4)[1].scale).toBeLessThan(1);
});

test.each(['tanh', 'relu', 'sigmoid', 'identity'] as const)(
  '%s is compared with another activation',
  (g1) => {
    const [one, other] = variantsOf('activations', { ...setup, g1, cell: 'lstm' }, 1);
    expect(one).toEqual({ cell: 'rnn', g1 });
    expect(other.g1).not.toBe(g1);
  },
);
