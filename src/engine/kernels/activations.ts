/** Activations and their slopes. For `| 0`, where cells are small and many, see `products/long.ts`. */
import type { Kernel } from '../instruction';
import { sigmoidOf, sigmoidTable, tanhOf, tanhTable } from '../squash';

/** Two at a time, as σ below: each is a long chain of operations, and two chains go side by side. */
export const tanh: Kernel = (m, { out, n, a }) => {
  const table = tanhTable();
  let i = 0;
  for (; i + 1 < n; i = (i + 2) | 0) {
    const x = m[(a + i) | 0];
    const y = m[(a + i + 1) | 0];
    m[(out + i) | 0] = tanhOf(x, table);
    m[(out + i + 1) | 0] = tanhOf(y, table);
  }
  if (i < n) m[(out + i) | 0] = tanhOf(m[(a + i) | 0], table);
};

export const sigmoid: Kernel = (m, { out, n, a }) => {
  const table = sigmoidTable();
  let i = 0;
  for (; i + 1 < n; i = (i + 2) | 0) {
    const x = m[(a + i) | 0];
    const y = m[(a + i + 1) | 0];
    m[(out + i) | 0] = sigmoidOf(x, table);
    m[(out + i + 1) | 0] = sigmoidOf(y, table);
  }
  if (i < n) m[(out + i) | 0] = sigmoidOf(m[(a + i) | 0], table);
};

/** NaN stays NaN: a broken number must not look sound. */
export const relu: Kernel = (m, { out, n, a }) => {
  for (let i = 0; i < n; i++) m[out + i] = m[a + i] <= 0 ? 0 : m[a + i];
};

/** a ⊙ (1 − b²), b = tanh. */
export const tanhSlope: Kernel = (m, { out, n, a, b }) => {
  for (let i = 0; i < n; i = (i + 1) | 0) {
    const y = m[(b + i) | 0];
    m[(out + i) | 0] = m[(a + i) | 0] * (1 - y * y);
  }
};

/** a ⊙ b ⊙ (1 − b), b = σ. */
export const sigmoidSlope: Kernel = (m, { out, n, a, b }) => {
  for (let i = 0; i < n; i = (i + 1) | 0) {
    const y = m[(b + i) | 0];
    m[(out + i) | 0] = m[(a + i) | 0] * (y * (1 - y));
  }
};

/** a where b > 0, else 0: a choice, not a multiplication, so that ∞ · 0 does not become NaN. */
export const reluSlope: Kernel = (m, { out, n, a, b }) => {
  for (let i = 0; i < n; i++) m[out + i] = m[b + i] <= 0 ? 0 : m[a + i];
};
