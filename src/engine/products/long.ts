/**
 * Products of a matrix and a long vector. Sixteen entries of the vector at a time are held in registers while the rows go
 * by, two of them at once, so that of each multiply-add only the weight is loaded.
 *
 * `| 0` tells the compiler that places are whole numbers whose sums don't overflow, `& 0x3fffffff` that they are not negative,
 * either: it need not check, nor extend the sign, each time.
 */
import type { Instruction, Kernel } from '../instruction';
import { affineOfShort } from './short';

/** The length from which on a vector is long. */
export const long = 16;

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
    const at = (v + j) & 0x3fffffff;
    const v0 = m[at];
    const v1 = m[at + 1];
    const v2 = m[at + 2];
    const v3 = m[at + 3];
    const v4 = m[at + 4];
    const v5 = m[at + 5];
    const v6 = m[at + 6];
    const v7 = m[at + 7];
    const v8 = m[at + 8];
    const v9 = m[at + 9];
    const v10 = m[at + 10];
    const v11 = m[at + 11];
    const v12 = m[at + 12];
    const v13 = m[at + 13];
    const v14 = m[at + 14];
    const v15 = m[at + 15];
    let row = (w + j) | 0;
    let i = 0;
    for (; i + 1 < n; i = (i + 2) | 0) {
      const o = (out + i) & 0x3fffffff;
      const r = row & 0x3fffffff;
      const r0 = m[r] * v0 + m[r + 1] * v1 + (m[r + 2] * v2 + m[r + 3] * v3);
      const r1 = m[r + 4] * v4 + m[r + 5] * v5 + (m[r + 6] * v6 + m[r + 7] * v7);
      const r2 = m[r + 8] * v8 + m[r + 9] * v9 + (m[r + 10] * v10 + m[r + 11] * v11);
      const r3 = m[r + 12] * v12 + m[r + 13] * v13 + (m[r + 14] * v14 + m[r + 15] * v15);
      m[o] += r0 + r1 + (r2 + r3);
      const q = (row + size) & 0x3fffffff;
      const q0 = m[q] * v0 + m[q + 1] * v1 + (m[q + 2] * v2 + m[q + 3] * v3);
      const q1 = m[q + 4] * v4 + m[q + 5] * v5 + (m[q + 6] * v6 + m[q + 7] * v7);
      const q2 = m[q + 8] * v8 + m[q + 9] * v9 + (m[q + 10] * v10 + m[q + 11] * v11);
      const q3 = m[q + 12] * v12 + m[q + 13] * v13 + (m[q + 14] * v14 + m[q + 15] * v15);
      m[o + 1] += q0 + q1 + (q2 + q3);
      row = (row + size + size) | 0;
    }
    if (i < n) {
      const r = row & 0x3fffffff;
      const r0 = m[r] * v0 + m[r + 1] * v1 + (m[r + 2] * v2 + m[r + 3] * v3);
      const r1 = m[r + 4] * v4 + m[r + 5] * v5 + (m[r + 6] * v6 + m[r + 7] * v7);
      const r2 = m[r + 8] * v8 + m[r + 9] * v9 + (m[r + 10] * v10 + m[r + 11] * v11);
      const r3 = m[r + 12] * v12 + m[r + 13] * v13 + (m[r + 14] * v14 + m[r + 15] * v15);
      m[out + i] += r0 + r1 + (r2 + r3);
    }
  }
  for (; j + 3 < size; j = (j + 4) | 0) {
    const at = (v + j) & 0x3fffffff;
    const v0 = m[at];
    const v1 = m[at + 1];
    const v2 = m[at + 2];
    const v3 = m[at + 3];
    let row = (w + j) | 0;
    for (let i = 0; i < n; i = (i + 1) | 0) {
      const r = row & 0x3fffffff;
      m[(out + i) | 0] += m[r] * v0 + m[r + 1] * v1 + (m[r + 2] * v2 + m[r + 3] * v3);
      row = (row + size) | 0;
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
