/** Errors, their slopes, their sum over time; and softmax, which cross-entropy is one with. */
import type { Kernel } from '../instruction';

/** Σ (a − b)². */
export const squared: Kernel = (m, { out, a, aSize, b }) => {
  let sum = 0;
  for (let i = 0; i < aSize; i++) {
    const e = m[a + i] - m[b + i];
    sum += e * e;
  }
  m[out] = sum;
};

export const squaredOfMany: Kernel = (m, { out, a, aSize, b, count, outStep, aStep, bStep }) => {
  for (let k = 0; k < count; k++) {
    const d = a + k * aStep;
    const y = b + k * bStep;
    let sum = 0;
    for (let i = 0; i < aSize; i++) {
      const e = m[d + i] - m[y + i];
      sum += e * e;
    }
    m[out + k * outStep] = sum;
  }
};

/** −2 (a − b), times the share c if there is one. */
export const squaredSlope: Kernel = (m, { out, n, a, b, c }) => {
  const factor = c < 0 ? -2 : -2 * m[c];
  for (let i = 0; i < n; i++) m[out + i] = factor * (m[a + i] - m[b + i]);
};

/** ½ Σ (a − b)². */
export const halfSquared: Kernel = (m, instruction) => {
  squared(m, instruction);
  m[instruction.out] /= 2;
};

/** −(a − b), times the share c if there is one. */
export const halfSquaredSlope: Kernel = (m, { out, n, a, b, c }) => {
  const factor = c < 0 ? -1 : -m[c];
  for (let i = 0; i < n; i++) m[out + i] = factor * (m[a + i] - m[b + i]);
};

/** exp(a) / Σ exp(a), shifted by the largest entry so that nothing overflows. */
export const softmax: Kernel = (m, { out, n, a }) => {
  const largest = largestOf(m, a, n);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const power = Math.exp(m[a + i] - largest);
    m[out + i] = power;
    sum += power;
  }
  for (let i = 0; i < n; i++) m[out + i] /= sum;
};

/** −Σ a ln softmax(b), from b itself, so that it stays finite where a probability rounds to 0. */
export const crossEntropy: Kernel = (m, { out, a, b, bSize }) => {
  const largest = largestOf(m, b, bSize);
  let sum = 0;
  for (let i = 0; i < bSize; i++) sum += Math.exp(m[b + i] - largest);
  const logSum = largest + Math.log(sum);
  let error = 0;
  for (let i = 0; i < bSize; i++) if (m[a + i] !== 0) error += m[a + i] * (logSum - m[b + i]);
  m[out] = error;
};

function largestOf(m: Float64Array, from: number, n: number): number {
  let largest = m[from];
  for (let i = from + 1; i < from + n; i++) if (!(m[i] <= largest)) largest = m[i]; // lets NaN through
  return largest;
}

/** b − a, for targets a that add up to 1, times the share c if there is one. */
export const crossEntropySlope: Kernel = (m, { out, n, a, b, c }) => {
  const factor = c < 0 ? 1 : m[c];
  for (let i = 0; i < n; i++) m[out + i] = factor * (m[b + i] - m[a + i]);
};

/** Sum of all `aSize` numbers from a on. */
export const total: Kernel = (m, { out, a, aSize }) => {
  let sum = 0;
  for (let i = a; i < a + aSize; i++) sum += m[i];
  m[out] = sum;
};

/** Mean of all `aSize` numbers from a on. */
export const mean: Kernel = (m, instruction) => {
  total(m, instruction);
  m[instruction.out] /= instruction.aSize;
};
