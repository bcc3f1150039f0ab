/**
 * tanh and σ from a table. `Math.tanh` is up to two units in the last place off and takes as long as some twenty
 * multiplications, with jumps that a processor cannot foresee. These stay within about one unit (σ nearly always is the
 * nearest double) and take half as long: the value at the nearest sixteenth is known to twice a double's digits, and
 *
 *     tanh(a + r) = A + t (1 − A²)/(1 + t A),   A = tanh a, t = tanh r
 *     σ(a + r)    = A + 2 h A (1 − A)/(1 + h (2 A − 1)),   A = σ(a), h = tanh r/2
 *
 * lead on from there, with the first terms of t and h in powers of r, |r| ≤ 1/32.
 */

/** Fractions of one, as whole numbers of 2^−bits. */
const bits = 200n;
const one = 1n << bits;
const times = (a: bigint, b: bigint): bigint => (a * b) >> bits;

/** e^(1/n). */
function rootOfE(n: bigint): bigint {
  let [sum, term] = [0n, one];
  for (let k = 1n; term > 0n; k++) {
    sum += term;
    term /= n * k;
  }
  return sum;
}

/** Numbers as the nearest doubles and what these leave out. */
function tableOf(numbers: readonly bigint[]): { near: Float64Array; rest: Float64Array } {
  const scale = 2 ** -Number(bits);
  const near = Float64Array.from(numbers, (number) => Number(number) * scale);
  const rest = Float64Array.from(numbers, (number, k) => Number(number - BigInt(near[k] / scale)) * scale);
  return { near, rest };
}

/** From here on tanh rounds to 1. */
const tanhEnds = 19.0625;
/** Within ±this σ is taken from the table. */
const sigmoidEnds = 36;

const powers: bigint[] = [one];
const step = rootOfE(16n);
while (powers.length <= sigmoidEnds * 16) powers.push(times(powers[powers.length - 1], step));
const tanhs = tableOf(
  powers.slice(0, tanhEnds * 16 + 1).map((power) => {
    const square = times(power, power);
    return ((square - one) << bits) / (square + one);
  }),
);
const rising = powers.map((power) => (power << bits) / (power + one));
const sigmoids = tableOf([
  ...rising
    .slice(1)
    .reverse()
    .map((value) => one - value),
  ...rising,
]);

/** tanh x. */
export function tanhOf(x: number): number {
  const size = Math.abs(x);
  if (!(size < tanhEnds)) return Math.sign(x);
  const k = (size * 16 + 0.5) | 0;
  const r = size - k / 16;
  const s = r * r;
  const t = r - r * s * (1 / 3 - s * (2 / 15 - s * (17 / 315 - s * (62 / 2835))));
  const a = tanhs.near[k];
  const y = a + (tanhs.rest[k] + (t * (1 - a * a)) / (1 + t * a));
  return x < 0 ? -y : x === 0 ? x : y;
}

/** 1/(1 + e^−x). */
export function sigmoidOf(x: number): number {
  if (!(Math.abs(x) < sigmoidEnds)) return 1 / (1 + Math.exp(-x));
  const k = (x * 16 + (sigmoidEnds * 16 + 0.5)) | 0;
  const u = (x - (k / 16 - sigmoidEnds)) / 2;
  const s = u * u;
  const h = u - u * s * (1 / 3 - s * (2 / 15 - s * (17 / 315)));
  const a = sigmoids.near[k];
  return a + (sigmoids.rest[k] + (2 * h * a * (1 - a)) / (1 + h * (2 * a - 1)));
}
