/** Three updates in a row against the formulas of torch.optim, each weight entry by itself. */
import { expect, test } from 'vitest';
import {
  clipped,
  compile,
  execute,
  grad,
  numbersIn,
  type Optimizer,
  stateAfter,
  type Values,
} from '../../src/engine';
import { networks } from './networks';
import { holds } from './seeded';

interface Entry {
  w: number;
  m: number;
  v: number;
}

/** One entry's update number k (from 1) with gradient g, as the documentation of torch.optim writes it. */
const formulas: Readonly<Record<Optimizer, (entry: Entry, g: number, eta: number, k: number) => Entry>> = {
  sgd: ({ w, m, v }, g, eta) => ({ w: w - eta * g, m, v }),
  momentum({ w, m, v: before }, g, eta) {
    const v = 0.9 * before + g;
    return { w: w - eta * v, m, v };
  },
  adam(before, g, eta, k) {
    const m = 0.9 * before.m + 0.1 * g;
    const v = 0.999 * before.v + 0.001 * g * g;
    const step = m / (1 - 0.9 ** k) / (Math.sqrt(v / (1 - 0.999 ** k)) + 1e-8);
    return { w: before.w - eta * step, m, v };
  },
};

test.each(['sgd', 'momentum', 'adam'] as const)(
  '%s: three updates from nothing are what torch writes',
  (optimizer) => {
    holds(
      networks({ T: 4, size: 3, optimizer: [optimizer], g2: ['tanh', 'sigmoid', 'softmax'] }),
      40,
      (drawn) => {
        const plan = compile(drawn.shape);
        const given = Object.entries(drawn.values).filter(([lane]) => !/^([mv]:|updates)/.test(lane));
        let values: Values = Object.fromEntries(given);
        const entries = new Map(
          plan.weights.map((weight) => [
            weight,
            Array.from(values[weight], (w): Entry => ({ w, m: 0, v: 0 })),
          ]),
        );
        for (let k = 1; k <= 3; k++) {
          const trace = execute(plan, values);
          values = { ...values, ...stateAfter(trace) };
          for (const [weight, before] of entries) {
            const g = numbersIn(trace, clipped(weight)) ?? numbersIn(trace, grad(weight));
            const after = before.map((entry, i) =>
              g ? formulas[optimizer](entry, g[i], drawn.values.eta[0], k) : entry,
            );
            entries.set(weight, after);
            after.forEach(({ w }, i) => {
              const off = Math.abs(values[weight][i] - w);
              expect(off, `${weight}[${i}] after ${k}`).toBeLessThanOrEqual(1e-12 * (1 + Math.abs(w)));
            });
          }
          if (optimizer === 'adam') expect(values.updates).toEqual([k]);
        }
      },
    );
  },
);

/** E = (0 − w x)² with x growing as w changes would not stay still; with η = 0 it does: g is the same each time. */
test('a constant gradient g: momentum’s velocity is 1, 1.9, 2.71 times g; Adam’s unbiased averages are g and g²', () => {
  const shape = { cell: 'rnn', T: 1, X: 1, H: 1, Y: 1, g1: 'identity', g2: 'identity', bias: false } as const;
  const still = { x: [1], d: [3], S0: [0], Wx: [1], Ws: [0], Wy: [2], theta: [1], eta: [0] };
  const g = -2 * (3 - 2); // ∂E/∂Wy = −2 (d − W_y W_x x) W_x x
  for (const optimizer of ['momentum', 'adam'] as const) {
    const plan = compile({ ...shape, errorAt: [1], clip: 'off', optimizer });
    let values: Values = still;
    for (const factor of [1, 1.9, 2.71]) {
      const trace = execute(plan, values);
      const read = (id: string) => (numbersIn(trace, id) as Float64Array)[0];
      if (optimizer === 'momentum') expect(read('next:v:Wy')).toBeCloseTo(factor * g, 14);
      else {
        expect(read('unbiased:m:Wy')).toBeCloseTo(g, 13);
        expect(read('unbiased:v:Wy')).toBeCloseTo(g * g, 12);
      }
      values = { ...values, ...stateAfter(trace) };
    }
  }
});
