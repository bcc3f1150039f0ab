/** The gradient as a second stream, beside each forward edge and running the other way. */
import { at, clipped, grad } from '../engine/cells';
import type { CellId, Plan } from '../engine/types';
import type { Box, NodeBox } from './boxes';
import { receivedThrough } from './edges';
import type { Metrics } from './metrics';

export interface Stream {
  /** The gradient that arrives; the stream is drawn once it is known, as wide as its norm says. */
  readonly cell: CellId;
  /** Node it comes from and node it goes to. */
  readonly from: CellId;
  readonly to: CellId;
  /** Column in which it arrives. */
  readonly t: number;
  readonly line: readonly [x1: number, y1: number, x2: number, y2: number];
  /** Width at the largest norm. */
  readonly thickest: number;
  /** Between two states: the step it leaves, whose `gain` it carries. */
  readonly leaves?: number;
  /** Where what is left is written; none where there is no room. */
  readonly share?: { readonly x: number; readonly y: number; readonly type: number };
  /** With clipping at the step it leaves: the gradient before and after. */
  readonly clip?: { readonly before: CellId; readonly after: CellId };
}

const middle = ({ x, width }: Box): number => x + width / 2;
const right = ({ x, width }: Box): number => x + width;

/** All streams, last column first. */
export const streamsOf = (plan: Plan, m: Metrics, node: ReadonlyMap<CellId, NodeBox>): Stream[] => {
  const streams: Stream[] = [];
  const { thickest, lane } = m;
  for (let t = plan.shape.T; t >= 1; t--) {
    const [S, Y, E] = (['S', 'Y', 'E'] as const).map((one) => node.get(at(one, t)));
    const before = node.get(at('S', t - 1));
    if (!S || !Y || !before) continue;
    const x = middle(Y.box) + lane;
    const fromError = grad(Y.id);
    if (E && plan.cells.has(fromError))
      streams.push({
        cell: fromError,
        from: E.id,
        to: Y.id,
        t,
        thickest,
        line: [x, E.box.y + E.box.height, x, Y.box.y],
      });
    const fromOutput = receivedThrough(plan, t, at('o', t));
    if (fromOutput)
      streams.push({
        cell: fromOutput,
        from: Y.id,
        to: S.id,
        t,
        thickest,
        line: [x, Y.box.y + Y.box.height, x, S.box.y],
      });
    const fromFuture = receivedThrough(plan, t - 1, at('a', t));
    if (!fromFuture) continue;
    const end = m.S.isStacked ? right(before.box) : right(before.gradient ?? before.box);
    const y = m.S.y + m.S.backward;
    const after = clipped(S.id);
    const isUnder = S.box.x - end < 38;
    streams.push({
      cell: fromFuture,
      from: S.id,
      to: before.id,
      t: t - 1,
      thickest: Math.min(thickest, m.S.isStacked ? m.S.gradientHeight - 4 : thickest),
      line: [S.box.x, y, end, y],
      leaves: t,
      ...(m.x.type > 0
        ? {
            share: {
              x: (S.box.x + end) / 2,
              y: isUnder ? m.S.y + m.S.reach + 13 : y + thickest / 2 + 15,
              type: m.gap < 12 ? 11 : m.S.type > 20 ? 15 : 12,
            },
          }
        : {}),
      ...(plan.cells.has(after) ? { clip: { before: grad(S.id), after } } : {}),
    });
  }
  return streams;
};

/**
 * An arrow as an area, from (x1, y1) to (x2, y2), horizontal or vertical, its shaft `width` thick. The head is wider
 * than the shaft and no longer than the arrow, so that a short arrow is all head.
 */
export const arrowPath = ([x1, y1, x2, y2]: Stream['line'], width: number): string => {
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length === 0) return '';
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const half = width / 2;
  const spread = half + Math.min(3, 1.5 + half / 2);
  const head = Math.min(length, spread * 1.5 + 1);
  const point = (along: number, across: number) =>
    `${round(x1 + ux * along - uy * across)},${round(y1 + uy * along + ux * across)}`;
  const neck = length - head;
  return `M${point(0, half)}L${point(neck, half)}L${point(neck, spread)}L${point(length, 0)}L${point(neck, -spread)}L${point(neck, -half)}L${point(0, -half)}Z`;
};

const round = (v: number): number => Math.round(v * 100) / 100;
