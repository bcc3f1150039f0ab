/** Runs stand for themselves: none shares memory with another, none throws for being too large. */
import { describe, expect, test } from 'vitest';
import { compile, execute, type Shape, type Trace, valueAt, weightsAfter } from './index';

const shape: Shape = {
  ...{ cell: 'rnn', T: 3, X: 1, H: 1, Y: 1, g1: 'tanh', g2: 'identity', bias: false },
  ...{ errorAt: [3], clip: 'off' },
};
const values = {
  ...{ x: [1, 0.5, -1], d: [0, 0, 0.7], S0: [0], Wx: [0.5], Ws: [0.8], Wy: [1], theta: [1], eta: [0.1] },
};
const final = (trace: Trace, id: string) => valueAt(trace, id, trace.plan.bounds.end) as Float64Array;

describe('a plan', () => {
  test('is the same for the same shape, and another for another', () => {
    expect(compile({ ...shape, errorAt: [3] })).toBe(compile(shape));
    expect(compile({ ...shape, errorAt: [1, 3] })).not.toBe(compile(shape));
    expect(compile({ ...shape, clip: 'step' })).not.toBe(compile(shape));
  });

  test('still serves its traces when many other shapes were compiled since', () => {
    const plan = compile(shape);
    const before = execute(plan, values);
    for (let T = 1; T <= 80; T++) compile({ ...shape, T, errorAt: [T] });
    const after = execute(compile(shape), values, before);
    expect(after.arena).toEqual(before.arena);
    expect(final(before, 'sum:Ws@2')).toEqual(final(after, 'sum:Ws@2'));
  });
});

describe('a trace', () => {
  test('keeps every bit while thousands of others are made', () => {
    const plans = [1, 2, 3, 7, 20, 60].map((T) => compile({ ...shape, T, errorAt: [T], H: 3 }));
    const sizes = (T: number) => ({ x: new Array(T).fill(0.5), d: new Array(T).fill(1) });
    const weights = { S0: [0, 0, 0], Wx: [1, 2, 3], Ws: [0.5, 1, 0, -1, 0.5, 1, 0, -1, 0.5], Wy: [1, 1, 1] };
    const make = (k: number) => {
      const plan = plans[k % plans.length];
      return execute(plan, { ...sizes(plan.shape.T), ...weights, theta: [1], eta: [k] });
    };
    const kept = Array.from({ length: 300 }, (_, k) => {
      const trace = make(k);
      final(trace, `sum:Ws@1`);
      return { trace, copy: trace.arena.slice(), sum: final(trace, 'sum:Ws@1').slice() };
    });
    for (let k = 0; k < 5000; k++) make(k + 1000);
    for (const { trace, copy, sum } of kept) {
      expect(trace.arena).toEqual(copy);
      expect(final(trace, 'sum:Ws@1')).toEqual(sum);
    }
  });

  test('does not hold on to the lists it was given', () => {
    const own = { ...values, x: [1, 0.5, -1] };
    const trace = execute(compile(shape), own);
    own.x[0] = 99;
    expect(final(trace, 'x1')[0]).toBe(1);
  });

  test('gives the same array for the same cell each time, terms and partial sums too', () => {
    const trace = execute(compile(shape), values);
    for (const id of ['S2', 'd:Ws@2', 'sum:Ws@2', 'd:Ws']) expect(final(trace, id)).toBe(final(trace, id));
  });

  test('of another plan is not taken up', () => {
    const other = execute(compile({ ...shape, g1: 'relu' }), values);
    expect(execute(compile(shape), values, other).arena).toEqual(execute(compile(shape), values).arena);
  });
});

describe('a network that explodes', () => {
  const T = 60;
  const large = compile({ ...shape, T, g1: 'identity', errorAt: Array.from({ length: T }, (_, k) => k + 1) });
  const grow = (Ws: number, plan = large) =>
    execute(plan, { ...values, x: new Array(T).fill(1), d: new Array(T).fill(0), Ws: [Ws] });

  test('gives ∞ and NaN where they arise, and sound numbers before', () => {
    const trace = grow(1e10);
    expect(final(trace, 'S1')[0]).toBe(0.5);
    expect(final(trace, 'S3')[0] / 5e19).toBeCloseTo(1, 9);
    expect(final(trace, 'S60')[0]).toBe(Number.POSITIVE_INFINITY);
    expect(final(trace, 'E')[0]).toBe(Number.POSITIVE_INFINITY);
    expect(Number.isFinite(final(trace, 'd:Ws')[0])).toBe(false);
  });

  test('can be looked at everywhere, and trained further, without a throw', () => {
    for (const Ws of [1e10, 1e300, -1e300, Number.POSITIVE_INFINITY, Number.NaN]) {
      for (const plan of [large, compile({ ...large.shape, clip: 'step' })]) {
        const trace = grow(Ws, plan);
        for (const op of plan.ops) {
          expect(valueAt(trace, op.out, op.index)).toBeUndefined();
          expect(valueAt(trace, op.out, op.index + 1)?.length).toBe(1);
        }
        expect(() =>
          execute(plan, {
            ...values,
            x: new Array(T).fill(1),
            d: new Array(T).fill(0),
            ...weightsAfter(trace),
          }),
        ).not.toThrow();
      }
    }
  });

  test('takes nothing of an overflown run into the next', () => {
    const broken = grow(Number.NaN);
    const sound = grow(0.5);
    expect(sound.arena.every(Number.isFinite)).toBe(true);
    const { plan } = broken;
    expect(
      execute(plan, { ...values, x: new Array(T).fill(1), d: new Array(T).fill(0), Ws: [0.5] }).arena,
    ).toEqual(sound.arena);
  });

  test('with NaN in one input has a NaN wherever that input counts, and nowhere else', () => {
    const x = new Array(T).fill(1);
    x[29] = Number.NaN;
    const trace = execute(large, { ...values, x, d: new Array(T).fill(0), Ws: [0.5] });
    expect(final(trace, 'S29')[0]).toBeGreaterThan(0);
    expect(final(trace, 'S30')[0]).toBeNaN();
    expect(final(trace, 'S60')[0]).toBeNaN();
    expect(final(trace, 'd:Ws')[0]).toBeNaN();
  });
});
