/**
 * Products of one matrix and many vectors, which stand at even distances. Of a matrix that is to be multiplied by all of
 * them, four rows or two are taken at a time, and two vectors: each number loaded serves two multiply-adds or more.
 */
import type { Kernel } from '../instruction';

/** out_k = W v_k (+ bias) for each k < count, with a = W, b = v_0, e = bias. */
export const affineOfMany: Kernel = (m, { out, n, a, b, bSize, e, count, outStep, bStep }) => {
  let k = 0;
  for (; k + 1 < count; k = (k + 2) | 0) {
    const to = (out + Math.imul(k, outStep)) | 0;
    const from = (b + Math.imul(k, bStep)) | 0;
    let i = 0;
    for (; i + 3 < n; i = (i + 4) | 0) {
      let s00 = 0;
      let s10 = 0;
      let s20 = 0;
      let s30 = 0;
      if (e >= 0) {
        const bias = (e + i) & 0x3fffffff;
        s00 = m[bias];
        s10 = m[bias + 1];
        s20 = m[bias + 2];
        s30 = m[bias + 3];
      }
      let s01 = s00;
      let s11 = s10;
      let s21 = s20;
      let s31 = s30;
      let w0 = (a + Math.imul(i, bSize)) | 0;
      let v0 = from;
      let v1 = (from + bStep) | 0;
      for (let j = bSize; j > 0; j = (j - 1) | 0) {
        const x = m[v0];
        const y = m[v1];
        const p = m[w0];
        s00 += p * x;
        s01 += p * y;
        const w1 = (w0 + bSize) | 0;
        const q = m[w1];
        s10 += q * x;
        s11 += q * y;
        const w2 = (w1 + bSize) | 0;
        const r = m[w2];
        s20 += r * x;
        s21 += r * y;
        const s = m[(w2 + bSize) | 0];
        s30 += s * x;
        s31 += s * y;
        v0 = (v0 + 1) | 0;
        v1 = (v1 + 1) | 0;
        w0 = (w0 + 1) | 0;
      }
      const o0 = (to + i) & 0x3fffffff;
      m[o0] = s00;
      m[o0 + 1] = s10;
      m[o0 + 2] = s20;
      m[o0 + 3] = s30;
      const o1 = (o0 + outStep) & 0x3fffffff;
      m[o1] = s01;
      m[o1 + 1] = s11;
      m[o1 + 2] = s21;
      m[o1 + 3] = s31;
    }
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
