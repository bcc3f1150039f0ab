/** Entry by entry. For `| 0`, where cells are small and many, see `products/long.ts`. */
import type { Kernel } from '../instruction';

/** a + b. */
export const add: Kernel = (m, { out, n, a, b }) => {
  for (let i = 0; i < n; i = (i + 1) | 0) m[(out + i) | 0] = m[(a + i) | 0] + m[(b + i) | 0];
};

/** a + b + c (+ d + e). */
export const addMore: Kernel = (m, { out, n, a, b, c, d, e }) => {
  for (let i = 0; i < n; i = (i + 1) | 0) m[(out + i) | 0] = m[(a + i) | 0] + m[(b + i) | 0] + m[(c + i) | 0];
  if (d >= 0) for (let i = 0; i < n; i++) m[out + i] += m[d + i];
  if (e >= 0) for (let i = 0; i < n; i++) m[out + i] += m[e + i];
};

export const copy: Kernel = (m, { out, n, a }) => {
  for (let i = 0; i < n; i = (i + 1) | 0) m[(out + i) | 0] = m[(a + i) | 0];
};

/** a, `count` times. */
export const copyOfMany: Kernel = (m, { out, n, a, count, outStep, aStep }) => {
  let to = out;
  let from = a;
  for (let k = 0; k < count; k = (k + 1) | 0) {
    for (let i = 0; i < n; i = (i + 1) | 0) m[(to + i) | 0] = m[(from + i) | 0];
    to = (to + outStep) | 0;
    from = (from + aStep) | 0;
  }
};

/** (1 − a) ⊙ b + a ⊙ c. */
export const mix: Kernel = (m, { out, n, a, b, c }) => {
  for (let i = 0; i < n; i = (i + 1) | 0)
    m[(out + i) | 0] = (1 - m[(a + i) | 0]) * m[(b + i) | 0] + m[(a + i) | 0] * m[(c + i) | 0];
};

/** a ⊙ (b − c): what the gate of a mixture receives. */
export const mixGate: Kernel = (m, { out, n, a, b, c }) => {
  for (let i = 0; i < n; i = (i + 1) | 0)
    m[(out + i) | 0] = m[(a + i) | 0] * (m[(b + i) | 0] - m[(c + i) | 0]);
};

/** a ⊙ (1 − b): what the new part of a mixture receives. */
export const mixNew: Kernel = (m, { out, n, a, b }) => {
  for (let i = 0; i < n; i = (i + 1) | 0) m[(out + i) | 0] = m[(a + i) | 0] * (1 - m[(b + i) | 0]);
};

/** a ⊙ b. */
export const hadamard: Kernel = (m, { out, n, a, b }) => {
  for (let i = 0; i < n; i = (i + 1) | 0) m[(out + i) | 0] = m[(a + i) | 0] * m[(b + i) | 0];
};

/** a ⊙ b + c ⊙ d. */
export const hadamards: Kernel = (m, { out, n, a, b, c, d }) => {
  for (let i = 0; i < n; i = (i + 1) | 0)
    m[(out + i) | 0] = m[(a + i) | 0] * m[(b + i) | 0] + m[(c + i) | 0] * m[(d + i) | 0];
};
