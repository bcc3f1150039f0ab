/** The gradient as a second stream, beside each forward edge and running the other way. */

import { waysBack } from '../engine';
import { at, clipped, grad } from '../engine/cells';
import type { CellId, Plan } from '../engine/types';
import type { Box, NodeBox } from './boxes';
import type { Reach } from './columns';
import { receivedThrough } from './edges';
import { HEAD, type Metrics } from './metrics';

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
  readonly share?: { readonly x: number; readonly y: number; readonly type: number; readonly room: number };
  /** Between two states: the gradient that flows on from the one it leaves. */
  readonly leaving?: CellId;
  /** With clipping at the step it leaves: the gradient before and after. */
  readonly clip?: { readonly before: CellId; readonly after: CellId };
  /** One of many narrow columns: drawn as a piece of a band rather than as an arrow. */
  readonly isBand: boolean;
}

const middle = ({ x, width }: Box): number => x + width / 2;
const right = ({ x, width }: Box): number => x + width;

/** The streams of some steps, last column first, and the one that comes to them from behind the last. */
export const streamsOf = (
  plan: Plan,
  m: Metrics,
  node: ReadonlyMap<CellId, NodeBox>,
  { steps, beyond }: Reach,
): Stream[] => {
  const streams: Stream[] = [];
  const { upright, lane } = m;
  for (const t of [...steps, ...(beyond ? [beyond] : [])].reverse()) {
    const [S, Y, E] = (['S', 'Y', 'E'] as const).map((one) => node.get(at(one, t)));
    const before = node.get(at('S', t - 1));
    if (!S || !Y || !before) continue;
    const column = [
      middle(Y.box),
      middle((t > 1 ? (node.get(at('Y', t - 1)) ?? before) : before).box),
    ] as const;
    const between = streamBetween(plan, m, m.S.y, [S, before], column);
    if (t === beyond) {
      if (between) streams.push(between);
      continue;
    }
    const x = middle(Y.box) + lane;
    const fromError = grad(Y.id);
    if (E && plan.cells.has(fromError))
      streams.push({
        cell: fromError,
        from: E.id,
        to: Y.id,
        t,
        thickest: upright,
        isBand: false,
        line: [x, E.box.y + E.box.height, x, Y.box.y],
      });
    const fromOutput = receivedThrough(plan, t, at('o', t));
    if (fromOutput)
      streams.push({
        cell: fromOutput,
        from: Y.id,
        to: S.id,
        t,
        thickest: upright,
        isBand: false,
        line: [x, Y.box.y + Y.box.height, x, S.box.y],
      });
    if (between) streams.push(between);
  }
  return streams;
};

/** A shorter arrow would be all head. */
const SHORTEST = 18;

/**
 * The stream from a state to the one before, once all that it receives from there has arrived.
 * @param y upper edge of the states
 * @param middles middles of their columns
 */
export const streamBetween = (
  plan: Plan,
  m: Metrics,
  y: number,
  [state, before]: readonly [NodeBox, NodeBox],
  [later, earlier]: readonly [number, number],
): Stream | undefined => {
  const cell = waysBack(plan, before.id, state.t).at(-1);
  if (cell === undefined) return undefined;
  const { isUnder } = m.S;
  const isBand = isUnder && later - middle(before.box) < SHORTEST;
  // Below the states from middle to middle, so that one arrow follows the other; only the edge from x_t passes.
  const inset = isBand ? 0 : 3;
  const from = isUnder ? later - inset : state.box.x;
  const to = isUnder ? earlier + inset : right(m.S.isStacked ? before.box : (before.gradient ?? before.box));
  const after = clipped(state.id);
  const hasClip = plan.cells.has(after);
  const height = y + m.S.backward;
  return {
    cell,
    from: state.id,
    to: before.id,
    t: before.t,
    thickest: m.thickest,
    line: [from, height, to, height],
    isBand,
    leaves: state.t,
    leaving: hasClip ? after : grad(state.id),
    ...(m.x.type > 0
      ? {
          share: {
            x: (from + to) / 2,
            y: isUnder ? y + m.S.foot - 2 : height + m.thickest / 2 + 15,
            type: m.S.type > 16 ? 15 : m.x.type > 12 ? 13 : m.label < 15 ? 11 : 12,
            // Between the edges from x_t on both sides.
            room: isUnder ? from - to - 2 : from - to + 24,
          },
        }
      : {}),
    ...(hasClip ? { clip: { before: grad(state.id), after } } : {}),
  };
};

/**
 * An arrow as an area, from (x1, y1) to (x2, y2), horizontal or vertical, its shaft `tail` px thick where it begins and
 * `width` where its head begins. The head is wider than the shaft and no longer than the arrow, so that a short arrow
 * is all head.
 */
export const arrowPath = ([x1, y1, x2, y2]: Stream['line'], width: number, tail = width): string => {
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length === 0) return '';
  const point = pointsAlong(x1, y1, (x2 - x1) / length, (y2 - y1) / length);
  const [half, start] = [width / 2, tail / 2];
  const spread = half + Math.min(HEAD / 2, 0.75 + half / 2);
  const neck = length - Math.min(length, spread * 1.2 + 1);
  return `M${point(0, start)}L${point(neck, half)}L${point(neck, spread)}L${point(length, 0)}L${point(neck, -spread)}L${point(neck, -half)}L${point(0, -start)}Z`;
};

/** A piece of a band that points the way it runs; its point lies in the notch of the next. */
export const bandPath = ([x1, y1, x2, y2]: Stream['line'], width: number, tail = width): string => {
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length === 0) return '';
  const point = pointsAlong(x1, y1, (x2 - x1) / length, (y2 - y1) / length);
  const depth = Math.min(3, length / 3);
  const [half, start] = [width / 2, tail / 2];
  const end = length - 0.75;
  return `M${point(0, start)}L${point(end, half)}L${point(end + depth, 0)}L${point(end, -half)}L${point(0, -start)}L${point(depth, 0)}Z`;
};

/** A stream without a head, open at both ends. */
export const wedgePath = ([x1, y1, x2, y2]: Stream['line'], width: number, tail: number): string => {
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length === 0) return '';
  const point = pointsAlong(x1, y1, (x2 - x1) / length, (y2 - y1) / length);
  return `M${point(0, tail / 2)}L${point(length, width / 2)}M${point(length, -width / 2)}L${point(0, -tail / 2)}`;
};

/** Writes points told along and across a direction (ux, uy) from (x, y). */
const pointsAlong = (x: number, y: number, ux: number, uy: number) => (along: number, across: number) =>
  `${round(x + ux * along - uy * across)},${round(y + uy * along + ux * across)}`;

const round = (v: number): number => Math.round(v * 100) / 100;
