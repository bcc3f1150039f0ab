import { describe, expect, test } from 'vitest';
import { type Case, flatten, type Nested, readCases, shapeOf, valuesOf } from '../../test/oracle/cases';
import { carriedDoneAt, carriedGain, carriedGradient, carriedNorms, forgetPath, receivedAt } from './carried';
import { compile } from './compile';
import { execute } from './execute';
import { norm } from './linear';
import { deltaNorms, flowNorms } from './measures';
import { doneAt, numbersIn } from './trace';
import type { Trace } from './types';

const cases = readCases();
const lstms = cases.filter(({ config }) => config.cell === 'lstm');

/** A case's network with the error of step N alone, neither clipped nor truncated. */
const alone = (one: Case, N: number): Trace =>
  execute(compile({ ...shapeOf(one), clip: 'off', window: undefined, errorAt: [N] }), valuesOf(one));

const expectSame = (found: ArrayLike<number> | undefined, wanted: ArrayLike<number>, what: string) => {
  const size = Math.max(...Array.from(wanted, Math.abs));
  expect(found?.length, what).toBe(wanted.length);
  for (const [i, value] of Array.from(wanted).entries())
    expect(Math.abs((found?.[i] ?? Number.NaN) - value), what).toBeLessThanOrEqual(1e-10 * size);
};

/** v Aᵀ: what a gradient becomes on its way back through the block of a Jacobian. */
const back = (block: Nested, gradient: readonly number[]): number[] => {
  const n = gradient.length;
  const matrix = flatten(block);
  return gradient.map((_, col) => gradient.reduce((sum, d, row) => sum + d * matrix[row * n + col], 0));
};
const plus = (one: readonly number[], other: readonly number[]) => one.map((v, i) => v + other[i]);

describe('the gradient of all that is carried', () => {
  test.each(cases.filter(({ config }) => config.cell !== 'lstm').map((one) => [one.id, one] as const))(
    'is δ_t where only S is carried, clipped or not (%s)',
    (_, one) => {
      const trace = execute(compile(shapeOf(one)), valuesOf(one));
      expect(carriedNorms(trace)).toEqual({ came: deltaNorms(trace), flows: flowNorms(trace) });
    },
  );

  test.each(lstms.map((one) => [one.id, one] as const))(
    'of (S, C) is what PyTorch’s Jacobians of the pair make of δ_N (%s)',
    (_, one) => {
      const { expected, config } = one;
      const N = config.loss.at.at(-1) as number;
      const trace = alone(one, N);
      const H = config.hidden;
      let S = Array.from(numbersIn(trace, `d:S${N}`) as Float64Array);
      let C = new Array<number>(H).fill(0);
      expectSame(carriedGradient(trace, N), S, `at ${N}`);
      for (let t = N; t >= 1; t--) {
        const { SS, SC, CS, CC } = expected.jacobian[t - 1] as Record<string, Nested>;
        [S, C] = [plus(back(SS, S), back(CS, C)), plus(back(SC, S), back(CC, C))];
        expectSame(carriedGradient(trace, t - 1), [...S, ...C], `at ${t - 1}`);
      }
    },
  );

  test.each(lstms.map((one) => [one.id, one] as const))(
    'is that of the initial states of a network which starts at step t (%s)',
    (_, one) => {
      const { T, input, output } = one.config;
      const trace = alone(one, T);
      const values = valuesOf(one);
      for (let t = 0; t < T; t++) {
        const rest = compile({ ...trace.plan.shape, T: T - t, errorAt: [T - t] });
        const from = (lane: string, size: number) => Array.from(values[lane]).slice(t * size);
        const later = execute(rest, {
          ...values,
          x: from('x', input),
          d: from('d', output),
          S0: numbersIn(trace, `S${t}`) as Float64Array,
          C0: numbersIn(trace, `C${t}`) as Float64Array,
        });
        const wanted = ['d:S0', 'd:C0'].flatMap((id) => Array.from(numbersIn(later, id) as Float64Array));
        expectSame(carriedGradient(trace, t), wanted, `at ${t}`);
      }
    },
  );

  test('is cut where truncation cuts, and clipped in S alone', () => {
    const [truncated, clipped] = ['public-032', 'public-033'].map((id) => {
      const one = cases.find((each) => each.id === id) as Case;
      return execute(compile(shapeOf(one)), valuesOf(one));
    });
    // Windows of two: nothing of step 5 comes to step 4, nothing of step 3 to step 2.
    expect(carriedGain(truncated, 5)).toBeNaN();
    expect(carriedGain(truncated, 4)).toBeGreaterThan(0);
    const { came, flows } = carriedNorms(clipped);
    const C = numbersIn(clipped, 'd:C3/C4') as Float64Array;
    expect(came[3]).toBeCloseTo(Math.hypot(norm(numbersIn(clipped, 'd:S3') as Float64Array), ...C), 12);
    expect(flows[3]).toBeCloseTo(Math.hypot(norm(numbersIn(clipped, 'clip:S3') as Float64Array), ...C), 12);
    expect(flows[3]).toBeLessThan(came[3]);
  });
});

test('with the error at the last step alone the gains multiply to what is left', () => {
  for (const one of cases.filter(({ config }) => config.hidden > 1)) {
    const { T } = one.config;
    const trace = alone(one, T);
    const { flows } = carriedNorms(trace);
    let size = flows[T];
    for (let t = T; t >= 1; t--) {
      size *= carriedGain(trace, t);
      expect(Math.abs(size - flows[t - 1]) / flows[t - 1], `${one.id}, ${t - 1}`).toBeLessThan(1e-12);
    }
  }
});

test.each(['public-030', 'public-027', 'public-038', 'public-033', 'public-040'])(
  'it is known once all of it is there (%s)',
  (id) => {
    const one = cases.find((each) => each.id === id) as Case;
    const { plan } = execute(compile(shapeOf(one)), valuesOf(one));
    for (let t = one.config.T; t >= 1; t--) {
      const { came, flown } = carriedDoneAt(plan, t);
      const parts = [`d:S${t}`, ...(plan.cells.has(`d:C${t}/C${t + 1}`) ? [`d:C${t}/C${t + 1}`] : [])];
      expect(came).toBe(Math.max(...parts.map((part) => doneAt(plan, part))));
      expect(flown).toBe(Math.max(came, plan.cells.has(`clip:S${t}`) ? doneAt(plan, `clip:S${t}`) : 0));
      expect(receivedAt(plan, t)).toBeLessThanOrEqual(
        t > 1 ? carriedDoneAt(plan, t - 1).came : plan.bounds.update,
      );
    }
  },
);

test('where no gradient reaches nothing is ever known', () => {
  const trace = alone(cases.find(({ id }) => id === 'public-031') as Case, 2);
  expect(carriedDoneAt(trace.plan, 4)).toEqual({ came: Infinity, flown: Infinity });
  expect(carriedNorms(trace).came[4]).toBeNaN();
  expect(receivedAt(trace.plan, 4)).toBe(Infinity);
});

describe('along C alone', () => {
  test('PyTorch’s forget gates multiply what sets out', () => {
    for (const one of lstms) {
      const { T, hidden } = one.config;
      const trace = alone(one, T);
      const path = forgetPath(trace) as Float64Array;
      let along = Array.from(numbersIn(trace, `d:C${T}`) as Float64Array);
      expect(path[T]).toBe(norm(along));
      for (let t = T; t >= 1; t--) {
        const gate = flatten(one.expected.gates?.f[t - 1] as Nested);
        along = along.map((v, i) => v * gate[i]);
        expect(Math.abs(path[t - 1] - norm(along)) / norm(along), `${one.id}, ${t - 1}`).toBeLessThan(1e-10);
      }
      expect(along).toHaveLength(hidden);
    }
  });

  test('it ends where truncation cuts, begins at the last error, and no other cell has it', () => {
    const one = lstms.find(({ id }) => id === 'public-032') as Case;
    const truncated = execute(compile(shapeOf(one)), valuesOf(one));
    expect(Array.from(forgetPath(truncated) as Float64Array, Number.isNaN)).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
    const early = forgetPath(alone(one, 3)) as Float64Array;
    expect(Array.from(early, Number.isNaN)).toEqual([false, false, false, false, true, true]);
    expect(forgetPath(alone(cases.find(({ config }) => config.cell === 'gru') as Case, 2))).toBeUndefined();
  });
});
