/** Clipping, and the steps of the optimizers. */
import type { Kernel } from '../instruction';
import { norm } from '../linear';

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
