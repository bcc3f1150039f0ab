/** How the gradient changes on its way back, from what has been seen of it so far. */

import { at, doneTimes, grad, type Plan } from '../../engine';
import { everyStep } from '../../tasks/setup';

/** The earliest step whose δ_t is known at the playhead; T + 1 while none is. */
export function reachedStep(plan: Plan, playhead: number): number {
  const { T } = plan.shape;
  const known = doneTimes(plan, grad('S'));
  let reached = T + 1;
  for (let t = T; t >= 1; t--) {
    if (known[t] <= playhead) reached = t;
    else if (Number.isFinite(known[t])) break;
  }
  return reached;
}

/** The steps whose states a gradient reaches at all, ascending: where truncation cuts, not every one. */
export function reachedSteps(plan: Plan): readonly number[] {
  return everyStep(plan.shape.T).filter((t) => isReached(plan, t));
}

/** Whether a gradient reaches the state of step t at all. */
export const isReached = (plan: Plan, t: number): boolean => plan.cells.has(grad(at('S', t)));

/** The first step of those that follow on each other back from the last that a gradient reaches. */
export function firstReached(plan: Plan): number {
  let t = plan.shape.T;
  while (t > 1 && !isReached(plan, t)) t--;
  while (t > 1 && isReached(plan, t - 1)) t--;
  return t;
}

/** The step that the gradient sets out from: the last that it reaches; 0 if it reaches none. */
export function originStep(norms: ArrayLike<number>): number {
  for (let t = norms.length - 1; t >= 1; t--) if (!Number.isNaN(norms[t])) return t;
  return 0;
}

/**
 * The factor by which a norm changes per step on the way back from step `from` to step `to`: the geometric mean of the
 * factors between them. NaN where there is no step between them or nothing set out.
 */
export function factorPerStep(norms: ArrayLike<number>, from: number, to: number): number {
  const steps = from - to;
  if (steps < 1 || !(norms[from] > 0)) return Number.NaN;
  // In logarithms: the quotient of the two norms may overflow where the factor does not.
  return Math.exp((Math.log(norms[to]) - Math.log(norms[from])) / steps);
}

export type Trend = 'shrinks' | 'grows' | 'keeps' | 'vanished' | 'overflowed' | 'unknown' | 'notANumber';

/** What a factor per step means in words; within half a per cent of 1 it keeps its size. */
export function trendOf(factor: number, norm: number): Trend {
  if (norm === 0) return 'vanished';
  if (norm === Number.POSITIVE_INFINITY) return 'overflowed';
  if (Number.isNaN(norm)) return 'notANumber';
  if (Number.isNaN(factor)) return 'unknown';
  if (Math.abs(factor - 1) < 0.005) return 'keeps';
  return factor < 1 ? 'shrinks' : 'grows';
}
