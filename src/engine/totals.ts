/** What clipping of the whole gradient did to it. */
import { clipped, grad } from './cells';
import { norm } from './linear';
import { numbersIn } from './trace';
import type { Trace } from './types';

export interface ClippingOfTotals {
  /** ‖g‖ of all weights' gradients together, before and after. */
  readonly before: number;
  readonly after: number;
  /** Degrees between the gradient before and after: 0 by norm, whose direction stays. NaN where either is 0. */
  readonly angle: number;
  readonly clippedEntries: number;
  readonly entries: number;
}

/** Compares the gradients of all weights before and after clipping by norm or by value; undefined without it. */
export function clippingOfTotals(trace: Trace): ClippingOfTotals | undefined {
  const pairs = trace.plan.weights.flatMap((weight) => {
    const after = numbersIn(trace, clipped(weight));
    const before = numbersIn(trace, grad(weight));
    return after && before ? Array.from(before, (v, i): [number, number] => [v, after[i]]) : [];
  });
  if (pairs.length === 0) return undefined;
  const before = pairs.map(([v]) => v);
  const after = pairs.map(([, v]) => v);
  return {
    before: norm(before),
    after: norm(after),
    angle: angleBetween(before, after),
    clippedEntries: pairs.filter(([v, w]) => v !== w).length,
    entries: pairs.length,
  };
}

/**
 * Degrees between two vectors, NaN if either is 0. From the lengths of the sum and the difference of their directions
 * (Kahan 2006): the arc cosine of a product would lose half the digits of a small angle.
 */
export function angleBetween(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [u, v] = [a, b].map((vector) => {
    const length = norm(vector);
    return Array.from(vector, (x) => x / length);
  });
  const difference = norm(u.map((x, i) => x - v[i]));
  const sum = norm(u.map((x, i) => x + v[i]));
  return (2 * Math.atan2(difference, sum) * 180) / Math.PI;
}
