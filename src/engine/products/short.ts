/**
 * Products of a matrix and a short vector, by blocks of four rows or columns: one load of the vector serves four
 * multiply-adds, and four sums are in flight at once.
 */
import type { Kernel } from '../instruction';

/** out = W v (+ W₂ v₂) (+ bias), with a = W, b = v, c = W₂, d = v₂, e = bias. */
export const affineOfShort: Kernel = (m, { out, n, a, b, bSize, c, d, dSize, e }) => {
  const bEnd = b + bSize;
  const dEnd = d + dSize;
  let i = 0;
  for (; i + 3 < n; i += 4) {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    if (e >= 0) {
      s0 = m[e + i];
      s1 = m[e + i + 1];
      s2 = m[e + i + 2];
      s3 = m[e + i + 3];
    }
    let w0 = a + i * bSize;
    let w1 = w0 + bSize;
    let w2 = w1 + bSize;
    let w3 = w2 + bSize;
    for (let j = b; j < bEnd; j++) {
      const v = m[j];
      s0 += m[w0++] * v;
      s1 += m[w1++] * v;
      s2 += m[w2++] * v;
      s3 += m[w3++] * v;
    }
    if (c >= 0) {
      w0 = c + i * dSize;
      w1 = w0 + dSize;
      w2 = w1 + dSize;
      w3 = w2 + dSize;
      for (let j = d; j < dEnd; j++) {
        const v = m[j];
        s0 += m[w0++] * v;
        s1 += m[w1++] * v;
        s2 += m[w2++] * v;
        s3 += m[w3++] * v;
      }
    }
    m[out + i] = s0;
    m[out + i + 1] = s1;
    m[out + i + 2] = s2;
    m[out + i + 3] = s3;
  }
  if (i + 1 < n) {
    let s0 = 0;
    let s1 = 0;
    if (e >= 0) {
      s0 = m[e + i];
      s1 = m[e + i + 1];
    }
    let w0 = a + i * bSize;
    let w1 = w0 + bSize;
    for (let j = b; j < bEnd; j++) {
      const v = m[j];
      s0 += m[w0++] * v;
      s1 += m[w1++] * v;
    }
    if (c >= 0) {
      w0 = c + i * dSize;
      w1 = w0 + dSize;
      for (let j = d; j < dEnd; j++) {
        const v = m[j];
        s0 += m[w0++] * v;
        s1 += m[w1++] * v;
      }
    }
    m[out + i] = s0;
    m[out + i + 1] = s1;
    i += 2;
  }
  if (i < n) {
    let s = e < 0 ? 0 : m[e + i];
    let w = a + i * bSize;
    for (let j = b; j < bEnd; j++) s += m[w++] * m[j];
    if (c >= 0) {
      w = c + i * dSize;
      for (let j = d; j < dEnd; j++) s += m[w++] * m[j];
    }
    m[out + i] = s;
  }
};

/** out = Wᵀ v, with a = W, b = v. */
export const transposed: Kernel = (m, { out, n, a, b, bSize }) => {
  const end = b + bSize;
  let j = 0;
  for (; j + 3 < n; j += 4) {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let w = a + j;
    for (let i = b; i < end; i++) {
      const v = m[i];
      s0 += m[w] * v;
      s1 += m[w + 1] * v;
      s2 += m[w + 2] * v;
      s3 += m[w + 3] * v;
      w += n;
    }
    m[out + j] = s0;
    m[out + j + 1] = s1;
    m[out + j + 2] = s2;
    m[out + j + 3] = s3;
  }
  if (j + 1 < n) {
    let s0 = 0;
    let s1 = 0;
    let w = a + j;
    for (let i = b; i < end; i++) {
      const v = m[i];
      s0 += m[w] * v;
      s1 += m[w + 1] * v;
      w += n;
    }
    m[out + j] = s0;
    m[out + j + 1] = s1;
    j += 2;
  }
  if (j < n) {
    let s = 0;
    let w = a + j;
    for (let i = b; i < end; i++) {
      s += m[w] * m[i];
      w += n;
    }
    m[out + j] = s;
  }
};
