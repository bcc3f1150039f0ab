/**
 * The engine against PyTorch's float64 autograd, number by number. Tolerance, for each tensor and time step:
 * max|got − expected| ≤ 1e-10 · max|expected|; exact zeros must be zero.
 */
import { afterAll, describe, expect, it } from 'vitest';
import type { CellKind, Optimizer, Shape, Trace } from '../../src/engine';
import {
  at,
  clipped,
  compile,
  execute,
  grad,
  gradientNorm,
  norm,
  numbersIn,
  stateAfter,
  term,
} from '../../src/engine';
import { jacobian } from '../../src/engine/jacobian';
import {
  type Case,
  type Expected,
  flatten,
  type Nested,
  type NormMatrix,
  readCases,
  shapeOf,
  valuesOf,
} from './cases';

const tolerance = 1e-10;
const cases = readCases();
let worst = 0;

/** Why a case is not compared yet, or undefined if it is. */
const notCovered = (_: Case): string | undefined => undefined;

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
    if (value === null) expect(numbersIn(trace, id), `${id} is absent`).toBeUndefined();
    else compare(id, numbersIn(trace, id), value);
  });
}

const own = (lane: string) => (t: number) => at(lane, t);
const gradOf = (lane: string) => (t: number) => grad(at(lane, t));

function compareSteps(trace: Trace, { config, expected }: Case): void {
  for (const lane of ['S', 'o', 'Y'] as const) compareOverTime(trace, own(lane), expected[lane]);
  compareOverTime(trace, own('E'), expected.E_t);
  compare('E', numbersIn(trace, trace.plan.error), expected.E);
  if (expected.dY) compareOverTime(trace, gradOf('Y'), expected.dY);
  compareOverTime(trace, gradOf('o'), expected.do);
  const isClipped = config.clip?.mode === 'delta';
  compareOverTime(trace, isClipped ? (t) => clipped(at('S', t)) : gradOf('S'), expected.delta);
  if (expected.deltaRaw) compareOverTime(trace, gradOf('S'), expected.deltaRaw);
  compare('d:S0', numbersIn(trace, grad('S0')), expected.dS0);
  compareInside[config.cell](trace, expected);
}

const compareInside: Record<CellKind, (trace: Trace, expected: Expected) => void> = {
  rnn(trace, { a, da }) {
    compareOverTime(trace, own('a'), a);
    compareOverTime(trace, gradOf('a'), da);
  },

  lstm(trace, { a, da, gates = {}, C = [], deltaC = [], dC0 = [] }) {
    compareOverTime(trace, own('a'), a);
    compareOverTime(trace, gradOf('a'), da);
    compareOverTime(trace, own('C'), C);
    compareOverTime(trace, gradOf('C'), deltaC);
    compare('d:C0', numbersIn(trace, grad('C0')), dC0);
    for (const gate of ['i', 'f', 'g']) compareOverTime(trace, own(gate), gates[gate]);
    compareOverTime(trace, own('q'), gates.o);
  },

  /** PyTorch's a are the arguments of σ, σ, tanh; ∂E/∂a is what u = W_x x + b_x receives, `dah` what w = W_s S + b_s does. */
  gru(trace, { a, da, dah = [], gates = {} }) {
    const H = trace.plan.shape.H;
    for (const [k, lane] of ['ar', 'az', 'an'].entries()) {
      const rows = a.map((all) => flatten(all as Nested).slice(k * H, (k + 1) * H));
      compareOverTime(trace, own(lane), rows);
    }
    compareOverTime(trace, gradOf('u'), da);
    compareOverTime(trace, gradOf('w'), dah);
    for (const gate of ['r', 'z', 'n']) compareOverTime(trace, own(gate), gates[gate]);
    compareOverTime(trace, own('w.n'), gates.hn);
  },
};

function compareWeights(trace: Trace, { config, expected }: Case): void {
  for (const weight of trace.plan.weights) {
    compareOverTime(trace, (t) => term(weight, t), expected.contrib[weight]);
    compare(grad(weight), numbersIn(trace, grad(weight)), expected.grads[weight]);
    if (expected.gradsClipped) {
      compare(clipped(weight), numbersIn(trace, clipped(weight)), expected.gradsClipped[weight]);
    }
  }
  if (config.clip?.mode === 'global_norm') {
    compare('norm', numbersIn(trace, gradientNorm), [expected.globalNorm.before]);
  }
}

function compareJacobians(trace: Trace, { config, expected }: Case): void {
  for (const [k, matrix] of expected.jacobian.entries()) {
    const blocks = config.cell === 'lstm' ? (matrix as Record<string, Nested>) : { SS: matrix as Nested };
    for (const [[to, from], block] of Object.entries(blocks).map(
      ([name, block]) => [[...name], block] as const,
    )) {
      compare(`∂${to}${k + 1}/∂${from}${k}`, jacobian(trace, k + 1, to, from), block);
    }
  }
}

/** What each error alone sends to each step; truncated where the case is, never clipped. */
function compareNorms(one: Case, window: number | undefined, expected: NormMatrix): void {
  const shape: Shape = { ...shapeOf(one), clip: 'off', window };
  for (const t of shape.errorAt) {
    const trace = execute(compile({ ...shape, errorAt: [t] }), valuesOf(one));
    for (const [lane, rows] of Object.entries(expected)) {
      const cell = (j: number) => (lane === 'Ws' ? term('Ws', j) : grad(at(lane, j)));
      const norms = rows[t - 1]?.map((_, k) => norm(numbersIn(trace, cell(k + 1)) ?? [0]));
      compare(`norms of ${lane} from E${t}`, norms, rows[t - 1] ?? []);
    }
  }
}

function compareUntruncated(one: Case): void {
  const full = one.expected.untruncated;
  if (!full) return;
  const trace = execute(compile({ ...shapeOf(one), clip: 'off', window: undefined }), valuesOf(one));
  for (const [weight, expected] of Object.entries(full.grads))
    compare(grad(weight), numbersIn(trace, grad(weight)), expected);
  compareNorms(one, undefined, full.normMatrix);
}

/** Three updates on the same sequence, from an optimizer that begins with nothing. */
function compareUpdates(one: Case, optimizer: Optimizer): void {
  const { E, after1, after3 } = one.expected.optim[optimizer];
  const plan = compile(shapeOf(one, optimizer));
  let values = valuesOf(one);
  for (let updates = 0; ; updates++) {
    const trace = execute(plan, values);
    compare(`${optimizer}: E after ${updates}`, numbersIn(trace, plan.error), E[updates]);
    const wanted = { 1: after1, 3: after3 }[updates];
    if (wanted)
      for (const weight of plan.weights) compare(`${optimizer}: ${weight}`, values[weight], wanted[weight]);
    if (updates === 3) break;
    values = { ...values, ...stateAfter(trace) };
  }
}

describe('the engine agrees with PyTorch', () => {
  it.each(cases.filter((one) => !notCovered(one)))('$id: $title', (one) => {
    const trace = execute(compile(shapeOf(one)), valuesOf(one));
    compareSteps(trace, one);
    compareWeights(trace, one);
    compareJacobians(trace, one);
    compareNorms(one, trace.plan.shape.window, one.expected.normMatrix);
    compareUntruncated(one);
    for (const optimizer of ['sgd', 'momentum', 'adam'] as const) compareUpdates(one, optimizer);
  });

  it('notices a wrong number', () => {
    const [one] = cases;
    const trace = execute(compile(shapeOf(one)), valuesOf(one));
    const wrong = flatten(one.expected.grads.Ws).map((v) => v * (1 + 1e-9));
    expect(() => compare('Ws', numbersIn(trace, grad('Ws')), wrong)).toThrow(/relative error/);
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
