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
export interface Table {
  readonly near: Float64Array;
  readonly rest: Float64Array;
}

function tableOf(numbers: readonly bigint[]): Table {
  const scale = 2 ** -Number(bits);
  const near = Float64Array.from(numbers, (number) => Number(number) * scale);
  const rest = Float64Array.from(numbers, (number, k) => Number(number - BigInt(near[k] / scale)) * scale);
  return { near, rest };
}

/** e^(k/16) for k from 0 to 16 `end`. */
function powersUpTo(end: number): bigint[] {
  const step = rootOfE(16n);
  const powers = [one];
  while (powers.length <= end * 16) powers.push(times(powers[powers.length - 1], step));
  return powers;
}

/** From here on tanh rounds to 1. */
const tanhEnds = 19.0625;
/** Within ±this σ is taken from the table. */
const sigmoidEnds = 36;

let tanhs: Table | undefined;
let sigmoids: Table | undefined;

/** tanh of every sixteenth from 0 on; made when first asked for, in about a millisecond. */
export function tanhTable(): Table {
  tanhs ??= tableOf(
    powersUpTo(tanhEnds).map((power) => {
      const square = times(power, power);
      return ((square - one) << bits) / (square + one);
    }),
  );
  return tanhs;
}

/** σ of every sixteenth from −36 on. */
export function sigmoidTable(): Table {
  if (!sigmoids) {
    const rising = powersUpTo(sigmoidEnds).map((power) => (power << bits) / (power + one));
    const falling = rising.slice(1).map((value) => one - value);
    sigmoids = tableOf([...falling.reverse(), ...rising]);
  }
  return sigmoids;
}

/** tanh x, from the table of tanh. */
export function tanhOf(x: number, { near, rest }: Table): number {
  const size = Math.abs(x);
  if (!(size < tanhEnds)) return Math.sign(x);
  const k = (size * 16 + 0.5) | 0;
  const r = size - k / 16;
  const s = r * r;
  const t = r - r * s * (1 / 3 - s * (2 / 15 - s * (17 / 315 - s * (62 / 2835))));
  const a = near[k];
  const y = a + (rest[k] + (t * (1 - a * a)) / (1 + t * a));
  return x < 0 ? -y : x === 0 ? x : y;
}

/** 1/(1 + e^−x), from the table of σ. */
export function sigmoidOf(x: number, { near, rest }: Table): number {
  if (!(Math.abs(x) < sigmoidEnds)) return 1 / (1 + Math.exp(-x));
  const k = (x * 16 + (sigmoidEnds * 16 + 0.5)) | 0;
  const u = (x - (k / 16 - sigmoidEnds)) / 2;
  const s = u * u;
  const h = u - u * s * (1 / 3 - s * (2 / 15 - s * (17 / 315)));
  const a = near[k];
  return a + (rest[k] + (2 * h * a * (1 - a)) / (1 + h * (2 * a - 1)));
}
