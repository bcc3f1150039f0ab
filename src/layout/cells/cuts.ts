/** Where truncation cuts: the borders that no gradient crosses though both sides are computed. */

import { waysBack } from '../../engine';
import { at, grad } from '../../engine/cells';
import type { Plan } from '../../engine/types';
import type { Columns } from '../columns';
import type { NetworkLayout } from '../network';

export interface Cut {
  /** No gradient passes from step `after` back to the step before it. */
  readonly after: number;
  readonly kind: 'window' | 'horizon';
}

/** A cut as a line across what would have carried the gradient. */
export interface CutMark extends Cut {
  readonly x: number;
  readonly from: number;
  readonly to: number;
  /** Whether there is room to write what it is. */
  readonly isNamed: boolean;
}

/**
 * The cuts of a plan, earliest first. Read from the plan itself: a state that has a gradient and sends nothing on. Where
 * errors at many steps each have a horizon of their own no border is cut for all of them, and there is none.
 */
export const cutsOf = (plan: Plan): readonly Cut[] => {
  const known = cuts.get(plan) ?? findCuts(plan);
  cuts.set(plan, known);
  return known;
};

const cuts = new WeakMap<Plan, readonly Cut[]>();

const findCuts = (plan: Plan): readonly Cut[] => {
  const { T, window, horizon } = plan.shape;
  const kind = window === undefined ? 'horizon' : 'window';
  if (window === undefined && horizon === undefined) return [];
  const found: Cut[] = [];
  for (let t = 1; t <= T; t++) {
    const isReached = plan.cells.has(grad(at('S', t)));
    if (isReached && waysBack(plan, at('S', t - 1), t).length === 0) found.push({ after: t, kind });
    // A window ends also where its last step has no error and so nothing to send.
    else if (kind === 'window' && t > 1 && (t - 1) % (window ?? T) === 0) found.push({ after: t, kind });
  }
  return found;
};

/** Room that the words need between two columns. */
const NAMED = 92;

/** The cuts across the states of a network. */
export const cutMarksIn = (plan: Plan, { places, metrics }: NetworkLayout, columns: Columns): CutMark[] =>
  cutsOf(plan).flatMap((cut) => {
    const [before, after] = [places.get(at('S', cut.after - 1)), places.get(at('S', cut.after))];
    if (!before || !after) return [];
    const top = places.get(at('C', cut.after)) ?? after;
    const end = before.gradient
      ? Math.max(before.box.x + before.box.width, before.gradient.x + before.gradient.width)
      : before.box.x + before.box.width;
    return [
      {
        ...cut,
        x: (end + after.box.x) / 2,
        from: top.box.y - 6,
        to: metrics.S.y + metrics.S.foot + 4,
        isNamed: columns.width >= NAMED,
      },
    ];
  });

/** The cuts across the chart, between two points. */
export const cutMarksAcross = (plan: Plan, columns: Columns, from: number, to: number): CutMark[] =>
  cutsOf(plan)
    .filter(({ after }) => after >= columns.first && after <= columns.last + 1)
    .map((cut) => ({
      ...cut,
      x: columns.left + (cut.after - columns.first) * columns.width,
      from,
      to,
      isNamed: false,
    }));
