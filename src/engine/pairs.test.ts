/** Who hears whom, on networks small enough to know the answer. */
import { describe, expect, test } from 'vitest';
import { compile, execute, type Shape } from './index';
import { heardBy } from './pairs';

/** One linear unit: ∂E_t/∂S_j = −2 (d_t − S_t) Ws^(t−j). */
const shape: Shape = {
  ...{ cell: 'rnn', T: 5, X: 1, H: 1, Y: 1, g1: 'identity', g2: 'identity', bias: false },
  ...{ errorAt: [2, 5], clip: 'off' },
};
const values = {
  ...{ x: [1, 1, 1, 1, 1], d: [0, 0, 0, 0, 0], S0: [0], Wx: [1], Ws: [2], Wy: [1] },
  ...{ theta: [1], eta: [0.1] },
};
const S = [0, 1, 3, 7, 15, 31];
const heard = (change: Partial<Shape> = {}, hasSums = false) =>
  heardBy(execute(compile({ ...shape, ...change }), values), { hasSums });
const from = (rows: ReturnType<typeof heard>, t: number) => {
  const row = rows.find((one) => one.t === t);
  if (!row) throw new Error(`E${t} has no row`);
  return row;
};

describe('what each error sends to each state', () => {
  test('has a row for each error that is taken, and for no other', () => {
    expect(heard().map(({ t }) => t)).toEqual([2, 5]);
  });

  test('doubles with each step back where Ws is 2', () => {
    const { states, first } = from(heard(), 5);
    expect(first).toBe(1);
    expect(Array.from(states.S)).toEqual([Number.NaN, 992, 496, 248, 124, 62]);
    expect(Array.from(from(heard(), 2).states.S)).toEqual([
      Number.NaN,
      ...[12, 6],
      ...[Number.NaN, Number.NaN, Number.NaN],
    ]);
  });

  test('makes terms of Ws of what was sent and the state before, and sums of them from the error back', () => {
    const { terms, sums } = from(heard({}, true), 5);
    const wanted = [1, 2, 3, 4, 5].map((j) => 2 * S[5] * 2 ** (5 - j) * S[j - 1]);
    expect(Array.from(terms).slice(1)).toEqual(wanted);
    expect(Array.from(sums).slice(1)).toEqual(
      wanted.map((_, index) => wanted.slice(index).reduce((sum, term) => sum + term, 0)),
    );
  });

  test('ends at the border of its window and at its horizon: what is beyond is absent, not 0', () => {
    const windowed = heard({ window: 3 });
    expect(windowed.map(({ t, first }) => [t, first])).toEqual([
      [2, 1],
      [5, 4],
    ]);
    expect(Array.from(from(windowed, 5).states.S)).toEqual([
      ...[Number.NaN, Number.NaN, Number.NaN, Number.NaN],
      ...[124, 62],
    ]);
    expect(heard({ horizon: 2 }).map(({ first }) => first)).toEqual([1, 4]);
  });

  test('is E_t’s own, whatever its share in a mean is', () => {
    expect(from(heard({ isMean: true }), 5).states.S).toEqual(from(heard(), 5).states.S);
  });

  test('is shortened by as much as each δ on its way was', () => {
    // δ_5 = 62 is cut to 1; so is each δ before it, which Ws has made 2, and at step 2 E_2 adds 6.
    const { states } = from(heard({ clip: 'step' }), 5);
    expect(Array.from(states.S).slice(2)).toEqual([2, 2, 2, 62]);
    expect(states.S[1]).toBeCloseTo((2 * 2) / 8, 14);
    expect(from(heard({ clip: 'step' }), 2).states.S[1]).toBeCloseTo((2 * 6) / 8, 14);
  });
});
