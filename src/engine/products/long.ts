/**
 * Products of a matrix and a long vector. Sixteen entries of the vector at a time are held in registers while the rows go
 * by, two of them at once, so that of each multiply-add only the weight is loaded.
 *
 * `| 0` tells the compiler that places are whole numbers whose sums don't overflow; it need not check each time.
 */
import type { Instruction, Kernel } from '../instruction';
import { affineOfShort } from './short';

/** The length from which on a vector is long. */
export const long = 8;

/** out = W v (+ W₂ v₂) (+ bias), with a = W, b = v, c = W₂, d = v₂, e = bias. */
export const affine: Kernel = (m, { out, n, a, b, bSize, c, d, dSize, e }) => {
  if (e < 0) for (let i = 0; i < n; i = (i + 1) | 0) m[(out + i) | 0] = 0;
  else for (let i = 0; i < n; i = (i + 1) | 0) m[(out + i) | 0] = m[(e + i) | 0];
  addProduct(m, out, n, a, bSize, b);
  if (c >= 0) addProduct(m, out, n, c, dSize, d);
};

/** out += W v, with a = W, b = v. */
const increase: Kernel = (m, { out, n, a, b, bSize }) => addProduct(m, out, n, a, bSize, b);

/** An affine of a short and a long vector as two instructions, each in its own way. */
export function splitAffine(whole: Instruction): Instruction[] {
  const { bSize, c, d, dSize } = whole;
  if (bSize >= long || dSize < long) return [whole];
  const none = { c: -1, cSize: 0, d: -1, dSize: 0 };
  return [
    { ...whole, kernel: affineOfShort, ...none },
    { ...whole, kernel: increase, a: c, b: d, bSize: dSize, e: -1, ...none },
  ];
}

/** out[i] += Σ_j W[i, j] v[j] for i < n, j < size. */
function addProduct(m: Float64Array, out: number, n: number, w: number, size: number, v: number): void {
  let j = 0;
  for (; j + 15 < size; j = (j + 16) | 0) {
    const at = (v + j) | 0;
    const v0 = m[at];
    const v1 = m[(at + 1) | 0];
    const v2 = m[(at + 2) | 0];
    const v3 = m[(at + 3) | 0];
    const v4 = m[(at + 4) | 0];
    const v5 = m[(at + 5) | 0];
    const v6 = m[(at + 6) | 0];
    const v7 = m[(at + 7) | 0];
    const v8 = m[(at + 8) | 0];
    const v9 = m[(at + 9) | 0];
    const v10 = m[(at + 10) | 0];
    const v11 = m[(at + 11) | 0];
    const v12 = m[(at + 12) | 0];
    const v13 = m[(at + 13) | 0];
    const v14 = m[(at + 14) | 0];
    const v15 = m[(at + 15) | 0];
    let r = (w + j) | 0;
    for (let i = 0; i < n; i = (i + 1) | 0) {
      const o = (out + i) | 0;
      const s0 = m[r] * v0 + m[(r + 1) | 0] * v1 + (m[(r + 2) | 0] * v2 + m[(r + 3) | 0] * v3);
      const s1 = m[(r + 4) | 0] * v4 + m[(r + 5) | 0] * v5 + (m[(r + 6) | 0] * v6 + m[(r + 7) | 0] * v7);
      const s2 = m[(r + 8) | 0] * v8 + m[(r + 9) | 0] * v9 + (m[(r + 10) | 0] * v10 + m[(r + 11) | 0] * v11);
      const s3 =
        m[(r + 12) | 0] * v12 + m[(r + 13) | 0] * v13 + (m[(r + 14) | 0] * v14 + m[(r + 15) | 0] * v15);
      m[o] += s0 + s1 + (s2 + s3);
      r = (r + size) | 0;
    }
  }
  for (; j + 3 < size; j = (j + 4) | 0) {
    const v0 = m[(v + j) | 0];
    const v1 = m[(v + j + 1) | 0];
    const v2 = m[(v + j + 2) | 0];
    const v3 = m[(v + j + 3) | 0];
    let r = (w + j) | 0;
    for (let i = 0; i < n; i = (i + 1) | 0) {
      m[(out + i) | 0] += m[r] * v0 + m[(r + 1) | 0] * v1 + (m[(r + 2) | 0] * v2 + m[(r + 3) | 0] * v3);
      r = (r + size) | 0;
    }
  }
  for (; j < size; j = (j + 1) | 0) {
    const x = m[(v + j) | 0];
    let r = (w + j) | 0;
    for (let i = 0; i < n; i = (i + 1) | 0) {
      m[(out + i) | 0] += m[r] * x;
      r = (r + size) | 0;
    }
  }
}
