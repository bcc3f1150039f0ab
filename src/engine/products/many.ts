/**
 * Products of one matrix and many vectors, which stand at even distances. Of a matrix that is to be multiplied by all of
 * them, two rows are taken at a time, and two vectors: each number loaded serves two multiply-adds.
 */
import type { Kernel } from '../instruction';

/** out_k = W v_k (+ bias) for each k < count, with a = W, b = v_0, e = bias. */
export const affineOfMany: Kernel = (m, { out, n, a, b, bSize, e, count, outStep, bStep }) => {
  let k = 0;
  for (; k + 1 < count; k = (k + 2) | 0) {
    const to = (out + Math.imul(k, outStep)) | 0;
    const from = (b + Math.imul(k, bStep)) | 0;
    let i = 0;
    for (; i + 1 < n; i = (i + 2) | 0) {
      let s00 = 0;
      let s10 = 0;
      if (e >= 0) {
        s00 = m[(e + i) | 0];
        s10 = m[(e + i + 1) | 0];
      }
      let s01 = s00;
      let s11 = s10;
      let w0 = (a + Math.imul(i, bSize)) | 0;
      let w1 = (w0 + bSize) | 0;
      let v0 = from;
      let v1 = (from + bStep) | 0;
      for (let j = bSize; j > 0; j = (j - 1) | 0) {
        const x = m[v0];
        const y = m[v1];
        const p = m[w0];
        s00 += p * x;
        s01 += p * y;
        const q = m[w1];
        s10 += q * x;
        s11 += q * y;
        v0 = (v0 + 1) | 0;
        v1 = (v1 + 1) | 0;
        w0 = (w0 + 1) | 0;
        w1 = (w1 + 1) | 0;
      }
      m[(to + i) | 0] = s00;
      m[(to + i + 1) | 0] = s10;
      m[(to + outStep + i) | 0] = s01;
      m[(to + outStep + i + 1) | 0] = s11;
    }
    for (; i < n; i++) {
      m[to + i] = dot(m, a + i * bSize, from, bSize, e < 0 ? 0 : m[e + i]);
      m[to + outStep + i] = dot(m, a + i * bSize, from + bStep, bSize, e < 0 ? 0 : m[e + i]);
    }
  }
  for (; k < count; k++) {
    const to = out + k * outStep;
    for (let i = 0; i < n; i++) m[to + i] = dot(m, a + i * bSize, b + k * bStep, bSize, e < 0 ? 0 : m[e + i]);
  }
};

function dot(m: Float64Array, w: number, v: number, size: number, start: number): number {
  let sum = start;
  for (let j = 0; j < size; j++) sum += m[(w + j) | 0] * m[(v + j) | 0];
  return sum;
}

/** out_k = Wᵀ v_k for each k < count, with a = W, b = v_0. */
export const transposedOfMany: Kernel = (m, { out, n, a, b, bSize, count, outStep, bStep }) => {
  let to = out;
  let from = b;
  for (let k = 0; k < count; k = (k + 1) | 0) {
    const end = (from + bSize) | 0;
    let j = 0;
    for (; j + 3 < n; j = (j + 4) | 0) {
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      let w = (a + j) | 0;
      for (let i = from; i < end; i = (i + 1) | 0) {
        const v = m[i];
        const at = w & 0x3fffffff;
        s0 += m[at] * v;
        s1 += m[at + 1] * v;
        s2 += m[at + 2] * v;
        s3 += m[at + 3] * v;
        w = (w + n) | 0;
      }
      const o = (to + j) | 0;
      m[o] = s0;
      m[(o + 1) | 0] = s1;
      m[(o + 2) | 0] = s2;
      m[(o + 3) | 0] = s3;
    }
    for (; j < n; j = (j + 1) | 0) {
      let s = 0;
      let w = (a + j) | 0;
      for (let i = from; i < end; i = (i + 1) | 0) {
        s += m[w] * m[i];
        w = (w + n) | 0;
      }
      m[(to + j) | 0] = s;
    }
    to = (to + outStep) | 0;
    from = (from + bStep) | 0;
  }
};
