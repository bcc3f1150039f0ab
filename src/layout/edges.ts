/** The network's forward edges. */

import { ofStep, waysBack } from '../engine';
import { at, grad, partial, term, via } from '../engine/cells';
import type { CellId, Plan } from '../engine/types';
import type { Box, NodeBox } from './boxes';
import type { Reach } from './columns';
import type { Metrics } from './metrics';

export type WeightName = 'Wx' | 'Ws' | 'Wy';

export interface Edge {
  /** `x3→S3`. */
  readonly id: string;
  readonly from: CellId;
  readonly to: CellId;
  /** The weight that stands on it. */
  readonly weight?: WeightName;
  /** The cell whose operation uses the edge: the edge is drawn once it is known. */
  readonly drawnBy: CellId;
  /** Cells whose operation is about this edge: while one of them is in focus, so is the edge. */
  readonly cells: readonly CellId[];
  /** From, to; the head points along it. */
  readonly line: readonly [x1: number, y1: number, x2: number, y2: number];
  /** Where along the line the head stands: 1 at its end, less where the end is hidden by a gradient. */
  readonly head: number;
  /** Where the weight's chip stands. */
  readonly chip: { readonly x: number; readonly y: number };
  /** Whether there is room to draw it; without, only its chip shows, in focus. */
  readonly isDrawn: boolean;
}

const middle = ({ x, width }: Box): number => x + width / 2;
const bottom = ({ y, height }: Box): number => y + height;
const right = ({ x, width }: Box): number => x + width;

/** From the foot of Y_t to the middle of the chip below it: so much leaves the name of the state free. */
export const CHIP_BELOW = 12.5;

/** What a weight's edge at step t is in focus for: its use, its term and the sum so far. */
const aboutWeight = (weight: WeightName, t: number): CellId[] => [term(weight, t), partial(weight, t)];

/** What S_t receives through its output or through the next state: a cell of its own, or δ_t itself. */
export const receivedThrough = (plan: Plan, t: number, consumer: CellId): CellId | undefined => {
  const part = via(at('S', t), consumer);
  if (plan.cells.has(part)) return part;
  const whole = grad(at('S', t));
  const op = plan.ops[(plan.cells.get(whole)?.doneAt ?? 0) - 1];
  return op?.in.includes(grad(consumer)) ? whole : undefined;
};

/** What step t makes of a cell first: a_t of x_t and of S_{t−1}; in a GRU u_t of the one and w_t of the other. */
export const firstReader = (plan: Plan, id: CellId, t: number): CellId =>
  ofStep(plan, t).steps.find((op) => op.in.includes(id))?.out ?? id;

/** The forward edges of some steps, column by column, and the one that leads on from the last of them. */
export const edgesOf = (
  plan: Plan,
  m: Metrics,
  node: ReadonlyMap<CellId, NodeBox>,
  { steps, beyond }: Reach,
): Edge[] => {
  const edges: Edge[] = [];
  for (const t of [...steps, ...(beyond ? [beyond] : [])]) {
    const [x, S, Y, E, d] = (['x', 'S', 'Y', 'E', 'd'] as const).map((lane) => node.get(at(lane, t)));
    const before = node.get(at('S', t - 1));
    if (!x || !S || !Y || !before) continue;
    edges.push(between(plan, m, before, S));
    if (t === beyond) break;
    const centre = middle(x.box);
    const reader = (id: CellId) => firstReader(plan, id, t);
    const vertical = (from: NodeBox, to: NodeBox, y2: number) =>
      ({
        id: `${from.id}→${to.id}`,
        from: from.id,
        to: to.id,
        line: [centre, from.box.y, centre, y2],
        head: 1,
        chip: { x: centre, y: (from.box.y + y2) / 2 },
        isDrawn: true,
      }) as const;
    const foot = m.S.y + m.S.foot;
    // What stands below the value hides the head at its bottom: it stands before that.
    const isHidden = m.S.isStacked || m.S.isUnder;
    const upTo = bottom(S.box);
    edges.push({
      ...vertical(x, S, upTo),
      weight: 'Wx',
      drawnBy: reader(x.id),
      cells: [reader(x.id), ...aboutWeight('Wx', t)],
      head: isHidden ? (x.box.y - (foot + x.box.y) / 2 + 3) / (x.box.y - upTo) : 1,
      chip: { x: centre, y: (foot + x.box.y) / 2 },
    });
    const output = receivedThrough(plan, t, at('o', t));
    edges.push({
      ...vertical(S, Y, bottom(Y.box)),
      weight: 'Wy',
      // Left of the gradient's stream and above the state's name.
      chip: { x: centre - 12, y: bottom(Y.box) + CHIP_BELOW },
      drawnBy: at('o', t),
      cells: [at('o', t), ...aboutWeight('Wy', t), ...(output ? [output] : [])],
    });
    if (!E || !d) continue;
    edges.push({ ...vertical(Y, E, bottom(E.box)), drawnBy: E.id, cells: [E.id] });
    edges.push({
      id: `${d.id}→${E.id}`,
      from: d.id,
      to: E.id,
      drawnBy: E.id,
      cells: [E.id],
      line: m.d.isBeside
        ? [d.box.x, halfway(E.box), right(E.box), halfway(E.box)]
        : [centre, bottom(d.box), centre, E.box.y],
      head: 1,
      chip: { x: centre, y: E.box.y },
      isDrawn: true,
    });
  }
  return edges;
};

/** From a state to the next one. */
const between = (plan: Plan, m: Metrics, before: NodeBox, { id, t, box }: NodeBox): Edge => {
  const reader = firstReader(plan, before.id, t);
  const y = m.S.y + m.S.forward;
  const from = right(before.box);
  // A gradient strip beside the state lies over the start of the edge.
  const visible = m.S.isStacked ? from : Math.max(from, right(before.gradient ?? before.box));
  return {
    id: `${before.id}→${id}`,
    from: before.id,
    to: id,
    weight: 'Ws',
    drawnBy: reader,
    cells: [reader, ...aboutWeight('Ws', t), ...waysBack(plan, before.id, t)],
    line: [from, y, box.x, y],
    head: 1,
    // Where the gap is too narrow for it, above the states' names rather than on their numbers.
    chip: { x: (visible + box.x) / 2, y: box.x - visible < 30 ? m.S.y - 31 : y },
    isDrawn: box.x - visible >= 4,
  };
};

const halfway = ({ y, height }: Box): number => y + height / 2;
