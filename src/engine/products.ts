/**
 * Products of matrix and vector, in two ways. Of long vectors eight entries at a time are held in registers while the
 * matrix goes by, so that of each multiply-add only the weight is loaded. Short ones are taken by blocks of four rows:
 * one load of the vector serves four multiply-adds, and four sums are in flight at once.
 *
 * `| 0` tells the compiler that places are whole numbers whose sums don't overflow; it need not check each time.
 */
import type { Kernel } from './instruction';

/** The length from which on a vector is long: as many entries are held at a time. */
export const long = 8;

/** out = W v (+ W₂ v₂) (+ bias), with a = W, b = v, c = W₂, d = v₂, e = bias. */
export const affine: Kernel = (m, { out, n, a, b, bSize, c, d, dSize, e }) => {
  if (e < 0) for (let i = 0; i < n; i++) m[(out + i) | 0] = 0;
  else for (let i = 0; i < n; i++) m[(out + i) | 0] = m[(e + i) | 0];
  addProduct(m, out, n, a, bSize, 1, b, bSize);
  if (c >= 0) addProduct(m, out, n, c, dSize, 1, d, dSize);
};

/** out = Wᵀ v, with a = W, b = v. */
export const transposed: Kernel = (m, { out, n, a, b, bSize }) => {
  for (let i = 0; i < n; i++) m[(out + i) | 0] = 0;
  addProduct(m, out, n, a, 1, n, b, bSize);
};

/**
 * out[i] += Σ_j W[i, j] v[j] for i < n, j < size, where W[i, j] stands at w + i·down + j·right: a matrix or, with down
 * and right exchanged, its transpose.
 */
function addProduct(
  m: Float64Array,
  out: number,
  n: number,
  w: number,
  down: number,
  right: number,
  v: number,
  size: number,
): void {
  let j = 0;
  for (; j + 7 < size; j = (j + 8) | 0) {
    const at = (v + j) | 0;
    const v0 = m[at];
    const v1 = m[(at + 1) | 0];
    const v2 = m[(at + 2) | 0];
    const v3 = m[(at + 3) | 0];
    const v4 = m[(at + 4) | 0];
    const v5 = m[(at + 5) | 0];
    const v6 = m[(at + 6) | 0];
    const v7 = m[(at + 7) | 0];
    let w0 = (w + Math.imul(j, right)) | 0;
    let w1 = (w0 + right) | 0;
    let w2 = (w1 + right) | 0;
    let w3 = (w2 + right) | 0;
    let w4 = (w3 + right) | 0;
    let w5 = (w4 + right) | 0;
    let w6 = (w5 + right) | 0;
    let w7 = (w6 + right) | 0;
    for (let i = 0; i < n; i = (i + 1) | 0) {
      const o = (out + i) | 0;
      const near = m[w0] * v0 + m[w1] * v1 + (m[w2] * v2 + m[w3] * v3);
      const far = m[w4] * v4 + m[w5] * v5 + (m[w6] * v6 + m[w7] * v7);
      m[o] += near + far;
      w0 = (w0 + down) | 0;
      w1 = (w1 + down) | 0;
      w2 = (w2 + down) | 0;
      w3 = (w3 + down) | 0;
      w4 = (w4 + down) | 0;
      w5 = (w5 + down) | 0;
      w6 = (w6 + down) | 0;
      w7 = (w7 + down) | 0;
    }
  }
  for (; j < size; j++) {
    const x = m[v + j];
    let p = (w + Math.imul(j, right)) | 0;
    for (let i = 0; i < n; i++) {
      m[out + i] += m[p] * x;
      p = (p + down) | 0;
    }
  }
}

/** The same where both vectors are short. */
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

/** The same where v is short. */
export const transposedOfShort: Kernel = (m, { out, n, a, b, bSize }) => {
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

/** out = v wᵀ, with a = v, b = w: one term of a weight's gradient. */
export const outer: Kernel = (m, { out, a, aSize, b, bSize }) => {
  for (let i = 0; i < aSize; i++) {
    for (let j = 0; j < bSize; j++) m[out + i * bSize + j] = m[a + i] * m[b + j];
  }
};
