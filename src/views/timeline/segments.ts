/** Where each operation stands on the timeline, and which one a pointer means. */
import { type Op, opsOfStep, type Pass, type Plan } from '../../engine';
import type { Columns } from '../../layout/columns';

export interface Segment {
  readonly op: Op;
  readonly x: number;
  readonly width: number;
}

/** The operations of the steps in sight as places. Forward runs left to right, backward right to left in every column. */
export interface Segments {
  /** In the order of the operations. */
  readonly all: readonly Segment[];
  readonly rows: Readonly<Record<Pass, readonly Segment[]>>;
  /** The place of the start, before the first operation: in the forward row, left of column 1; none where that is not in sight. */
  readonly start: { readonly x: number; readonly width: number } | undefined;
}

/** Space between columns, as a share of a column, and between operations. */
const columnGap = 0.12;
/** The update's operations stand in the place at the right, this wide each, and leave room for their name, also presented. */
const updateWidth = 10;
const updateName = 70;
/** In a narrow place it is written smaller. */
export const narrowPlace = 90;
const narrowName = 56;
const startWidth = 8;

export function segmentsOf(plan: Plan, columns: Columns): Segments {
  const inner = columns.width * (1 - columnGap);
  const forward = columns.steps.flatMap((t) =>
    opsOfStep(plan, 'forward', t).map((op, i, { length }): Segment => {
      const width = inner / length;
      return { op, x: columns.x(t) - inner / 2 + i * width, width };
    }),
  );
  const backward = columns.steps.toReversed().flatMap((t) =>
    opsOfStep(plan, 'backward', t).map((op, i, { length }): Segment => {
      const width = inner / length;
      return { op, x: columns.x(t) + inner / 2 - (i + 1) * width, width };
    }),
  );
  const update = opsOfStep(plan, 'update', 0).map((op, i, { length }): Segment => {
    const name = columns.sumWidth < narrowPlace ? narrowName : updateName;
    const width = Math.min(updateWidth, (columns.sumWidth - name) / length);
    return { op, x: columns.right + 8 + i * width, width };
  });
  return {
    all: [...forward, ...backward, ...update],
    rows: { forward, backward, update },
    start: columns.first === 1 ? { x: columns.left - startWidth - 4, width: startWidth } : undefined,
  };
}

/** The place of an operation, by its index; undefined if it is not in sight. */
export function segmentAt({ all }: Segments, index: number): Segment | undefined {
  let [from, to] = [0, all.length - 1];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (all[middle].op.index < index) from = middle + 1;
    else to = middle;
  }
  return all[from]?.op.index === index ? all[from] : undefined;
}

/** The centre of each row in px from the top. */
export interface RowCentres {
  readonly forward: number;
  readonly backward: number;
  readonly update: number;
}

/** How far beyond the border a drag must go before it changes its row, so that a shaky hand stays in it. */
const reluctance = 6;

/**
 * The row that a pointer at height `y` means: the nearer of forward and backward; the update's where it stands, below at
 * the right.
 *
 * @param held the row of the drag so far
 */
export function rowAt(
  x: number,
  y: number,
  rows: RowCentres,
  updateFrom: number,
  held: Pass | undefined,
): Pass {
  const border = (a: number, b: number, isAbove: boolean | undefined) =>
    (a + b) / 2 + (isAbove === undefined ? 0 : isAbove ? reluctance : -reluctance);
  const isHeldAbove = held === undefined ? undefined : held !== 'update';
  if (x >= updateFrom && y > border(rows.backward, rows.update, isHeldAbove)) return 'update';
  const isForward = held === undefined ? undefined : held === 'forward';
  return y < border(rows.forward, rows.backward, isForward) ? 'forward' : 'backward';
}

/** The playhead of the operation nearest to `x` in a row; 0 left of the first forward operation. */
export function playheadAt(segments: Segments, pass: Pass, x: number): number {
  const row = segments.rows[pass];
  const { start } = segments;
  if (pass === 'forward' && start && x < start.x + start.width + 2) return 0;
  let nearest = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const { op, x: left, width } of row) {
    const distance = x < left ? left - x : x > left + width ? x - left - width : 0;
    if (distance < least) {
      least = distance;
      nearest = op.index + 1;
    }
    if (distance === 0) break;
  }
  return nearest;
}

/** How far each row is done at a playhead, as the x that separates done from not done. */
export function frontiers(
  segments: Segments,
  playhead: number,
): { forward: number; backward: number; update: number } {
  const last = (pass: Pass) => segments.rows[pass].findLast(({ op }) => op.index < playhead);
  const [forward, backward, update] = [last('forward'), last('backward'), last('update')];
  return {
    forward: forward ? forward.x + forward.width : 0,
    backward: backward ? backward.x : Number.POSITIVE_INFINITY,
    update: update ? update.x + update.width : 0,
  };
}
