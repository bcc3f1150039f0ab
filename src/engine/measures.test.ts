/** What is measured on the gradient's way back. */
import { describe, expect, test } from 'vitest';
import { term } from './cells';
import {
  compile,
  deltaNorms,
  execute,
  flowNorms,
  gain,
  largestTerm,
  norm,
  numbersIn,
  type Shape,
  slopeOf,
  valueAt,
} from './index';

const shape: Shape = {
  ...{ cell: 'rnn', T: 3, X: 1, H: 1, Y: 1, g1: 'tanh', g2: 'identity', bias: false },
  ...{ errorAt: [3], clip: 'off' },
};
const values = {
  ...{ x: [1, 0.5, -1], d: [0, 0, 0.7], S0: [0], Wx: [0.5], Ws: [0.8], Wy: [1], theta: [1], eta: [0.1] },
};
const run = (change: Partial<Shape> = {}, numbers: Partial<typeof values> = {}) =>
  execute(compile({ ...shape, ...change }), { ...values, ...numbers });
const expectAll = (got: ArrayLike<number>, wanted: number[]) => {
  expect(got.length).toBe(wanted.length);
  wanted.forEach((v, i) => {
    expect(got[i]).toBeCloseTo(v, 14);
  });
};

describe('the norms of δ', () => {
  test('of the article’s network, from S_0 to S_3', () => {
    const norms = [0.4243433984990668, 0.6744621745216656, 1.2104612516471467, 1.5183978049309437];
    expectAll(deltaNorms(run()), norms);
    expectAll(flowNorms(run()), norms);
  });

  test('are NaN after the last error, where no gradient is', () => {
    const norms = deltaNorms(run({ errorAt: [2] }));
    expect(norms[2]).toBeGreaterThan(0);
    expect(norms[3]).toBeNaN();
  });

  test('tell what came in from what flows on, where clipping bites', () => {
    const trace = run({ clip: 'step' }, { theta: [1] });
    const [raw, flow] = [deltaNorms(trace), flowNorms(trace)];
    const [first, second, third] = [0.629158186372742, 0.5571943534779694, 0.7971963919575069];
    // δ_3 is cut to 1; what follows stems from the cut one.
    expectAll(raw, [third * second * first, third * second, third, 1.5183978049309437]);
    expectAll(flow, [third * second * first, third * second, third, 1]);
  });
});

describe('the gain of a step', () => {
  test('of the article’s network is the size of its Jacobian', () => {
    const gains = [1, 2, 3].map((t) => gain(run(), t));
    expectAll(gains, [0.629158186372742, 0.5571943534779694, 0.7971963919575069]);
  });

  test('is of what came through S_t alone, also where S_{t−1} has an error of its own', () => {
    const gains = [1, 2, 3].map((t) => gain(run({ errorAt: [1, 2, 3] }), t));
    expectAll(gains, [0.629158186372742, 0.5571943534779694, 0.7971963919575069]);
  });

  test('is of what flows on: clipping does not change a single unit’s', () => {
    const gains = [1, 2, 3].map((t) => gain(run({ clip: 'step' }, { theta: [0.3] }), t));
    expectAll(gains, [0.629158186372742, 0.5571943534779694, 0.7971963919575069]);
  });

  test('is NaN where nothing flows, and outside the sequence', () => {
    expect(gain(run({ errorAt: [2] }), 3)).toBeNaN();
    expect(gain(run(), 4)).toBeNaN();
    expect(gain(run(), 0)).toBeNaN();
  });

  test('multiplies to the whole way where the error is at the last step only', () => {
    const trace = run(
      { T: 2, X: 1, H: 2, errorAt: [2] },
      {
        ...{ x: [1, -0.5], d: [0, 1], S0: [0.1, 0.2] },
        ...{ Wx: [0.5, -0.3], Ws: [0.8, -0.4, 0.3, 0.9], Wy: [1, -2] },
      },
    );
    const [start, , end] = deltaNorms(trace);
    expect(gain(trace, 1) * gain(trace, 2)).toBeCloseTo(start / end, 14);
    expect(start).toBe(norm(valueAt(trace, 'd:S0', trace.plan.bounds.end) ?? []));
  });
});

describe('the slope of an activation, from its output', () => {
  test.each([
    ['tanh', 0, 1],
    ['tanh', 0.5, 0.75],
    ['tanh', -1, 0],
    ['sigmoid', 0.5, 0.25],
    ['sigmoid', 1, 0],
    ['relu', 0, 0],
    ['relu', 2, 1],
    ['identity', -7, 1],
  ] as const)('of %s at an output of %d is %d', (g, output, slope) => {
    expect(slopeOf(g, output)).toBe(slope);
  });
});

describe('the largest entry of a term or of a sum', () => {
  test('is that of a term where terms cancel each other', () => {
    // ∂E/∂Wx is −0.530 − 0.422 + 1.51.
    const trace = run();
    const terms = [1, 2, 3].map((t) => Math.abs(numbersIn(trace, term('Wx', t))?.[0] ?? 0));
    expect(largestTerm(trace, 'Wx')).toBe(Math.max(...terms));
    expect(largestTerm(trace, 'Ws')).toBe(Math.abs(numbersIn(trace, 'd:Ws')?.[0] ?? 0));
  });

  test('leaves out what is not finite, and is 0 without a gradient', () => {
    expect(largestTerm(run({}, { Wy: [Number.POSITIVE_INFINITY] }), 'Ws')).toBeLessThan(
      Number.POSITIVE_INFINITY,
    );
    expect(largestTerm(run({}, { Wy: [0], d: [0, 0, 0] }), 'Ws')).toBe(0);
  });
});
