/** The LSTM: four gates of one affine, two states carried. */
import { describe, expect, test } from 'vitest';
import { compile, doneAt, execute, type Shape, type Trace, valueAt } from '../index';

const shape: Shape = {
  ...{ cell: 'lstm', T: 2, X: 1, H: 2, Y: 1, g1: 'tanh', g2: 'identity', bias: true },
  ...{ errorAt: [2], clip: 'off' },
};
const values = {
  ...{ x: [1, -0.5], d: [0, 1], S0: [0.1, -0.2], C0: [0.3, 0.4], theta: [0.01], eta: [0.1] },
  Wx: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8],
  Ws: [0.2, -0.1, 0.4, 0.3, -0.5, 0.6, 0.1, 0.8, 0.9, -0.2, 0.3, 0.1, 0.5, 0.2, -0.3, 0.4],
  bs: [0.1, 0, 3, 3, 0, 0.1, -0.1, 0],
  ...{ Wy: [1, -2], by: [0.25] },
};
const final = (trace: Trace, id: string) => valueAt(trace, id, trace.plan.bounds.end) as Float64Array;
const sigmoid = (a: number) => 1 / (1 + Math.exp(-a));
const expectAll = (got: ArrayLike<number>, wanted: number[]) =>
  wanted.forEach((v, i) => {
    expect(got[i]).toBeCloseTo(v, 14);
  });

const plan = compile(shape);
const trace = execute(plan, values);

describe('an LSTM', () => {
  test('has the gates i, f, g and that of the output as rows of one pre-activation', () => {
    const a = final(trace, 'a1');
    const rows = Array.from({ length: 8 }, (_, row) => {
      const recurrent = values.Ws[2 * row] * 0.1 + values.Ws[2 * row + 1] * -0.2;
      return values.Wx[row] * 1 + recurrent + values.bs[row];
    });
    expectAll(a, rows);
    expectAll(final(trace, 'i1'), rows.slice(0, 2).map(sigmoid));
    expectAll(final(trace, 'f1'), rows.slice(2, 4).map(sigmoid));
    expectAll(final(trace, 'g1'), rows.slice(4, 6).map(Math.tanh));
    expectAll(final(trace, 'q1'), rows.slice(6, 8).map(sigmoid));
  });

  test('carries two states: C_t = f ⊙ C_{t−1} + i ⊙ g, and S_t = gate ⊙ tanh(C_t)', () => {
    for (const t of [1, 2]) {
      const [i, f, g, q, C, S] = ['i', 'f', 'g', 'q', 'C', 'S'].map((lane) => final(trace, `${lane}${t}`));
      const before = final(trace, `C${t - 1}`);
      expectAll(
        C,
        [0, 1].map((k) => f[k] * before[k] + i[k] * g[k]),
      );
      expectAll(
        S,
        [0, 1].map((k) => q[k] * Math.tanh(C[k])),
      );
    }
  });

  test('sends C_{t−1} what reaches C_t, times the forget gate', () => {
    for (const t of [1, 2]) {
      const [later, f] = [final(trace, `d:C${t}`), final(trace, `f${t}`)];
      const part = t === 1 ? final(trace, 'd:C0') : final(trace, 'd:C1/C2');
      expectAll(
        part,
        [0, 1].map((k) => later[k] * f[k]),
      );
    }
  });

  test('sends C_T only what comes through S_T', () => {
    const [dS, q, C] = ['d:S2', 'q2', 'C2'].map((id) => final(trace, id));
    const dY = -2 * (1 - final(trace, 'Y2')[0]);
    expectAll(dS, [1 * dY, -2 * dY]);
    expectAll(
      final(trace, 'd:C2'),
      [0, 1].map((k) => dS[k] * q[k] * (1 - Math.tanh(C[k]) ** 2)),
    );
  });

  test('knows the gradient of a pre-activation when the last of its gates is done', () => {
    for (const t of [1, 2]) {
      const gates = ['i', 'f', 'g', 'q'].map((gate) => doneAt(plan, `d:a.${gate}${t}`));
      expect(doneAt(plan, `d:a${t}`)).toBe(Math.max(...gates));
      const whole = ['i', 'f', 'g', 'q'].flatMap((gate) => Array.from(final(trace, `d:a.${gate}${t}`)));
      expect(Array.from(final(trace, `d:a${t}`))).toEqual(whole);
    }
  });

  test('clips S at each step and lets C pass, as the screen says', () => {
    const clipped = compile({ ...shape, clip: 'step' });
    expect(clipped.ops.filter((op) => op.rule === 'clip').map((op) => op.out)).toEqual([
      'clip:S2',
      'clip:S1',
    ]);
    const flow = final(execute(clipped, values), 'clip:S2');
    expect(Math.hypot(...flow)).toBeCloseTo(0.01, 14);
  });

  test('with forget gates wide open remembers C_0, and passes its gradient on undiminished', () => {
    const T = 10;
    const long = compile({ ...shape, T, X: 1, H: 1, errorAt: [T], bias: true });
    const closed = { Wx: [0, 0, 0, 0], Ws: [0, 0, 0, 0], bs: [-800, 800, 0, 800], Wy: [1], by: [0] };
    const kept = execute(long, {
      ...{ x: new Array(T).fill(1), d: new Array(T).fill(0), S0: [0], C0: [0.7], theta: [1], eta: [0.1] },
      ...closed,
    });
    expect(final(kept, `C${T}`)[0]).toBe(0.7);
    expect(final(kept, 'd:C0')[0]).toBe(final(kept, `d:C${T}`)[0]);
    expect(final(kept, 'd:C0')[0]).not.toBe(0);
  });
});
