/** Where truncation cuts: the borders that no gradient crosses though both sides are computed. */
import { at, grad } from '../../engine/cells';
import { waysBack } from '../../engine/measures';
import type { Plan } from '../../engine/types';

export interface Cut {
  /** No gradient passes from step `after` back to the step before it. */
  readonly after: number;
  readonly kind: 'window' | 'horizon';
}

/**
 * The cuts of a plan, earliest first. Read from the plan itself: a state that has a gradient and sends nothing on. Where
 * errors at many steps each have a horizon of their own no border is cut for all of them, and there is none.
 */
export const cutsOf = (plan: Plan): readonly Cut[] => {
  const { T, window, horizon } = plan.shape;
  const kind = window === undefined ? 'horizon' : 'window';
  if (window === undefined && horizon === undefined) return [];
  const cuts: Cut[] = [];
  for (let t = 2; t <= T; t++)
    if (plan.cells.has(grad(at('S', t))) && waysBack(plan, at('S', t - 1), t).length === 0)
      cuts.push({ after: t, kind });
  return cuts;
};
