/**
 * Losses and truncation on the article's chain: S_t = g(½ x_t + 0.8 S_{t−1}), Y_t = S_t, x = 1, ½, −1, d = 0.2, 0.4, 0.7.
 * With g = identity all is decimal: S = 0.5, 0.65, 0.02, every Jacobian is 0.8, and each step's own ∂E_t/∂Y_t = −2 (d_t − Y_t)
 * is 0.6, 0.5, −1.36. With g = tanh the numbers are PyTorch's for the same chain (public-001, one error; public-002, three).
 */
import { describe, expect, test } from 'vitest';
import { compile, execute, numbersIn, type Shape } from './index';

const run = (changes: Partial<Shape>) =>
  execute(
    compile({
      ...{ cell: 'rnn', T: 3, X: 1, H: 1, Y: 1, g1: 'identity', g2: 'identity', bias: false },
      ...{ errorAt: [1, 2, 3], clip: 'off', ...changes },
    }),
    {
      ...{ x: [1, 0.5, -1], d: [0.2, 0.4, 0.7], S0: [0], Wx: [0.5], Ws: [0.8], Wy: [1] },
      ...{ theta: [1], eta: [0.1] },
    },
  );

function expectNumbers(
  changes: Partial<Shape>,
  expected: Readonly<Record<string, number | undefined>>,
): void {
  const trace = run(changes);
  for (const [id, number] of Object.entries(expected)) {
    const got = numbersIn(trace, id);
    if (number === undefined) expect(got, `${id} is absent`).toBeUndefined();
    else expect(got?.[0], id).toBeCloseTo(number, 13);
  }
}

const one = { g1: 'tanh', errorAt: [3] } as const; // public-001
const three = { g1: 'tanh' } as const; // public-002

describe('½ and mean', () => {
  test('½ of the squared error halves the error and every gradient', () => {
    const half = { ...one, isHalved: true };
    expectNumbers(half, { E3: 0.5763829735047771 / 2, 'd:Y3': -0.05919890246547192 - 0.7 });
    expectNumbers(half, { 'd:S2': -1.2104612516471467 / 2, 'd:S1': -0.6744621745216656 / 2 });
    expectNumbers(half, { 'd:Wx': 0.5611084573590588 / 2, 'd:Ws': -1.2231768707922428 / 2 });
    expectNumbers(half, { 'd:Ws@3': -0.833576192330547 / 2, 'd:Wy': 0.08988748355789358 / 2 });
  });

  test('the mean over 3 steps takes a third of each', () => {
    const mean = { ...three, isMean: true };
    expectNumbers(mean, {
      E: 0.6678636384121271 / 3,
      E1: 0.06870540413006868,
      'd:Y1': 0.5242343145200195 / 3,
    });
    expectNumbers(mean, { 'd:S1': 0.017949829455202626 / 3, 'd:S2': -0.9086317582090044 / 3 });
    expectNumbers(mean, { 'd:Wx': 1.2107653640755918 / 3, 'd:Ws': -1.1260296260842984 / 3 });
    expectNumbers(mean, { 'd:Wy': 0.49842747365185447 / 3, 'd:S0': 0.011293282145735307 / 3 });
  });

  test('both together take a sixth, and the mean of one error is that error', () => {
    expectNumbers({ ...three, isMean: true, isHalved: true }, { 'd:Ws': -1.1260296260842984 / 6 });
    expectNumbers({ ...one, isMean: true }, { E3: 0.5763829735047771, 'd:Ws': -1.2231768707922428 });
  });
});

describe('a horizon of 2', () => {
  test('with one error cuts before S_2: W_x keeps 1.36 − 0.544 of −0.0544 (public-003)', () => {
    expectNumbers({ errorAt: [3] }, { 'd:Wx': -0.8704 - 0.544 + 1.36, 'd:S1': -0.8704 });
    const cut = { errorAt: [3], horizon: 2 };
    expectNumbers(cut, { 'd:S3': -1.36, 'd:S2': -1.36 * 0.8, 'd:S1': undefined, 'd:S0': undefined });
    expectNumbers(cut, { 'd:Wx': 1.36 - 0.544, 'd:Ws': -1.36 * 0.65 - 1.088 * 0.5, 'd:Wx@1': undefined });
  });

  test('with three, S_1 hears of E_1 and E_2, not of E_3', () => {
    // Without the cut: 0.6 + 0.8 · 0.5 − 0.64 · 1.36 = 0.1296.
    expectNumbers({}, { 'd:S1': 0.1296, 'd:Wx': 1.36 - 0.588 * 0.5 + 0.1296 });
    const cut = { horizon: 2 };
    expectNumbers(cut, { 'd:S3': -1.36, 'd:S2': 0.5 - 0.8 * 1.36, 'd:S1': 0.6 + 0.8 * 0.5 });
    expectNumbers(cut, { 'd:Wx': 1.36 - 0.588 * 0.5 + 1, 'd:Ws': -1.36 * 0.65 - 0.588 * 0.5, 'd:Wx@1': 1 });
    expectNumbers(cut, { 'd:S0': 0.8 * 0.6 }); // E_1 alone is within 2 steps of S_0
  });

  test('with tanh, ∂E/∂S_1 is E_1’s own and E_2’s through one Jacobian (public-002)', () => {
    const d = [0.5242343145200195, 0.30182949343814225, -1.5183978049309437];
    const J = [0.629158186372742, 0.5571943534779694, 0.7971963919575069];
    const S1 = 0.46211715726000974;
    expectNumbers({ ...three, horizon: 2 }, { 'd:S2': d[1] + J[2] * d[2], 'd:S1': d[0] + J[1] * d[1] });
    expectNumbers({ ...three, horizon: 2 }, { 'd:Wx@1': (d[0] + J[1] * d[1]) * (1 - S1 ** 2) });
  });
});

test('windows of 2 cut between S_2 and S_3 only', () => {
  expectNumbers({ window: 2 }, { 'd:S3': -1.36, 'd:S2': 0.5, 'd:S1': 0.6 + 0.8 * 0.5, 'd:S0': 0.8 });
  expectNumbers({ window: 2 }, { 'd:Wx': 1.36 + 0.25 + 1, 'd:Ws': -1.36 * 0.65 + 0.5 * 0.5 });
});
