/**
 * Where the unrolled network stands on the columns: x_t at the bottom, S_t above, Y_t above that, E_t on top with
 * d_t beside it, S_0 at the left. Pure geometry in px; what is known at the playhead is no part of it, so nothing
 * moves while one steps.
 */
import { at } from '../engine/cells';
import type { CellId, Plan, Shape } from '../engine/types';
import type { Box, NodeBox } from './boxes';
import { type Columns, isStepNamed } from './columns';
import { type Edge, edgesOf } from './edges';
import { type Metrics, metricsOf } from './metrics';
import { type Stream, streamsOf } from './streams';

export interface NetworkLayout {
  readonly height: number;
  readonly metrics: Metrics;
  readonly nodes: readonly NodeBox[];
  readonly node: ReadonlyMap<CellId, NodeBox>;
  /** The same with the nodes just out of sight, to which edges and streams lead. */
  readonly places: ReadonlyMap<CellId, NodeBox>;
  readonly edges: readonly Edge[];
  readonly streams: readonly Stream[];
  /** Height of each weight's name at the left, by weight. */
  readonly weights: Readonly<Record<'Wx' | 'Ws' | 'Wy', number>>;
}

const centred = (x: number, y: number, width: number, height: number): Box => ({
  x: x - width / 2,
  y,
  width,
  height,
});

/**
 * Where the name above a node stands: over its left edge; where that would run into the edge and the stream that come
 * from above, it ends before them.
 */
const nameAbove = (
  t: number,
  x: number,
  left: number,
  y: number,
  { mode, width, T }: Columns,
  m: Metrics,
): NodeBox['name'] => {
  const isTight = mode === 'full' ? width < 60 : t === T && T > 1;
  return isTight ? { x: x - 4, y, anchor: 'end' } : { x: left + m.inset, y, anchor: 'start' };
};

/** At the left of a node that begins at `left`. */
const nameBefore = (left: number, row: Metrics['E'], { label }: Metrics): NodeBox['name'] => ({
  x: left - 6,
  y: row.y + row.height / 2 + label * 0.32,
  anchor: 'end',
});

/** The gradient of S_0 stands in a narrow box: three digits and a sign, in the type that its value leaves. */
const initialGradientType = (valueType: number): number => (valueType > 18 ? 24 : valueType > 12 ? 13 : 11);

/** The nodes of column t; t = 0 holds S_0 alone. */
export const nodesOf = (t: number, shape: Shape, columns: Columns, m: Metrics): NodeBox[] => {
  const x = columns.x(t);
  const isNamed = isStepNamed(t, columns);
  const bare = { t, across: 1, gradientType: 0, isNamed } as const;
  if (t === 0) {
    // At its right the gradient comes in, at its left the drawing ends.
    const middle = Math.max(x - Math.max(0, m.S.initial - 40) / 2, m.S.initial / 2 + 1);
    const box = centred(middle, m.S.y, m.S.initial, m.S.height);
    const beside = Math.min(m.S.gradientWidth, 8);
    const gradient: Box = m.S.isStacked
      ? { ...box, y: box.y + box.height + m.S.seam, height: m.S.gradientHeight }
      : { x: box.x + box.width + m.S.seam, y: box.y, width: beside, height: box.height };
    return [
      {
        ...bare,
        id: at('S', 0),
        lane: 'S',
        rows: shape.H,
        across: m.S.across,
        type: m.S.initialType,
        gradientType: m.S.isStacked ? Math.min(initialGradientType(m.S.initialType), m.S.gradientType) : 0,
        box,
        gradient,
        name: { x: middle, y: box.y - 9, anchor: 'middle' },
        isNamed: true,
      },
    ];
  }
  const inputs: NodeBox = {
    ...bare,
    id: at('x', t),
    lane: 'x',
    rows: shape.X,
    type: m.x.type,
    box: centred(x, m.x.y, m.x.width, m.x.height),
    name: { x, y: m.x.y + m.x.height + m.label, anchor: 'middle' },
  };
  const isStacked = m.S.isStacked;
  const whole = isStacked ? m.S.width : m.S.width + m.S.seam + m.S.gradientWidth;
  const left = x - whole / 2;
  const S: NodeBox = {
    ...bare,
    id: at('S', t),
    lane: 'S',
    rows: shape.H,
    across: m.S.across,
    type: m.S.type,
    gradientType: m.S.gradientType,
    box: { x: left, y: m.S.y, width: m.S.width, height: m.S.height },
    gradient: isStacked
      ? { x: left, y: m.S.y + m.S.height + m.S.seam, width: m.S.width, height: m.S.gradientHeight }
      : { x: left + m.S.width + m.S.seam, y: m.S.y, width: m.S.gradientWidth, height: m.S.height },
    name: nameAbove(t, x, left, m.S.y - 9, columns, m),
  };
  const Y: NodeBox = {
    ...bare,
    id: at('Y', t),
    lane: 'Y',
    rows: shape.Y,
    type: m.Y.type,
    box: centred(x, m.Y.y, m.Y.width, m.Y.height),
    name: nameAbove(t, x, x - m.Y.width / 2, m.Y.y - 8, columns, m),
  };
  if (!shape.errorAt.includes(t)) return [inputs, S, Y];
  const E: NodeBox = {
    ...bare,
    id: at('E', t),
    lane: 'E',
    rows: 1,
    type: m.E.type,
    box: centred(x, m.E.y, m.E.width, m.E.height),
    name:
      m.d.isBeside || m.d.isNameBeside
        ? nameBefore(x - m.E.width / 2, m.E, m)
        : nameAbove(t, x, x - m.E.width / 2, m.E.y - 5, columns, m),
    // Strips leave no room for names side by side; a single error's has the row for itself.
    isNamed: isNamed && (columns.mode !== 'strip' || shape.errorAt.length === 1),
  };
  const d: NodeBox = {
    ...bare,
    id: at('d', t),
    lane: 'd',
    rows: shape.Y,
    type: m.d.type,
    box: m.d.isBeside
      ? { x: x + m.E.width / 2 + m.d.gap, y: m.d.y, width: m.d.width, height: m.d.height }
      : centred(x, m.d.y, m.d.width, m.d.height),
    // Where columns are narrow, so is the place at the right: the name goes above.
    name: m.d.isNameBeside
      ? nameBefore(x - m.d.width / 2, m.d, m)
      : m.d.isBeside && columns.mode === 'full'
        ? {
            x: x + m.E.width / 2 + m.d.gap + m.d.width + 5,
            y: m.d.y + m.d.height / 2 + m.label * 0.32,
            anchor: 'start',
          }
        : {
            x: m.d.isBeside ? x + m.E.width / 2 + m.d.gap : x - m.d.width / 2 + m.inset,
            y: m.d.y - 6,
            anchor: 'start',
          },
  };
  return [inputs, S, Y, E, d];
};

/** E where it is the sum of several errors: at the right, above the sums of the ledger. */
const totalOf = ({ error, shape }: Plan, columns: Columns, { E }: Metrics): NodeBox | undefined => {
  if (shape.errorAt.length < 2) return undefined;
  const box = centred(columns.sum, E.y, Math.min(60, columns.sumWidth - 8), E.height);
  const name = { x: columns.sum, y: E.y - 8, anchor: 'middle' } as const;
  const type = Math.max(E.type, 12);
  return { id: error, lane: 'E', t: 0, box, rows: 1, across: 1, type, gradientType: 0, name, isNamed: true };
};

/**
 * The network of a plan on the given columns. Activations and numbers don't matter; which gradients there are does.
 * A network that does not fit is drawn narrower (see `ColumnMode`).
 */
export const networkFor = (plan: Plan, columns: Columns, isPresented = false): NetworkLayout => {
  return assemble(plan, columns, metricsOf(plan.shape, columns, isPresented), nodesOf);
};

/** The network with the sizes and the nodes of each column that are given. */
export const assemble = (
  plan: Plan,
  columns: Columns,
  metrics: Metrics,
  nodesAt: typeof nodesOf,
): NetworkLayout => {
  const { shape } = plan;
  const { first, steps, beyond } = columns;
  const nodesOfAll = (of: readonly number[]) => of.flatMap((t) => nodesAt(t, shape, columns, metrics));
  const nodes = nodesOfAll(first === 1 ? [0, ...steps] : steps);
  const outside = nodesOfAll([...(first > 1 ? [first - 1] : []), ...(beyond ? [beyond] : [])]);
  const whole = totalOf(plan, columns, metrics);
  if (whole) nodes.push(whole);
  const node = new Map(nodes.map((one) => [one.id, one]));
  const places = new Map([...node, ...outside.map((one) => [one.id, one] as const)]);
  const { x, S, Y } = metrics;
  return {
    height: metrics.height,
    metrics,
    nodes,
    node,
    places,
    edges: edgesOf(plan, metrics, places, columns),
    streams: streamsOf(plan, metrics, places, columns),
    weights: {
      Wx: (S.y + S.foot + x.y) / 2,
      Ws: S.y + S.forward,
      Wy: Y.y + Y.height + (S.y - Y.y - Y.height) * 0.42,
    },
  };
};

/** Whether the nodes of a column lack numbers, so that the step in focus must be enlarged. */
export const isCompressed = ({ metrics }: NetworkLayout): boolean => metrics.S.type === 0;
