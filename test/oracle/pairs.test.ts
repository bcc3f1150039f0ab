/**
 * What each error sends to each state, against PyTorch's norm matrices: all of them from one run, without a run for each
 * error. Tolerance for each row: max|got − expected| ≤ 1e-10 · max|expected|; what is cut is absent.
 */
import { afterAll, describe, expect, it } from 'vitest';
import { compile, execute } from '../../src/engine';
import { heardBy } from '../../src/engine/pairs';
import { type Case, type NormMatrix, readCases, shapeOf, valuesOf } from './cases';

const tolerance = 1e-10;
const cases = readCases();
let worst = 0;
let compared = 0;

function compare(one: Case, window: number | undefined, expected: NormMatrix): void {
  const trace = execute(compile({ ...shapeOf(one), clip: 'off', window }), valuesOf(one));
  const rows = new Map(heardBy(trace).map((heard) => [heard.t, heard]));
  for (const [lane, matrix] of Object.entries(expected))
    for (const [index, wanted] of matrix.entries()) {
      const heard = rows.get(index + 1);
      expect(heard !== undefined, `whether E${index + 1} has a row`).toBe(wanted !== null);
      if (!heard || !wanted) continue;
      const norms = lane === 'Ws' ? heard.terms : heard.states[lane];
      const largest = Math.max(...wanted);
      for (const [k, norm] of wanted.entries()) {
        const got = norms[k + 1];
        const what = `${lane} of step ${k + 1}, from E${heard.t}`;
        if (k + 1 < heard.first) expect([got, norm], `${what} is absent`).toEqual([Number.NaN, 0]);
        else {
          const error = largest === 0 ? got : Math.abs(got - norm) / largest;
          expect(error, `${what}: ${got}, not ${norm}`).toBeLessThanOrEqual(tolerance);
          worst = Math.max(worst, error);
          compared++;
        }
      }
      expect(Array.from(norms.subarray(heard.t + 1)).every(Number.isNaN), `nothing after E${heard.t}`).toBe(
        true,
      );
    }
}

describe('who hears whom agrees with PyTorch', () => {
  it.each(cases)('$id: $title', (one) => {
    compare(one, one.config.truncation ?? undefined, one.expected.normMatrix);
    if (one.expected.untruncated) compare(one, undefined, one.expected.untruncated.normMatrix);
  });
});

afterAll(() => {
  console.log(`oracle: ${compared} pairs compared, worst relative error ${worst.toExponential(1)}`);
});
