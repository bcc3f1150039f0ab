/**
 * Products of a matrix and a short vector, by blocks of four rows: one load of the vector serves four
 * multiply-adds, and four sums are in flight at once.
 */
import type { Kernel } from '../instruction';

/** out = W v (+ W₂ v₂) (+ bias), with a = W, b = v, c = W₂, d = v₂, e = bias. */
export const affineOfShort: Kernel = (m, { out, n, a, b, bSize, c, d, dSize, e }) => {
  const bEnd = (b + bSize) | 0;
  const dEnd = (d + dSize) | 0;
  let i = 0;
  for (; i + 3 < n; i = (i + 4) | 0) {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    if (e >= 0) {
      s0 = m[(e + i) | 0];
      s1 = m[(e + i + 1) | 0];
      s2 = m[(e + i + 2) | 0];
      s3 = m[(e + i + 3) | 0];
    }
    let w0 = (a + Math.imul(i, bSize)) | 0;
    let w1 = (w0 + bSize) | 0;
    let w2 = (w1 + bSize) | 0;
    let w3 = (w2 + bSize) | 0;
    for (let j = b; j < bEnd; j = (j + 1) | 0) {
      const v = m[j];
      s0 += m[w0] * v;
      w0 = (w0 + 1) | 0;
      s1 += m[w1] * v;
      w1 = (w1 + 1) | 0;
      s2 += m[w2] * v;
      w2 = (w2 + 1) | 0;
      s3 += m[w3] * v;
      w3 = (w3 + 1) | 0;
    }
    if (c >= 0) {
      w0 = (c + Math.imul(i, dSize)) | 0;
      w1 = (w0 + dSize) | 0;
      w2 = (w1 + dSize) | 0;
      w3 = (w2 + dSize) | 0;
      for (let j = d; j < dEnd; j = (j + 1) | 0) {
        const v = m[j];
        s0 += m[w0] * v;
        w0 = (w0 + 1) | 0;
        s1 += m[w1] * v;
        w1 = (w1 + 1) | 0;
        s2 += m[w2] * v;
        w2 = (w2 + 1) | 0;
        s3 += m[w3] * v;
        w3 = (w3 + 1) | 0;
      }
    }
    m[(out + i) | 0] = s0;
    m[(out + i + 1) | 0] = s1;
    m[(out + i + 2) | 0] = s2;
    m[(out + i + 3) | 0] = s3;
  }
  if (i + 1 < n) {
    let s0 = 0;
    let s1 = 0;
    if (e >= 0) {
      s0 = m[(e + i) | 0];
      s1 = m[(e + i + 1) | 0];
    }
    let w0 = (a + Math.imul(i, bSize)) | 0;
    let w1 = (w0 + bSize) | 0;
    for (let j = b; j < bEnd; j = (j + 1) | 0) {
      const v = m[j];
      s0 += m[w0] * v;
      w0 = (w0 + 1) | 0;
      s1 += m[w1] * v;
      w1 = (w1 + 1) | 0;
    }
    if (c >= 0) {
      w0 = (c + Math.imul(i, dSize)) | 0;
      w1 = (w0 + dSize) | 0;
      for (let j = d; j < dEnd; j = (j + 1) | 0) {
        const v = m[j];
        s0 += m[w0] * v;
        w0 = (w0 + 1) | 0;
        s1 += m[w1] * v;
        w1 = (w1 + 1) | 0;
      }
    }
    m[(out + i) | 0] = s0;
    m[(out + i + 1) | 0] = s1;
    i += 2;
  }
  if (i < n) {
    let s = e < 0 ? 0 : m[(e + i) | 0];
    let w = (a + Math.imul(i, bSize)) | 0;
    for (let j = b; j < bEnd; j = (j + 1) | 0) s += m[w++] * m[j];
    if (c >= 0) {
      w = (c + Math.imul(i, dSize)) | 0;
      for (let j = d; j < dEnd; j = (j + 1) | 0) s += m[w++] * m[j];
    }
    m[(out + i) | 0] = s;
  }
};
