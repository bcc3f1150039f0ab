/**
 * tanh and σ from a table. `Math.tanh` is up to two units in the last place off, differs from browser to browser, and takes
 * as long as some twenty multiplications, with jumps that a processor cannot foresee. These stay within about one unit (σ
 * nearly always is the nearest double), are the same everywhere, and take half as long: the value at the nearest sixteenth
 * is known to twice a double's digits, and
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

/** Numbers, each as the nearest double and, behind it, what that leaves out: to twice a double's digits. */
type Table = Float64Array;

function tableOf(numbers: readonly bigint[]): Table {
  const scale = 2 ** -Number(bits);
  return Float64Array.from(
    numbers.flatMap((number) => {
      const near = Number(number) * scale;
      return [near, Number(number - BigInt(near / scale)) * scale];
    }),
  );
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

/** tanh of every sixteenth from −19.0625 on; made when first asked for, in half a millisecond. */
export function tanhTable(): Table {
  if (!tanhs) {
    const rising = powersUpTo(tanhEnds).map((power) => {
      const square = times(power, power);
      return ((square - one) << bits) / (square + one);
    });
    const falling = rising.slice(1).map((value) => -value);
    tanhs = tableOf([...falling.reverse(), ...rising]);
  }
  return tanhs;
}

/** σ of every sixteenth from −36 on; in two milliseconds. */
export function sigmoidTable(): Table {
  if (!sigmoids) {
    const rising = powersUpTo(sigmoidEnds).map((power) => (power << bits) / (power + one));
    const falling = rising.slice(1).map((value) => one - value);
    sigmoids = tableOf([...falling.reverse(), ...rising]);
  }
  return sigmoids;
}

/**
 * tanh x, from the table of tanh. Nothing depends on the sign of x but a place in the table, so that no jump does. The
 * constants stand in the function, so that the compiler need not look them up: `rounder`, 1.5 · 2^52, is so large that adding
 * it and taking it away leaves the nearest whole number.
 */
export function tanhOf(x: number, table: Table): number {
  const rounder = 6755399441055744;
  if (!(Math.abs(x) < 19.0625)) return Math.sign(x);
  const sixteenths = x * 16 + rounder - rounder;
  const r = x - sixteenths / 16;
  const s = r * r;
  const t = r - r * s * (1 / 3 - s * (2 / 15 - s * (17 / 315 - s * (62 / 2835))));
  const k = ((sixteenths + 305) * 2) & 0x7ff;
  const a = table[k];
  const y = a + (table[k + 1] + (t * (1 - a * a)) / (1 + t * a));
  return x === 0 ? x : y; // −0 stays what it is
}

/** 1/(1 + e^−x), from the table of σ; see `tanhOf`. */
export function sigmoidOf(x: number, table: Table): number {
  const rounder = 6755399441055744;
  if (!(Math.abs(x) < 36)) return 1 / (1 + Math.exp(-x));
  const sixteenths = x * 16 + rounder - rounder;
  const u = (x - sixteenths / 16) / 2;
  const s = u * u;
  const h = u - u * s * (1 / 3 - s * (2 / 15 - s * (17 / 315)));
  const k = ((sixteenths + 576) * 2) & 0xfff;
  const a = table[k];
  return a + (table[k + 1] + (2 * h * a * (1 - a)) / (1 + h * (2 * a - 1)));
}
