import type { Kernel } from '../instruction';

/** out = v wᵀ, with a = v, b = w: one term of a weight's gradient. */
export const outer: Kernel = (m, { out, a, aSize, b, bSize }) => {
  for (let i = 0; i < aSize; i++) {
    for (let j = 0; j < bSize; j++) m[out + i * bSize + j] = m[a + i] * m[b + j];
  }
};
