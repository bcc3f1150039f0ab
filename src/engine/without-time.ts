/** The gradient of someone who forgets the sum over time, and how far it is off. */
import { norm } from './linear';
import { angleBetween } from './totals';
import type { Shape } from './types';

/**
 * The same network with every S_{t−1} taken as a constant: each error reaches its own step's copy of the weights and no
 * earlier one. That is truncation to windows of one step.
 */
export function withoutTime({
  window: _window,
  horizon: _horizon,
  optimizer: _optimizer,
  ...rest
}: Shape): Shape {
  return rest.T > 1 ? { ...rest, window: 1 } : rest;
}

export interface Difference {
  /** ‖wrong − right‖/‖right‖. */
  readonly relative: number;
  /** ‖wrong‖/‖right‖. */
  readonly length: number;
  /** Degrees between them; NaN if either is 0. */
  readonly angle: number;
}

/** How far a gradient is off; entries in the same order. */
export function differenceOf(wrong: Float64Array, right: Float64Array): Difference {
  const size = norm(right);
  return {
    relative: norm(wrong.map((v, i) => v - right[i])) / size,
    length: norm(wrong) / size,
    angle: angleBetween(wrong, right),
  };
}
