/**
 * Products of a matrix and a long vector. Eight entries of the vector at a time are held in registers while the rows go by,
 * so that of each multiply-add only the weight is loaded; four rows in one turn of the loop, since each turn has its price
 * (the compiler looks again whether the arena is still where it was).
 *
 * `| 0` tells the compiler that places are whole numbers whose sums don't overflow, `& 0x3fffffff` that they are not negative,
 * either: it need not check, nor extend the sign, each time.
 */
import { type Instruction, instructionOf, type Kernel } from '../instruction';
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
    instructionOf({ ...whole, kernel: affineOfShort, ...none }),
    instructionOf({ ...whole, kernel: increase, a: c, b: d, bSize: dSize, e: -1, ...none }),
  ];
}

/** out[i] += Σ_j W[i, j] v[j] for i < n, j < size. */
function addProduct(m: Float64Array, out: number, n: number, w: number, size: number, v: number): void {
  let j = 0;
  for (; j + 7 < size; j = (j + 8) | 0) {
    const at = (v + j) & 0x3fffffff;
    const v0 = m[at];
    const v1 = m[at + 1];
    const v2 = m[at + 2];
    const v3 = m[at + 3];
    const v4 = m[at + 4];
    const v5 = m[at + 5];
    const v6 = m[at + 6];
    const v7 = m[at + 7];
    let row = (w + j) | 0;
    let i = 0;
    for (; i + 3 < n; i = (i + 4) | 0) {
      const o = (out + i) & 0x3fffffff;
      const r = row & 0x3fffffff;
      const r0 = v0 * m[r] + v1 * m[r + 1] + v2 * m[r + 2] + v3 * m[r + 3];
      m[o] += r0 + (v4 * m[r + 4] + v5 * m[r + 5] + v6 * m[r + 6] + v7 * m[r + 7]);
      const q = (row + size) & 0x3fffffff;
      const q0 = v0 * m[q] + v1 * m[q + 1] + v2 * m[q + 2] + v3 * m[q + 3];
      m[o + 1] += q0 + (v4 * m[q + 4] + v5 * m[q + 5] + v6 * m[q + 6] + v7 * m[q + 7]);
      row = (q + size) | 0;
      const s = row & 0x3fffffff;
      const s0 = v0 * m[s] + v1 * m[s + 1] + v2 * m[s + 2] + v3 * m[s + 3];
      m[o + 2] += s0 + (v4 * m[s + 4] + v5 * m[s + 5] + v6 * m[s + 6] + v7 * m[s + 7]);
      const u = (row + size) & 0x3fffffff;
      const u0 = v0 * m[u] + v1 * m[u + 1] + v2 * m[u + 2] + v3 * m[u + 3];
      m[o + 3] += u0 + (v4 * m[u + 4] + v5 * m[u + 5] + v6 * m[u + 6] + v7 * m[u + 7]);
      row = (u + size) | 0;
    }
    for (; i < n; i = (i + 1) | 0) {
      const r = row & 0x3fffffff;
      const r0 = v0 * m[r] + v1 * m[r + 1] + v2 * m[r + 2] + v3 * m[r + 3];
      m[(out + i) | 0] += r0 + (v4 * m[r + 4] + v5 * m[r + 5] + v6 * m[r + 6] + v7 * m[r + 7]);
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
