/**
 * The engine against PyTorch's float64 autograd, number by number. Tolerance, for each tensor and time step:
 * max|got − expected| ≤ 1e-10 · max|expected|; exact zeros must be zero.
 */
import { afterAll, describe, expect, it } from 'vitest';
import type { Trace, Values } from '../../src/engine';
import { at, clipped, compile, execute, grad, term, valueOf, weightsAfter } from '../../src/engine';
import { type Case, flatten, type Nested, readCases, shapeOf, valuesOf } from './cases';

const tolerance = 1e-10;
const cases = readCases();
let worst = 0;

/** Why a case is not compared yet, or undefined if it is. */
function notCovered({ config }: Case): string | undefined {
  if (config.cell === 'gru') return 'GRU';
  if (config.truncation !== null) return 'truncation';
  if (config.clip && config.clip.mode !== 'delta') return `clip by ${config.clip.mode}`;
  return undefined;
}

/** Relative error of one tensor; what PyTorch has as zeros may be absent here, since no operation makes it. */
function compare(what: string, got: ArrayLike<number> | undefined, expected: Nested): void {
  const wanted = flatten(expected);
  const largest = Math.max(...wanted.map(Math.abs));
  if (largest === 0) {
    if (got) expect(Math.max(...Array.from(got, Math.abs)), what).toBeLessThanOrEqual(1e-300);
    return;
  }
  expect(got?.length, `${what} has ${wanted.length} entries`).toBe(wanted.length);
  const error = Math.max(...wanted.map((v, i) => Math.abs((got as ArrayLike<number>)[i] - v))) / largest;
  expect(error, `${what}: relative error ${error}`).toBeLessThanOrEqual(tolerance);
  worst = Math.max(worst, error);
}

function compareOverTime(
  trace: Trace,
  lane: (t: number) => string,
  expected: readonly (Nested | null)[],
): void {
  expected.forEach((value, k) => {
    const id = lane(k + 1);
    if (value === null) expect(valueOf(trace, id), `${id} is absent`).toBeUndefined();
    else compare(id, valueOf(trace, id), value);
  });
}

const own = (lane: string) => (t: number) => at(lane, t);
const gradOf = (lane: string) => (t: number) => grad(at(lane, t));

function compareSteps(trace: Trace, { config, expected }: Case): void {
  for (const lane of ['a', 'S', 'o', 'Y'] as const) compareOverTime(trace, own(lane), expected[lane]);
  compareOverTime(trace, own('E'), expected.E_t);
  compare('E', valueOf(trace, trace.plan.error), expected.E);
  if (expected.dY) compareOverTime(trace, gradOf('Y'), expected.dY);
  compareOverTime(trace, gradOf('o'), expected.do);
  compareOverTime(trace, gradOf('a'), expected.da);
  const isClipped = config.clip?.mode === 'delta';
  compareOverTime(trace, isClipped ? (t) => clipped(at('S', t)) : gradOf('S'), expected.delta);
  if (expected.deltaRaw) compareOverTime(trace, gradOf('S'), expected.deltaRaw);
  compare('d:S0', valueOf(trace, grad('S0')), expected.dS0);
  if (config.cell === 'lstm') {
    compareOverTime(trace, own('C'), expected.C ?? []);
    compareOverTime(trace, gradOf('C'), expected.deltaC ?? []);
    compare('d:C0', valueOf(trace, grad('C0')), expected.dC0 ?? []);
    for (const [gate, values] of Object.entries(expected.gates ?? {}))
      compareOverTime(trace, own(gate === 'o' ? 'q' : gate), values);
  }
}

function compareWeights(trace: Trace, { expected }: Case): void {
  for (const weight of trace.plan.weights) {
    compareOverTime(trace, (t) => term(weight, t), expected.contrib[weight]);
    compare(grad(weight), valueOf(trace, grad(weight)), expected.grads[weight]);
  }
}

/** Three steps of gradient descent on the same sequence. */
function compareDescent(first: Trace, values: Values, { expected }: Case): void {
  const { E, after1, after3 } = expected.optim.sgd;
  let trace = first;
  for (let updates = 1; updates <= 3; updates++) {
    const weights = weightsAfter(trace);
    const wanted = { 1: after1, 3: after3 }[updates];
    for (const weight of wanted ? trace.plan.weights : []) {
      compare(`${weight} after ${updates}`, weights[weight], (wanted as typeof after1)[weight]);
    }
    trace = execute(trace.plan, { ...values, ...weights });
    compare(`E after ${updates}`, valueOf(trace, trace.plan.error), E[updates]);
  }
}

describe('the engine agrees with PyTorch', () => {
  it.each(cases.filter((one) => !notCovered(one)))('$id: $title', (one) => {
    const values = valuesOf(one);
    const trace = execute(compile(shapeOf(one)), values);
    compareSteps(trace, one);
    compareWeights(trace, one);
    compareDescent(trace, values, one);
  });

  it('notices a wrong number', () => {
    const [one] = cases;
    const trace = execute(compile(shapeOf(one)), valuesOf(one));
    const wrong = flatten(one.expected.grads.Ws).map((v) => v * (1 + 1e-9));
    expect(() => compare('Ws', valueOf(trace, grad('Ws')), wrong)).toThrow(/relative error/);
  });
});

afterAll(() => {
  const left = cases.map(notCovered).filter((why) => why !== undefined);
  const kinds = [...new Set(left)].map((kind) => `${kind} (${left.filter((why) => why === kind).length})`);
  console.log(
    `oracle: ${cases.length - left.length} cases compared, ${left.length} not covered yet, worst relative error ${worst.toExponential(1)}`,
  );
  if (kinds.length > 0) console.log(`oracle: not covered: ${kinds.join(', ')}`);
});
