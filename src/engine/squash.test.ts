import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sigmoidOf, sigmoidTable, tanhOf, tanhTable } from './squash';

const tanh = (x: number) => tanhOf(x, tanhTable());
const sigmoid = (x: number) => sigmoidOf(x, sigmoidTable());

/** Whole numbers of 2^−260: a double between 2^−200 and 2^60 is one exactly. */
const bits = 260n;
const one = 1n << bits;
const scale = 2 ** 130;
const exact = (x: number): bigint => (BigInt(x * scale) << (bits - 130n)) as bigint;

/** e^y by its series at y/2^24, squared 24 times. */
function exponential(y: bigint): bigint {
  const z = y >> 24n;
  let [sum, term] = [0n, one];
  for (let k = 1n; term !== 0n && term !== -1n; k++) {
    sum += term;
    term = ((term * z) >> bits) / k;
  }
  for (let k = 0; k < 24; k++) sum = (sum * sum) >> bits;
  return sum;
}

/** How many units in its last place a double is off. */
function unitsOff(value: number, right: bigint): number {
  const unit = 2 ** (Math.floor(Math.log2(Math.abs(value))) - 52);
  const difference = exact(value) - right;
  return Math.abs(Number(difference) / Number(one)) / unit;
}

/** Arguments of every size, most where the functions bend; 2^−40 keeps them whole numbers of 2^−130. */
const argument = fc
  .tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.integer({ min: -6, max: 5 }))
  .map(([mantissa, power]) => Math.round(mantissa * 2 ** (power + 40)) / 2 ** 40)
  .filter((x) => x !== 0);

test('tanh is within one and a half units in the last place of the true value', () => {
  fc.assert(
    fc.property(argument, (x) => {
      const power = exponential(exact(2 * x));
      expect(unitsOff(tanh(x), ((power - one) << bits) / (power + one))).toBeLessThan(1.5);
    }),
    { numRuns: 2000 },
  );
});

test('σ is within six tenths of a unit: nearly always the nearest double', () => {
  fc.assert(
    fc.property(argument, (x) => {
      expect(unitsOff(sigmoid(x), (one << bits) / (one + exponential(exact(-x))))).toBeLessThan(0.6);
    }),
    { numRuns: 2000 },
  );
});

test('ends, zeros and what is no number', () => {
  for (const x of [
    0,
    -0,
    Number.NaN,
    40,
    -40,
    1e300,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    1e-310,
  ])
    expect(tanh(x)).toBe(Math.tanh(x));
  for (const x of [
    0,
    -0,
    Number.NaN,
    40,
    -40,
    -700,
    1e300,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ])
    expect(sigmoid(x)).toBe(1 / (1 + Math.exp(-x)));
});

test('they are odd, and σ(−x) = 1 − σ(x), across every knot of the table', () => {
  for (let k = -640; k <= 640; k++) {
    for (const x of [k / 16, k / 16 + 1 / 32, k / 16 + 1 / 32 - 1e-12]) {
      expect(tanh(-x)).toBe(-tanh(x));
      expect(sigmoid(-x) + sigmoid(x)).toBeCloseTo(1, 15);
      expect(tanh(x)).toBeCloseTo(Math.tanh(x), 15);
    }
  }
});
