/** The chain of Jacobians, its factors and the immediate derivatives, all from PyTorch's own numbers. */
import { describe, expect, test } from 'vitest';
import {
  compile,
  execute,
  grad,
  norm,
  numbersIn,
  spectralNorm,
  spectralRadius,
  type Trace,
} from '../../src/engine';
import { carriedTo, chainOf, leftByStateAlone, stateJacobian } from '../../src/engine/chain';
import { boundPerStep, gateParts, splitGain, waysOf } from '../../src/engine/factors';
import { immediateDerivative } from '../../src/engine/jacobian';
import { differenceOf, withoutTime } from '../../src/engine/without-time';
import { type Case, flatten, type Nested, readCases, shapeOf, valuesOf } from './cases';

const cases = readCases();
const byId = (id: string): Case => cases.find((one) => one.id === id) as Case;

/** One error alone, truncated where the case is, without clipping: what PyTorch's norm matrices are of. */
const alone = (one: Case, N: number): Trace =>
  execute(compile({ ...shapeOf(one), clip: 'off', errorAt: [N] }), valuesOf(one));

const statesOf = ({ config }: Case) => (config.cell === 'lstm' ? ['S', 'C'] : ['S']);

/** Relative to the largest, 1e-10; exact zeros are zero. */
function expectClose(got: ArrayLike<number>, wanted: readonly number[], what: string): void {
  expect(got.length, what).toBe(wanted.length);
  const largest = Math.max(...wanted.map(Math.abs));
  wanted.forEach((value, i) => {
    expect(Math.abs(got[i] - value), `${what} [${i}]: ${got[i]} is ${value}`).toBeLessThanOrEqual(
      1e-10 * largest,
    );
  });
}

/** PyTorch's Jacobian of the whole state, its blocks put together. */
function jacobianOf({ config, expected }: Case, t: number): number[] {
  const given = expected.jacobian[t - 1];
  if (config.cell !== 'lstm') return flatten(given as Nested);
  const blocks = given as Readonly<Record<string, readonly (readonly number[])[]>>;
  return [
    ...blocks.SS.flatMap((row, i) => [...row, ...blocks.SC[i]]),
    ...blocks.CS.flatMap((row, i) => [...row, ...blocks.CC[i]]),
  ];
}

const transposedTimes = (matrix: readonly number[], v: ArrayLike<number>): number[] =>
  Array.from({ length: v.length }, (_, j) =>
    Array.from(v).reduce((sum, x, i) => sum + x * matrix[i * v.length + j], 0),
  );

const borderOf = ({ config }: Case, t: number) =>
  config.truncation !== null && t > 1 && (t - 1) % config.truncation === 0;

describe.each(cases)('$id: $title', (one) => {
  const { T, loss } = one.config;
  const steps = Array.from({ length: T }, (_, k) => k + 1);
  const states = statesOf(one);
  const rows = one.expected.normMatrix.S;

  test('the factors are PyTorch’s Jacobians', () => {
    const trace = alone(one, loss.at[0]);
    for (const t of steps) expectClose(stateJacobian(trace, t, states), jacobianOf(one, t), `J${t}`);
  });

  test.each(loss.at.map((N) => [N]))('they carry δ of E%i to every step before', (N) => {
    const trace = alone(one, N);
    const { start, links } = chainOf(trace, states);
    const norms = (rows[N - 1] ?? []) as readonly number[];
    if (states.length === 1) expectClose([start], [norms[N - 1]], 'start');
    const cut = links.at(-1);
    expect(cut?.isCut, 'ends at a window’s border').toBe(cut !== undefined && cut.t > 1);
    for (const { t, gain, left, isCut } of links) {
      expect(isCut, `J${t}`).toBe(borderOf(one, t));
      if (isCut) continue;
      const came = carriedTo(trace, t, states) as Float64Array;
      const went = carriedTo(trace, t - 1, states) as Float64Array;
      expectClose(went, transposedTimes(jacobianOf(one, t), came), `what J${t} carries to step ${t - 1}`);
      expectClose([left], [norm(went)], `what is left at ${t - 1}`);
      if (norm(came) > 0) expectClose([gain * norm(came)], [left], `gain of J${t}`);
      if (states.length === 1 && t > 1) expectClose([left], [norms[t - 2]], `‖δ${t - 1}‖`);
    }
  });

  test('S alone carries as much as PyTorch’s ∂S/∂S do', () => {
    const [N] = loss.at.slice(-1);
    const trace = alone({ ...one, config: { ...one.config, truncation: null } }, N);
    const { H } = trace.plan.shape;
    let v = Array.from(carriedTo(trace, N, ['S']) as Float64Array);
    const left = leftByStateAlone(trace);
    for (let t = N; t >= 1; t--) {
      const whole = jacobianOf(one, t);
      const n = Math.sqrt(whole.length);
      const block = Array.from({ length: H * H }, (_, k) => whole[Math.floor(k / H) * n + (k % H)]);
      v = transposedTimes(block, v);
      expectClose([left[t - 1]], [norm(v)], `what S alone brings to step ${t - 1}`);
    }
  });

  test('an RNN’s gain is that of its slopes times that of Ws, and within the bound', () => {
    const [N] = loss.at.slice(-1);
    const trace = alone(one, N);
    const bound = boundPerStep(trace);
    for (const { t, gain, isCut } of chainOf(trace).links) {
      const split = splitGain(trace, t);
      if (one.config.cell !== 'rnn') {
        expect([split, bound]).toEqual([undefined, undefined]);
        continue;
      }
      const H = one.config.hidden;
      const J = jacobianOf(one, t);
      expect(spectralNorm(J, H)).toBeLessThanOrEqual((bound as number) * (1 + 1e-12));
      expect(spectralRadius(J, H)).toBeLessThanOrEqual(spectralNorm(J, H) * (1 + 1e-9));
      if (isCut) {
        expect(split).toBeUndefined();
      } else if (!Number.isNaN(gain) && gain > 0) {
        const { slopes: one, weights } = split as NonNullable<typeof split>;
        expectClose([one * weights], [gain], `gain of J${t}`);
        expect(gain).toBeLessThanOrEqual((bound as number) * (1 + 1e-12));
      }
    }
  });

  test('the parts of each gate add up to the Jacobian', () => {
    const { cell, hidden: H } = one.config;
    const trace = alone(one, loss.at[0]);
    const Ws = flatten(one.weights.Ws);
    for (const t of steps) {
      for (const [k, to] of states.entries()) {
        const sum = new Float64Array(H * H);
        for (const [g, { slopes, sigma }] of gateParts(trace, t, to).entries()) {
          const rows = Ws.slice(g * H * H, (g + 1) * H * H);
          expect(sigma).toBe(spectralNorm(rows, H));
          rows.forEach((w, i) => {
            sum[i] += slopes[Math.floor(i / H)] * w;
          });
        }
        if (cell === 'gru')
          flatten(one.expected.gates?.z[t - 1] as Nested).forEach((z, i) => {
            sum[i * (H + 1)] += z;
          });
        const whole = jacobianOf(one, t);
        const n = H * states.length;
        const block = Array.from(
          { length: H * H },
          (_, i) => whole[(k * H + Math.floor(i / H)) * n + (i % H)],
        );
        expectClose(sum, block, `∂${to}${t}/∂S${t - 1}`);
      }
    }
  });

  test('the immediate derivatives, times what arrives, are PyTorch’s terms', () => {
    const whole = execute(compile(shapeOf(one)), valuesOf(one));
    const { delta, contrib } = one.expected;
    for (const weight of ['Wx', 'Ws']) {
      for (const t of steps) {
        const given = delta[t - 1];
        const immediate = immediateDerivative(whole, weight, t) as Float64Array;
        // An LSTM’s term comes by C as well, but at its last step, where only S has a reader.
        if (given === null || (one.config.cell === 'lstm' && t < T)) continue;
        const size = flatten(given);
        const wanted = contrib[weight][t - 1];
        const cols = weight === 'Ws' ? one.config.hidden : one.config.input;
        const got = Array.from(immediate, (v, k) => v * size[Math.floor(k / cols) % one.config.hidden]);
        if (wanted !== null) expectClose(got, flatten(wanted), `${weight} at step ${t}`);
      }
    }
    expect(immediateDerivative(whole, 'Wy', 1)).toBeUndefined();
  });

  test('a GRU’s ways add up to what arrives', () => {
    const [N] = loss.at.slice(-1);
    const trace = alone(one, N);
    for (const { t, gain, isCut } of chainOf(trace).links) {
      const ways = waysOf(trace, t);
      if (one.config.cell !== 'gru' || isCut) {
        expect(ways).toBeUndefined();
        continue;
      }
      const { kept, gates } = ways as NonNullable<typeof ways>;
      expect(gain).toBeLessThanOrEqual((kept + gates) * (1 + 1e-12));
      expect(gain).toBeGreaterThanOrEqual(Math.abs(kept - gates) * (1 - 1e-12));
      // What z keeps is PyTorch's own z times what arrived.
      const z = flatten(one.expected.gates?.z[t - 1] as Nested);
      const came = carriedTo(trace, t, ['S']) as Float64Array;
      expectClose([kept * norm(came)], [norm(came.map((v, i) => v * z[i]))], `kept at ${t}`);
    }
  });
});

test('clipping at a step stands in the chain as a factor of its own', () => {
  // One error, θ = 1, every Jacobian 1.5: δ_10 is cut to 1, each later one from 1.5 to 1.
  const one = byId('public-012');
  const trace = execute(compile(shapeOf(one)), valuesOf(one));
  const { start, links } = chainOf(trace);
  const raw = (one.expected.deltaRaw ?? []).map((delta) => norm(flatten(delta as Nested)));
  const flows = one.expected.delta.map((delta) => norm(flatten(delta as Nested)));
  expectClose([start], [raw[9]], 'start');
  for (const { t, clip, gain, left } of links) {
    expectClose([clip], [flows[t - 1] / raw[t - 1]], `clip at ${t}`);
    expectClose([gain], [1.5], `gain of J${t}`);
    if (t > 1) expectClose([left], [raw[t - 2]], `‖δ${t - 1}‖`);
  }
});

test('whoever drops the sum over time has the gradient of windows of one step', () => {
  const dropped = byId('public-016');
  const whole = byId('public-019');
  expect(valuesOf(dropped)).toEqual(valuesOf(whole));
  const trace = execute(compile(withoutTime(shapeOf(whole))), valuesOf(whole));
  for (const weight of ['Wx', 'Ws', 'Wy']) {
    const [wrong, right] = [dropped, whole].map(({ expected }) => flatten(expected.grads[weight]));
    const got = numbersIn(trace, grad(weight)) as Float64Array;
    expectClose(got, wrong, weight);
    const { relative, length, angle } = differenceOf(got, Float64Array.from(right));
    expect(relative, `${weight} is off`).toBeCloseTo(Math.abs(wrong[0] - right[0]) / Math.abs(right[0]), 12);
    expectClose([length], [Math.abs(wrong[0] / right[0])], `${weight}’s length`);
    expect(angle).toBeCloseTo(wrong[0] * right[0] >= 0 ? 0 : 180, 10);
  }
});

test('of one error the wrong gradient is its last term', () => {
  const one = byId('public-022');
  const trace = execute(compile(withoutTime(shapeOf(one))), valuesOf(one));
  const { contrib, grads } = one.expected;
  for (const weight of ['Wx', 'Ws', 'bs']) {
    const wrong = flatten(contrib[weight][3] as Nested);
    const right = flatten(grads[weight]);
    const got = numbersIn(trace, grad(weight)) as Float64Array;
    expectClose(got, wrong, weight);
    const { relative, angle } = differenceOf(got, Float64Array.from(right));
    expectClose([relative], [norm(wrong.map((v, i) => v - right[i])) / norm(right)], `${weight} is off`);
    const cosine = wrong.reduce((sum, v, i) => sum + v * right[i], 0) / norm(wrong) / norm(right);
    expect(angle).toBeCloseTo((Math.acos(cosine) * 180) / Math.PI, 8);
  }
});
