/**
 * The machine's limit: how many multiply-adds of doubles a second plain JavaScript can do at most, over arrays that fit
 * in the first cache. Several loops are tried, since none is the best on every machine: dot products with two, four and
 * eight sums in flight, and register tiles (each number loaded is used two to four times).
 */
import { numbers } from './problem';

/** Does `n · passes` multiply-adds per sum it keeps and returns a number that depends on all of them. */
type Loop = (a: Float64Array, b: Float64Array, passes: number) => number;

/** Entries per array: both together take 16 KiB. */
const n = 1024;

const dot2: Loop = (a, b, passes) => {
  let s0 = 0;
  let s1 = 0;
  for (let p = 0; p < passes; p++) {
    for (let i = 0; i < a.length - 1; i += 2) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
    }
  }
  return s0 + s1;
};

const dot4: Loop = (a, b, passes) => {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let p = 0; p < passes; p++) {
    for (let i = 0; i < a.length - 3; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
  }
  return s0 + s1 + s2 + s3;
};

const dot8: Loop = (a, b, passes) => {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let s4 = 0;
  let s5 = 0;
  let s6 = 0;
  let s7 = 0;
  for (let p = 0; p < passes; p++) {
    for (let i = 0; i < a.length - 7; i += 8) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
      s4 += a[i + 4] * b[i + 4];
      s5 += a[i + 5] * b[i + 5];
      s6 += a[i + 6] * b[i + 6];
      s7 += a[i + 7] * b[i + 7];
    }
  }
  return s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7;
};

const tile4x2: Loop = (a, b, passes) => {
  let s00 = 0;
  let s01 = 0;
  let s10 = 0;
  let s11 = 0;
  let s20 = 0;
  let s21 = 0;
  let s30 = 0;
  let s31 = 0;
  for (let p = 0; p < passes; p++) {
    for (let i = 0; i < a.length - 3; i += 4) {
      const x = b[i];
      const y = b[i + 1];
      const a0 = a[i];
      s00 += a0 * x;
      s01 += a0 * y;
      const a1 = a[i + 1];
      s10 += a1 * x;
      s11 += a1 * y;
      const a2 = a[i + 2];
      s20 += a2 * x;
      s21 += a2 * y;
      const a3 = a[i + 3];
      s30 += a3 * x;
      s31 += a3 * y;
    }
  }
  return s00 + s01 + s10 + s11 + s20 + s21 + s30 + s31;
};

const tile5x2: Loop = (a, b, passes) => {
  let s00 = 0;
  let s01 = 0;
  let s10 = 0;
  let s11 = 0;
  let s20 = 0;
  let s21 = 0;
  let s30 = 0;
  let s31 = 0;
  let s40 = 0;
  let s41 = 0;
  for (let p = 0; p < passes; p++) {
    for (let i = 0; i < a.length - 4; i += 4) {
      const x = b[i];
      const y = b[i + 1];
      const a0 = a[i];
      s00 += a0 * x;
      s01 += a0 * y;
      const a1 = a[i + 1];
      s10 += a1 * x;
      s11 += a1 * y;
      const a2 = a[i + 2];
      s20 += a2 * x;
      s21 += a2 * y;
      const a3 = a[i + 3];
      s30 += a3 * x;
      s31 += a3 * y;
      const a4 = a[i + 4];
      s40 += a4 * x;
      s41 += a4 * y;
    }
  }
  return s00 + s01 + s10 + s11 + s20 + s21 + s30 + s31 + s40 + s41;
};

const tile3x3: Loop = (a, b, passes) => {
  let s00 = 0;
  let s01 = 0;
  let s02 = 0;
  let s10 = 0;
  let s11 = 0;
  let s12 = 0;
  let s20 = 0;
  let s21 = 0;
  let s22 = 0;
  for (let p = 0; p < passes; p++) {
    for (let i = 0; i < a.length - 3; i += 4) {
      const x = b[i];
      const y = b[i + 1];
      const z = b[i + 2];
      const a0 = a[i];
      s00 += a0 * x;
      s01 += a0 * y;
      s02 += a0 * z;
      const a1 = a[i + 1];
      s10 += a1 * x;
      s11 += a1 * y;
      s12 += a1 * z;
      const a2 = a[i + 2];
      s20 += a2 * x;
      s21 += a2 * y;
      s22 += a2 * z;
    }
  }
  return s00 + s01 + s02 + s10 + s11 + s12 + s20 + s21 + s22;
};

/** Each loop with its multiply-adds per entry. */
const loops: readonly [name: string, loop: Loop, perEntry: number][] = [
  ['dot product, 2 sums', dot2, 1],
  ['dot product, 4 sums', dot4, 1],
  ['dot product, 8 sums', dot8, 1],
  ['tile of 4 × 2', tile4x2, 2],
  ['tile of 5 × 2', tile5x2, 10 / 4],
  ['tile of 3 × 3', tile3x3, 9 / 4],
];

/** The best rate seen over `rounds` short rounds of every loop, and the loop that reached it. */
export function measureLimit(rounds: number): { gflops: number; loop: string } {
  const a = numbers(n, 1, 1);
  const b = numbers(n, 2, 1);
  const passes = 1000;
  const best = { gflops: 0, loop: '' };
  let sum = 0;
  for (let round = 0; round < rounds; round++) {
    for (const [name, loop, perEntry] of loops) {
      const start = process.hrtime.bigint();
      sum += loop(a, b, passes);
      const gflops = (2 * perEntry * n * passes) / Number(process.hrtime.bigint() - start);
      if (gflops > best.gflops) Object.assign(best, { gflops, loop: name });
    }
  }
  if (Number.isNaN(sum)) throw new Error('The limit was measured on broken numbers.');
  return best;
}
