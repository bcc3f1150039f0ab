/**
 * The unrolled network of a cell with gates: its carried states on the score's columns. An LSTM's C has a lane of its own
 * along the top of the state row; the edge from S_t to Y_t rises beside it or, where columns are as narrow as strips, behind
 * it, so that C keeps its width.
 */

import { waysBack } from '../../engine';
import { at, grad } from '../../engine/cells';
import type { CellId, Plan } from '../../engine/types';
import type { Box, NodeBox } from '../boxes';
import type { Columns } from '../columns';
import { CHIP_BELOW, type Edge } from '../edges';
import { type Metrics, metricsOf, SHORT_NUMBER } from '../metrics';
import { assemble, type NetworkLayout, networkFor, nodesOf } from '../network';
import { streamBetween } from '../streams';

/** All that belongs to one step's cell, as one thing on the page. */
export interface Frame {
  readonly t: number;
  readonly box: Box;
  /** Cells inside it that have no node: an operation on one of them is about the frame. */
  readonly cells: readonly CellId[];
  /** Whether there is room to draw it while it is not in focus. */
  readonly isRoomy: boolean;
}

export interface GatedLayout extends NetworkLayout {
  readonly frames: readonly Frame[];
}

/** What stands inside of a cell, by lane. */
export const innerLanes = {
  rnn: [],
  lstm: ['a', 'a.i', 'a.f', 'a.g', 'a.q', 'i', 'f', 'g', 'q', 'h'],
  gru: ['u', 'w', 'u.r', 'w.r', 'u.z', 'w.z', 'u.n', 'w.n', 'ar', 'r', 'az', 'z', 'rw', 'an', 'n'],
} as const;

const right = ({ x, width }: Box): number => x + width;
const bottom = ({ y, height }: Box): number => y + height;
/** The right end of a node with its gradient. */
const end = ({ box, gradient }: NodeBox): number => Math.max(right(box), gradient ? right(gradient) : 0);

/** Two states of five to eight entries stand above each other: their entries give up a little of their height. */
const tightened = (m: Metrics, H: number): Metrics => {
  if (H <= 4) return m;
  const less = m.S.height / 8;
  const { height, gradientHeight, reach, backward, foot } = m.S;
  return {
    ...m,
    height: m.height - less,
    x: { ...m.x, y: m.x.y - less },
    S: {
      ...m.S,
      height: height - less,
      gradientHeight: gradientHeight - less,
      reach: reach - less,
      backward: backward - less,
      foot: foot - less,
    },
  };
};

const lowered = (m: Metrics, by: number): Metrics => ({
  ...m,
  height: m.height + by,
  x: { ...m.x, y: m.x.y + by },
  S: { ...m.S, y: m.S.y + by },
});

/** Where the way from S_t up to Y_t runs, relative to the right end of S_t. */
interface Riser {
  /** Whether it passes behind C_t, which then stands as S_t does; else it runs beside it. */
  readonly isBehind: boolean;
  /** How far both states stand left of the middle of their column. */
  readonly shift: number;
  /** Width of the stream. */
  readonly thickest: number;
  /** From the end of S_t to the middle of the stream, to the line, and to the end of C_t. */
  readonly stream: number;
  readonly line: number;
  readonly C: number;
}

const riserFor = ({ gap, upright }: Metrics, { width, mode }: Columns): Riser => {
  const thickest = mode === 'full' ? Math.min(upright, Math.max(4, width * 0.1)) : 2;
  const space = mode === 'full' && width >= 60 ? 4 : 2;
  const over = mode === 'full' && width < 60 ? 2 : 0;
  const stream = thickest / 2 - over;
  const line = stream + thickest / 2 + space;
  const isBehind = mode === 'strip';
  const shift = isBehind ? 0 : Math.min(18, Math.max(0, gap / 4));
  return { isBehind, shift, thickest, stream, line, C: line + space };
};

/** Width in which `−.06` can be written in 11 px. */
const NUMBER = 27.5;

/** S_t, moved aside, and C_t above it, as wide as the way to Y_t leaves room for. */
const withMemory = (node: NodeBox, m: Metrics, top: number, riser: Riser): NodeBox[] => {
  if (node.lane !== 'S') return [node];
  const move = (box: Box, by: number, y = box.y): Box => ({ ...box, x: box.x - by, y });
  const { t } = node;
  const by = t === 0 ? 0 : riser.shift;
  const S: NodeBox = {
    ...node,
    box: move(node.box, by),
    gradient: node.gradient && move(node.gradient, by),
    name: t === 0 ? node.name : { x: node.box.x - by + 1, y: node.box.y - 9, anchor: 'start' },
  };
  const up = (box: Box): Box => ({ ...box, y: box.y - node.box.y + top });
  const C: NodeBox = { ...S, id: at('C', t), lane: 'C', name: { ...S.name, y: top - 9 }, box: up(S.box) };
  if (t === 0 || riser.isBehind) return [S, { ...C, gradient: S.gradient && up(S.gradient) }];
  const width = Math.max(2, end(S) - S.box.x - riser.C);
  if (m.S.isStacked) {
    const type = C.type > 11 ? Math.min(C.type, width < 44 ? 11 : C.type > 17 ? 18 : 15) : C.type;
    return [
      S,
      {
        ...C,
        type,
        box: { ...C.box, width },
        gradient: S.gradient && { ...up(S.gradient), width },
      },
    ];
  }
  const hasNumbers = C.gradientType > 0 && width >= 78;
  const seam = hasNumbers ? m.S.seam : C.type > 0 ? 0.5 : 1;
  // Two decimals with a sign come first, then the gradient's strip.
  const spare = C.type > 0 ? Math.max(2, width - seam - NUMBER) : width;
  const beside = hasNumbers
    ? width / 2 - 2
    : Math.min(m.S.gradientWidth, Math.max(2, width * 0.15), 9, spare);
  const box = { ...C.box, width: width - beside - seam };
  return [
    S,
    {
      ...C,
      box,
      // Presented, S is written larger: so is C, as far as its narrower box allows.
      type: Math.min(
        C.type,
        C.type > 13 ? Math.max(11, Math.floor((box.width - 2) / SHORT_NUMBER)) : hasNumbers ? 12 : 11,
      ),
      gradientType: hasNumbers ? 11 : 0,
      gradient: { ...box, x: right(box) + seam, width: beside },
    },
  ];
};

const memoryEdge = (plan: Plan, m: Metrics, before: NodeBox, C: NodeBox): Edge => {
  const y = C.box.y + m.S.forward;
  const visible = m.S.isStacked ? right(before.box) : end(before);
  return {
    id: `${before.id}→${C.id}`,
    from: before.id,
    to: C.id,
    drawnBy: C.id,
    cells: [C.id, ...waysBack(plan, before.id, C.t)],
    line: [right(before.box), y, C.box.x, y],
    head: 1,
    chip: { x: (visible + C.box.x) / 2, y },
    isDrawn: C.box.x - visible >= 4,
  };
};

/** The LSTM's network: C above S, and what rises from S_t beside C_t. */
const withC = (plan: Plan, columns: Columns, isPresented: boolean): NetworkLayout => {
  const base = tightened(metricsOf(plan.shape, columns, isPresented), plan.shape.H);
  const top = base.S.y;
  // Between the two rows stand the names of S and, where the stream leaves no room for it, what is left of the gradient.
  const m = lowered(base, base.S.foot + base.label + (base.S.isUnder ? 12 : 22));
  const riser = riserFor(m, columns);
  const layout = assemble(plan, columns, m, (t, shape, own, metrics) =>
    nodesOf(t, shape, own, metrics).flatMap((node) => withMemory(node, m, top, riser)),
  );
  const node = (lane: string, t: number) => layout.places.get(at(lane, t)) as NodeBox;
  const memoryEdges: Edge[] = [];
  const streams = layout.streams.map((stream) => {
    if (riser.isBehind || stream.leaves !== undefined || stream.to !== at('S', stream.t)) return stream;
    const x = end(node('S', stream.t)) - riser.stream;
    return {
      ...stream,
      thickest: riser.thickest,
      line: [x, stream.line[1], x, stream.line[3]] as const,
    };
  });
  const { steps, beyond } = columns;
  for (const t of [...steps, ...(beyond ? [beyond] : [])].reverse()) {
    const [C, before] = [node('C', t), node('C', t - 1)];
    memoryEdges.push(memoryEdge(plan, m, before, C));
    const place = (step: number) => columns.x(step) - (step === 0 ? 0 : riser.shift);
    const stream = streamBetween(plan, m, top, [C, before], [place(t), place(t - 1)]);
    if (!stream) continue;
    // What is left is written between the ways from both states up to their outputs.
    const [from, to] = [end(node('S', t - 1)), end(node('S', t)) - riser.line];
    const share = stream.share && { ...stream.share, x: (from + to) / 2, room: to - from };
    streams.push({ ...stream, ...(share && m.S.isUnder && { share }) });
  }
  const edges = layout.edges.map((edge) => {
    if (edge.weight !== 'Wy') return edge;
    const S = layout.node.get(edge.from) as NodeBox;
    const [, y1, , y2] = edge.line;
    const y = y2 + CHIP_BELOW;
    if (riser.isBehind) return { ...edge, chip: { ...edge.chip, y } };
    const x = end(S) - riser.line;
    return { ...edge, line: [x, y1, x, y2] as const, chip: { x: x - 15, y } };
  });
  return {
    ...layout,
    edges: [...edges, ...memoryEdges],
    streams,
    weights: { ...layout.weights, Wy: layout.weights.Wy - (m.S.y - top) * 0.42 },
  };
};

const frameOf = (plan: Plan, t: number, { node, metrics: m }: NetworkLayout): Frame => {
  const S = node.get(at('S', t)) as NodeBox;
  const C = node.get(at('C', t));
  const margin = Math.min(5, Math.max(1, m.gap / 4));
  const top = (C ?? S).box.y - (C ? 4 : 5);
  const box = {
    x: S.box.x - margin,
    y: top,
    width: end(S) - S.box.x + 2 * margin,
    height: bottom(S.box) + (m.S.isStacked ? m.S.seam + m.S.gradientHeight : 0) + 5 - top,
  };
  const lanes = innerLanes[plan.shape.cell].flatMap((lane) => [at(lane, t), grad(at(lane, t))]);
  return { t, box, cells: lanes.filter((cell) => plan.cells.has(cell)), isRoomy: m.gap >= 14 };
};

/** The network of an LSTM or a GRU on the given columns. */
export const gatedNetworkFor = (plan: Plan, columns: Columns, isPresented = false): GatedLayout => {
  const layout =
    plan.shape.cell === 'lstm' ? withC(plan, columns, isPresented) : networkFor(plan, columns, isPresented);
  const frames = columns.steps.map((t) => frameOf(plan, t, layout));
  return { ...layout, frames };
};
