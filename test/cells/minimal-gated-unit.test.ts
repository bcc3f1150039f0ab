/** A cell that the engine does not know, added by its program alone: everything else follows. */
import { describe, expect, test } from 'vitest';
import {
  at,
  compileProgram,
  doneAt,
  execute,
  grad,
  norm,
  numbersIn,
  type Shape,
  type Trace,
  type Values,
  valueAt,
} from '../../src/engine';
import { checkGradients } from '../../src/engine/check';
import { jacobian } from '../../src/engine/jacobian';
import { heardBy } from '../../src/engine/pairs';
import { minimalGatedUnit } from './minimal-gated-unit';

const shape: Shape = {
  ...{ cell: 'rnn', T: 4, X: 2, H: 3, Y: 2, g1: 'tanh', g2: 'identity', bias: true },
  ...{ errorAt: [2, 4], clip: 'off' },
};
/** Numbers between −1 and 1, none like another: the fractional parts of multiples of the golden ratio. */
const numbers = (n: number, from: number) =>
  Array.from({ length: n }, (_, k) => 2 * (((from + k) * 0.6180339887498949) % 1) - 1);
const { T, X, H, Y } = shape;
const sizes = { Wfx: H * X, Wfs: H * H, bf: H, Whx: H * X, Whs: H * H, bh: H, Wy: Y * H, by: Y };
const inputs = { x: T * X, d: T * Y, S0: H };
const values: Values = {
  ...Object.fromEntries(
    Object.entries({ ...sizes, ...inputs }).map(([lane, n], k) => [lane, numbers(n, 1 + 40 * k)]),
  ),
  ...{ theta: [0.5], eta: [0.1] },
};
const run = (changes: Partial<Shape> = {}, other: Values = values): Trace =>
  execute(compileProgram({ ...shape, ...changes }, minimalGatedUnit), other);
const read = (trace: Trace, id: string) => Array.from(numbersIn(trace, id) as Float64Array);
const E = (trace: Trace) => read(trace, trace.plan.error)[0];

/** The definition in plain loops. */
function plainly(v: Values): number {
  const product = (W: ArrayLike<number>, u: number[], i: number) =>
    u.reduce((sum, uj, j) => sum + W[i * u.length + j] * uj, 0);
  let S = Array.from(v.S0);
  let error = 0;
  for (let t = 1; t <= T; t++) {
    const x = Array.from(v.x).slice((t - 1) * X, t * X);
    const f = S.map((_, i) => 1 / (1 + Math.exp(-product(v.Wfx, x, i) - product(v.Wfs, S, i) - v.bf[i])));
    const kept = S.map((s, i) => f[i] * s);
    const h = S.map((_, i) => Math.tanh(product(v.Whx, x, i) + product(v.Whs, kept, i) + v.bh[i]));
    S = S.map((s, i) => (1 - f[i]) * s + f[i] * h[i]);
    if (!shape.errorAt.includes(t)) continue;
    for (let j = 0; j < Y; j++) error += (v.d[(t - 1) * Y + j] - product(v.Wy, S, j) - v.by[j]) ** 2;
  }
  return error;
}

describe('a minimal gated unit', () => {
  test('computes what its definition says', () => {
    expect(E(run())).toBeCloseTo(plainly(values), 13);
  });

  test('has the gradients that differences of the definition have: every weight, and S_0', () => {
    const trace = run();
    const step = 1e-3;
    for (const lane of [...trace.plan.weights, 'S0']) {
      read(trace, grad(lane)).forEach((gradient, i) => {
        const shifted = (by: number) =>
          plainly({ ...values, [lane]: Array.from(values[lane], (v, k) => (k === i ? v + by : v)) });
        const central = (h: number) => (shifted(h) - shifted(-h)) / (2 * h);
        const difference = (4 * central(step / 2) - central(step)) / 3;
        expect(Math.abs(gradient - difference), `d:${lane}[${i}]`).toBeLessThan(1e-9);
      });
    }
    expect(Object.keys(sizes).sort()).toEqual([...trace.plan.weights].sort());
  });

  test('is stepped operation by operation, forward, backward and update', () => {
    const { plan } = run();
    expect(plan.ops.slice(0, 7).map(({ out, rule }) => `${out} ${rule}`)).toEqual([
      ...['af1 affine', 'f1 sigmoid', 'fS1 hadamard', 'ah1 affine', 'h1 tanh', 'S1 mix', 'o1 affine'],
    ]);
    const trace = run();
    plan.ops.forEach((op, k) => {
      expect(doneAt(plan, op.out)).toBe(k + 1);
      expect(valueAt(trace, op.out, k), `${op.out} before`).toBeUndefined();
      for (const id of op.in)
        expect(valueAt(trace, id, k), `${op.out} reads ${id}`).toEqual(valueAt(trace, id, plan.bounds.end));
      expect(valueAt(trace, op.out, k + 1)?.every(Number.isFinite)).toBe(true);
    });
    expect(plan.ops.slice(plan.bounds.update).map(({ out }) => out)).toEqual(
      plan.weights.map((w) => `next:${w}`),
    );
  });

  test('S_{t−1} receives from four sides: its output, the gate, what the gate keeps, the mixture', () => {
    const { plan } = run();
    const sum = plan.ops.find(({ out }) => out === 'd:S2');
    expect(sum).toMatchObject({
      rule: 'add',
      in: expect.arrayContaining(['d:S2/o2', 'd:S2/af3', 'd:S2/fS3', 'd:S2/S3']),
    });
  });

  test('has Jacobians: those from the last error to S_1 multiply to the gradient', () => {
    const trace = run({ errorAt: [T] });
    let d = read(trace, grad(at('S', T)));
    for (let t = T; t > 1; t--) {
      const J = jacobian(trace, t);
      d = d.map((_, j) => d.reduce((sum, di, i) => sum + di * J[i * H + j], 0));
    }
    read(trace, 'd:S1').forEach((v, i) => {
      expect(v).toBeCloseTo(d[i], 12);
    });
  });

  test('is clipped, truncated and trained like any other', () => {
    const windows = run({ window: 2 });
    expect(numbersIn(windows, 'd:S2/af3')).toBeUndefined();
    expect(read(run({ horizon: 2 }), 'd:Whs').every(Number.isFinite)).toBe(true);
    expect(Math.hypot(...read(run({ clip: 'step' }), 'clip:S4'))).toBeLessThanOrEqual(0.5 * (1 + 1e-12));
    let v = values;
    for (let k = 0; k < 50; k++) {
      const trace = run({ optimizer: 'adam', clip: 'norm' }, { ...v, eta: [0.02] });
      v = { ...v, ...Object.fromEntries(trace.plan.weights.map((w) => [w, read(trace, `next:${w}`)])) };
    }
    expect(E(run({}, v))).toBeLessThan(E(run()) / 4);
  });

  test('passes the check that the page offers, locally where the whole must differ', () => {
    for (const changes of [{ clip: 'step' }, { window: 2 }] as const) {
      const check = checkGradients(run(changes), values);
      expect(check).toMatchObject({ kind: 'local', agreeing: check.compared });
    }
  });

  test('is taken apart by error: each sends what a run with that error alone sends', () => {
    for (const { t, states } of heardBy(run())) {
      const alone = run({ errorAt: [t] });
      for (let j = 1; j <= t; j++)
        expect(states.S[j], `∂E${t}/∂S${j}`).toBeCloseTo(norm(read(alone, grad(at('S', j)))), 13);
    }
  });
});
