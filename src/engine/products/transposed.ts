import type { Kernel } from '../instruction';

/**
 * out_k = Wᵀ v_k for each k < count, with a = W, b = v_0: by blocks of four columns, then two, then one, so that one load of
 * the vector serves several multiply-adds. For `| 0` and the mask see `long.ts`.
 */
export const transposed: Kernel = (m, { out, n, a, b, bSize, count, outStep, bStep }) => {
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
      const o = (to + j) & 0x3fffffff;
      m[o] = s0;
      m[o + 1] = s1;
      m[o + 2] = s2;
      m[o + 3] = s3;
    }
    if (j + 1 < n) {
      let s0 = 0;
      let s1 = 0;
      let w = (a + j) | 0;
      for (let i = from; i < end; i = (i + 1) | 0) {
        const v = m[i];
        s0 += m[w] * v;
        s1 += m[(w + 1) | 0] * v;
        w = (w + n) | 0;
      }
      m[(to + j) | 0] = s0;
      m[(to + j + 1) | 0] = s1;
      j = (j + 2) | 0;
    }
    if (j < n) {
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
