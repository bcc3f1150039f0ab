/**
 * Kernels: how each rule runs. A kernel reads and writes the arena `m`, directed by one instruction of the code `c`
 * that starts at `p`:
 *
 *     c[p]  kernel number   c[p+1]  words of the instruction   c[p+2]  out   c[p+3]  its size   c[p+4]  in 0   c[p+5]  its size …
 *
 * Rows are taken in blocks of four: one load of the vector then serves four multiply-adds, and four sums are in flight
 * at once instead of each waiting for the one before it.
 */
import { norm } from './linear';

export type Kernel = (m: Float64Array, c: Int32Array, p: number) => void;

/** out = Σ W_k v_k (+ b): matrix and vector by turns, then perhaps a bias. */
export const affine: Kernel = (m, c, p) => {
  const out = c[p + 2];
  const rows = c[p + 3];
  const words = c[p + 1];
  const first = p + 4;
  const end = p + words;
  const b = (words & 3) === 0 ? -1 : c[end - 2];
  let i = 0;
  for (; i + 3 < rows; i += 4) {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    if (b >= 0) {
      s0 = m[b + i];
      s1 = m[b + i + 1];
      s2 = m[b + i + 2];
      s3 = m[b + i + 3];
    }
    for (let k = first; k + 3 < end; k += 4) {
      const v = c[k + 2];
      const cols = c[k + 3];
      const vEnd = v + cols;
      let w0 = c[k] + i * cols;
      let w1 = w0 + cols;
      let w2 = w1 + cols;
      let w3 = w2 + cols;
      for (let j = v; j < vEnd; j++) {
        const x = m[j];
        s0 += m[w0++] * x;
        s1 += m[w1++] * x;
        s2 += m[w2++] * x;
        s3 += m[w3++] * x;
      }
    }
    m[out + i] = s0;
    m[out + i + 1] = s1;
    m[out + i + 2] = s2;
    m[out + i + 3] = s3;
  }
  if (i + 1 < rows) {
    let s0 = b < 0 ? 0 : m[b + i];
    let s1 = b < 0 ? 0 : m[b + i + 1];
    for (let k = first; k + 3 < end; k += 4) {
      const v = c[k + 2];
      const cols = c[k + 3];
      const vEnd = v + cols;
      let w0 = c[k] + i * cols;
      let w1 = w0 + cols;
      for (let j = v; j < vEnd; j++) {
        const x = m[j];
        s0 += m[w0++] * x;
        s1 += m[w1++] * x;
      }
    }
    m[out + i] = s0;
    m[out + i + 1] = s1;
    i += 2;
  }
  if (i < rows) {
    let s = b < 0 ? 0 : m[b + i];
    for (let k = first; k + 3 < end; k += 4) {
      const v = c[k + 2];
      const cols = c[k + 3];
      const w = c[k] + i * cols;
      for (let j = 0; j < cols; j++) s += m[w + j] * m[v + j];
    }
    m[out + i] = s;
  }
};

/** out = Wᵀ d, by blocks of columns. */
export const transposed: Kernel = (m, c, p) => {
  const out = c[p + 2];
  const cols = c[p + 3];
  const w = c[p + 4];
  const d = c[p + 6];
  const end = d + c[p + 7];
  let j = 0;
  for (; j + 3 < cols; j += 4) {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let row = w + j;
    for (let i = d; i < end; i++) {
      const x = m[i];
      s0 += m[row] * x;
      s1 += m[row + 1] * x;
      s2 += m[row + 2] * x;
      s3 += m[row + 3] * x;
      row += cols;
    }
    m[out + j] = s0;
    m[out + j + 1] = s1;
    m[out + j + 2] = s2;
    m[out + j + 3] = s3;
  }
  for (; j + 1 < cols; j += 2) {
    let s0 = 0;
    let s1 = 0;
    let row = w + j;
    for (let i = d; i < end; i++) {
      const x = m[i];
      s0 += m[row] * x;
      s1 += m[row + 1] * x;
      row += cols;
    }
    m[out + j] = s0;
    m[out + j + 1] = s1;
  }
  if (j < cols) {
    let s = 0;
    let row = w + j;
    for (let i = d; i < end; i++) {
      s += m[row] * m[i];
      row += cols;
    }
    m[out + j] = s;
  }
};

export const tanh: Kernel = (m, c, p) => {
  const out = c[p + 2];
  const n = c[p + 3];
  const a = c[p + 4];
  for (let i = 0; i < n; i++) m[out + i] = Math.tanh(m[a + i]);
};

export const sigmoid: Kernel = (m, c, p) => {
  const out = c[p + 2];
  const n = c[p + 3];
  const a = c[p + 4];
  for (let i = 0; i < n; i++) m[out + i] = 1 / (1 + Math.exp(-m[a + i]));
};

/** NaN stays NaN: a broken number must not look sound. */
export const relu: Kernel = (m, c, p) => {
  const out = c[p + 2];
  const n = c[p + 3];
  const a = c[p + 4];
  for (let i = 0; i < n; i++) m[out + i] = m[a + i] <= 0 ? 0 : m[a + i];
};

/** d ⊙ (1 − S²), S = tanh(a). */
export const tanhSlope: Kernel = (m, c, p) => {
  const out = c[p + 2];
  const n = c[p + 3];
  const d = c[p + 4];
  const s = c[p + 6];
  for (let i = 0; i < n; i++) {
    const y = m[s + i];
    m[out + i] = m[d + i] * (1 - y * y);
  }
};

/** d ⊙ S (1 − S), S = σ(a). */
export const sigmoidSlope: Kernel = (m, c, p) => {
  const out = c[p + 2];
  const n = c[p + 3];
  const d = c[p + 4];
  const s = c[p + 6];
  for (let i = 0; i < n; i++) {
    const y = m[s + i];
    m[out + i] = m[d + i] * (y * (1 - y));
  }
};

/** d where S > 0, else 0: a choice, not a multiplication, so that ∞ · 0 does not become NaN. */
export const reluSlope: Kernel = (m, c, p) => {
  const out = c[p + 2];
  const n = c[p + 3];
  const d = c[p + 4];
  const s = c[p + 6];
  for (let i = 0; i < n; i++) m[out + i] = m[s + i] <= 0 ? 0 : m[d + i];
};

/** Σ (d − Y)². */
export const squared: Kernel = (m, c, p) => {
  const d = c[p + 4];
  const n = c[p + 5];
  const y = c[p + 6];
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const e = m[d + i] - m[y + i];
    sum += e * e;
  }
  m[c[p + 2]] = sum;
};

/** −2 (d − Y). */
export const squaredSlope: Kernel = (m, c, p) => {
  const out = c[p + 2];
  const d = c[p + 4];
  const n = c[p + 5];
  const y = c[p + 6];
  for (let i = 0; i < n; i++) m[out + i] = -2 * (m[d + i] - m[y + i]);
};

/** exp(o) / Σ exp(o), shifted by the largest entry so that nothing overflows. */
export const softmax: Kernel = (m, c, p) => {
  const out = c[p + 2];
  const n = c[p + 3];
  const o = c[p + 4];
  const largest = largestOf(m, o, n);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const e = Math.exp(m[o + i] - largest);
    m[out + i] = e;
    sum += e;
  }
  for (let i = 0; i < n; i++) m[out + i] /= sum;
};

/** −Σ d ln softmax(o), from o itself, so that it stays finite where a probability rounds to 0. */
export const crossEntropy: Kernel = (m, c, p) => {
  const d = c[p + 4];
  const o = c[p + 6];
  const n = c[p + 7];
  const largest = largestOf(m, o, n);
  let sum = 0;
  for (let i = 0; i < n; i++) sum += Math.exp(m[o + i] - largest);
  const logSum = largest + Math.log(sum);
  let error = 0;
  for (let i = 0; i < n; i++) if (m[d + i] !== 0) error += m[d + i] * (logSum - m[o + i]);
  m[c[p + 2]] = error;
};

function largestOf(m: Float64Array, from: number, n: number): number {
  let largest = m[from];
  for (let i = from + 1; i < from + n; i++) if (!(m[i] <= largest)) largest = m[i]; // lets NaN through
  return largest;
}

/** Y − d, for targets that add up to 1. */
export const crossEntropySlope: Kernel = (m, c, p) => {
  const out = c[p + 2];
  const n = c[p + 3];
  const d = c[p + 4];
  const y = c[p + 6];
  for (let i = 0; i < n; i++) m[out + i] = m[y + i] - m[d + i];
};

/** Sum of any number of cells of one size. */
export const add: Kernel = (m, c, p) => {
  const out = c[p + 2];
  const n = c[p + 3];
  const end = p + c[p + 1];
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let k = p + 4; k < end; k += 2) sum += m[c[k] + i];
    m[out + i] = sum;
  }
};

/** Σ u_k ⊙ v_k: vectors in pairs. */
export const hadamard: Kernel = (m, c, p) => {
  const out = c[p + 2];
  const n = c[p + 3];
  const end = p + c[p + 1];
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let k = p + 4; k < end; k += 4) sum += m[c[k] + i] * m[c[k + 2] + i];
    m[out + i] = sum;
  }
};

/** δ · θ/‖δ‖ where ‖δ‖ > θ, else δ. */
export const clip: Kernel = (m, c, p) => {
  const out = c[p + 2];
  const n = c[p + 3];
  const d = c[p + 4];
  const theta = m[c[p + 6]];
  const length = norm(m, d, n);
  const factor = length > theta ? theta / length : 1;
  for (let i = 0; i < n; i++) m[out + i] = factor === 1 ? m[d + i] : m[d + i] * factor;
};

/** d vᵀ. */
export const outer: Kernel = (m, c, p) => {
  const out = c[p + 2];
  const d = c[p + 4];
  const rows = c[p + 5];
  const v = c[p + 6];
  const cols = c[p + 7];
  for (let i = 0; i < rows; i++) {
    const x = m[d + i];
    for (let j = 0; j < cols; j++) m[out + i * cols + j] = x * m[v + j];
  }
};

/** W − η dW. */
export const descend: Kernel = (m, c, p) => {
  const out = c[p + 2];
  const n = c[p + 3];
  const w = c[p + 4];
  const dw = c[p + 6];
  const eta = m[c[p + 8]];
  for (let i = 0; i < n; i++) m[out + i] = m[w + i] - eta * m[dw + i];
};
