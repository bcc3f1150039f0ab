/**
 * Sums of terms over time, Σ_t d_t v_tᵀ: a weight's whole gradient. Every entry is added up one product at a time from the
 * first term to the last, whichever way it is made, so that all of them round alike. For `| 0` and the mask see `long.ts`.
 *
 * a = d_0 of n entries, b = v_0 of `bSize`, the next of them `aStep` and `bStep` further on; c = out where the terms are
 * added to what stands there, nothing where the sum begins at 0.
 */
import type { Kernel } from '../instruction';

/**
 * out (+)= Σ_k d_k v_kᵀ. Tiles of 2 × 2: four sums stay in registers while the terms go by. Then what is left over.
 */
export const addProducts: Kernel = (m, { out, n, a, b, bSize, c, count, aStep, bStep }) => {
  let i = 0;
  for (; i + 1 < n; i += 2) {
    for (let j = 0; j + 1 < bSize; j += 2) {
      const r0 = out + i * bSize + j;
      const r1 = r0 + bSize;
      let s00 = 0;
      let s01 = 0;
      let s10 = 0;
      let s11 = 0;
      if (c >= 0) {
        s00 = m[r0];
        s01 = m[r0 + 1];
        s10 = m[r1];
        s11 = m[r1 + 1];
      }
      let d = a + i;
      let v = b + j;
      for (let k = 0; k < count; k = (k + 1) | 0) {
        const x = m[v];
        const y = m[(v + 1) | 0];
        const p = m[d];
        s00 += p * x;
        s01 += p * y;
        const q = m[(d + 1) | 0];
        s10 += q * x;
        s11 += q * y;
        d = (d + aStep) | 0;
        v = (v + bStep) | 0;
      }
      m[r0] = s00;
      m[r0 + 1] = s01;
      m[r1] = s10;
      m[r1 + 1] = s11;
    }
  }
  const tiledCols = bSize & ~1;
  for (let r = 0; r < n; r++) {
    for (let j = r < i ? tiledCols : 0; j < bSize; j++) {
      let sum = c < 0 ? 0 : m[out + r * bSize + j];
      let d = a + r;
      let v = b + j;
      for (let k = 0; k < count; k = (k + 1) | 0) {
        sum += m[d] * m[v];
        d = (d + aStep) | 0;
        v = (v + bStep) | 0;
      }
      m[out + r * bSize + j] = sum;
    }
  }
};

/**
 * The same for four terms and four rows at a time, n and count being multiples of four: sixteen entries of the d's are held
 * while the columns go by, so that each number loaded or stored serves two multiply-adds.
 */
export const addProductsByFour: Kernel = (m, { out, n, a, b, bSize, c, count, aStep, bStep }) => {
  if (c < 0) m.fill(0, out, out + n * bSize);
  for (let k = 0; k < count; k = (k + 4) | 0) {
    const v = (b + Math.imul(k, bStep)) | 0;
    for (let i = 0; i < n; i = (i + 4) | 0) {
      const d = (a + i + Math.imul(k, aStep)) | 0;
      addFourToFour(m, (out + Math.imul(i, bSize)) | 0, bSize, d, aStep, v, bStep);
    }
  }
};

function addFourToFour(
  m: Float64Array,
  out: number,
  cols: number,
  d: number,
  dStep: number,
  v: number,
  vStep: number,
): void {
  let at = d & 0x3fffffff;
  const d00 = m[at];
  const d10 = m[at + 1];
  const d20 = m[at + 2];
  const d30 = m[at + 3];
  at = (at + dStep) & 0x3fffffff;
  const d01 = m[at];
  const d11 = m[at + 1];
  const d21 = m[at + 2];
  const d31 = m[at + 3];
  at = (at + dStep) & 0x3fffffff;
  const d02 = m[at];
  const d12 = m[at + 1];
  const d22 = m[at + 2];
  const d32 = m[at + 3];
  at = (at + dStep) & 0x3fffffff;
  const d03 = m[at];
  const d13 = m[at + 1];
  const d23 = m[at + 2];
  const d33 = m[at + 3];
  const v1 = (v + vStep) | 0;
  const v2 = (v1 + vStep) | 0;
  const v3 = (v2 + vStep) | 0;
  const r1 = (out + cols) | 0;
  const r2 = (r1 + cols) | 0;
  const r3 = (r2 + cols) | 0;
  for (let j = 0; j < cols; j = (j + 1) | 0) {
    const x0 = m[(v + j) & 0x3fffffff];
    const x1 = m[(v1 + j) & 0x3fffffff];
    const x2 = m[(v2 + j) & 0x3fffffff];
    const x3 = m[(v3 + j) & 0x3fffffff];
    const o0 = (out + j) & 0x3fffffff;
    m[o0] = m[o0] + d00 * x0 + d01 * x1 + d02 * x2 + d03 * x3;
    const o1 = (r1 + j) & 0x3fffffff;
    m[o1] = m[o1] + d10 * x0 + d11 * x1 + d12 * x2 + d13 * x3;
    const o2 = (r2 + j) & 0x3fffffff;
    m[o2] = m[o2] + d20 * x0 + d21 * x1 + d22 * x2 + d23 * x3;
    const o3 = (r3 + j) & 0x3fffffff;
    m[o3] = m[o3] + d30 * x0 + d31 * x1 + d32 * x2 + d33 * x3;
  }
}

/** out (+)= Σ_k d_k. */
export const addVectors: Kernel = (m, { out, n, a, c, count, aStep }) => {
  let i = 0;
  for (; i + 3 < n; i += 4) {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    if (c >= 0) {
      s0 = m[out + i];
      s1 = m[out + i + 1];
      s2 = m[out + i + 2];
      s3 = m[out + i + 3];
    }
    let d = a + i;
    for (let k = 0; k < count; k = (k + 1) | 0) {
      s0 += m[d];
      s1 += m[(d + 1) | 0];
      s2 += m[(d + 2) | 0];
      s3 += m[(d + 3) | 0];
      d = (d + aStep) | 0;
    }
    m[out + i] = s0;
    m[out + i + 1] = s1;
    m[out + i + 2] = s2;
    m[out + i + 3] = s3;
  }
  for (; i < n; i++) {
    let sum = c < 0 ? 0 : m[out + i];
    let d = a + i;
    for (let k = 0; k < count; k = (k + 1) | 0) {
      sum += m[d];
      d = (d + aStep) | 0;
    }
    m[out + i] = sum;
  }
};
