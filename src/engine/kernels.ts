/**
 * How each rule but the products runs: entry by entry. Inputs are a, b, c, … in the order of the rule's. For `| 0`, where
 * cells are small and many, see `products/long.ts`.
 */
import type { Kernel } from './instruction';
import { norm } from './linear';
import { sigmoidOf, sigmoidTable, tanhOf, tanhTable } from './squash';

export const tanh: Kernel = (m, { out, n, a }) => {
  for (let i = 0; i < n; i = (i + 1) | 0) m[(out + i) | 0] = Math.tanh(m[(a + i) | 0]);
};

export const sigmoid: Kernel = (m, { out, n, a }) => {
  for (let i = 0; i < n; i = (i + 1) | 0) m[(out + i) | 0] = 1 / (1 + Math.exp(-m[(a + i) | 0]));
};

/** The same for many entries, where it pays to have them from a table. */
export const tanhOfLong: Kernel = (m, { out, n, a }) => {
  const table = tanhTable();
  for (let i = 0; i < n; i = (i + 1) | 0) m[(out + i) | 0] = tanhOf(m[(a + i) | 0], table);
};

export const sigmoidOfLong: Kernel = (m, { out, n, a }) => {
  const table = sigmoidTable();
  for (let i = 0; i < n; i = (i + 1) | 0) m[(out + i) | 0] = sigmoidOf(m[(a + i) | 0], table);
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

/** a + b (+ c …, up to five). */
export const add: Kernel = (m, { out, n, a, b, c, d, e }) => {
  for (let i = 0; i < n; i = (i + 1) | 0) m[(out + i) | 0] = m[(a + i) | 0] + m[(b + i) | 0];
  if (c >= 0) for (let i = 0; i < n; i++) m[out + i] += m[c + i];
  if (d >= 0) for (let i = 0; i < n; i++) m[out + i] += m[d + i];
  if (e >= 0) for (let i = 0; i < n; i++) m[out + i] += m[e + i];
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

export const copy: Kernel = (m, { out, n, a }) => {
  for (let i = 0; i < n; i = (i + 1) | 0) m[(out + i) | 0] = m[(a + i) | 0];
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

/** a ⊙ b (+ c ⊙ d). */
export const hadamard: Kernel = (m, { out, n, a, b, c, d }) => {
  for (let i = 0; i < n; i = (i + 1) | 0) m[(out + i) | 0] = m[(a + i) | 0] * m[(b + i) | 0];
  if (c >= 0) for (let i = 0; i < n; i = (i + 1) | 0) m[(out + i) | 0] += m[(c + i) | 0] * m[(d + i) | 0];
};

/** a · θ/‖a‖ where ‖a‖ > θ, else a, with b = θ. Divided by the largest entry first: ‖a‖ itself may be too large. */
export const clip: Kernel = (m, { out, n, a, b }) => {
  const theta = m[b];
  if (!(norm(m, a, n) > theta)) {
    for (let i = 0; i < n; i++) m[out + i] = m[a + i];
    return;
  }
  let largest = 0;
  for (let i = a; i < a + n; i++) largest = Math.max(largest, Math.abs(m[i]));
  for (let i = 0; i < n; i++) m[out + i] = m[a + i] / largest;
  const length = norm(m, out, n);
  for (let i = 0; i < n; i++) m[out + i] = (m[out + i] / length) * theta;
};

export const normOfAll: Kernel = (m, { out, a, aSize }) => {
  m[out] = norm(m, a, aSize);
};

/** a · min(1, θ/(N + 10⁻⁶)), with b = N, c = θ; PyTorch's `clip_grad_norm_`. */
export const clipByNorm: Kernel = (m, { out, n, a, b, c }) => {
  const factor = Math.min(1, m[c] / (m[b] + 1e-6));
  for (let i = 0; i < n; i++) m[out + i] = m[a + i] * factor;
};

/** a within [−θ, θ], with b = θ; PyTorch's `clip_grad_value_`. */
export const clipByValue: Kernel = (m, { out, n, a, b }) => {
  const theta = m[b];
  for (let i = 0; i < n; i++) m[out + i] = Math.max(-theta, Math.min(theta, m[a + i]));
};

/** c a + b: the velocity, with c = momentum. */
export const momentum: Kernel = (m, { out, n, a, b, c }) => {
  for (let i = 0; i < n; i++) m[out + i] = m[c] * m[a + i] + m[b + i];
};

/** β a + (1 − β) b, with c = β. */
export const average: Kernel = (m, { out, n, a, b, c }) => {
  const beta = m[c];
  for (let i = 0; i < n; i++) m[out + i] = beta * m[a + i] + (1 - beta) * m[b + i];
};

/** β a + (1 − β) b², with c = β. */
export const averageSquare: Kernel = (m, { out, n, a, b, c }) => {
  const beta = m[c];
  for (let i = 0; i < n; i++) m[out + i] = beta * m[a + i] + (1 - beta) * m[b + i] * m[b + i];
};

/** a/(1 − β^(k + 1)), with b = β and c = k, the updates made before: a running average freed of its start at 0. */
export const unbias: Kernel = (m, { out, n, a, b, c }) => {
  const weight = 1 - m[b] ** (m[c] + 1);
  for (let i = 0; i < n; i++) m[out + i] = m[a + i] / weight;
};

/** a − η b, with c = η. */
export const descend: Kernel = (m, { out, n, a, b, c }) => {
  const eta = m[c];
  for (let i = 0; i < n; i++) m[out + i] = m[a + i] - eta * m[b + i];
};

/** a − η b/(√c + ε), with d = η, e = ε. */
export const descendAdam: Kernel = (m, { out, n, a, b, c, d, e }) => {
  for (let i = 0; i < n; i++) m[out + i] = m[a + i] - (m[d] * m[b + i]) / (Math.sqrt(m[c + i]) + m[e]);
};
