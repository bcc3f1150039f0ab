/** The network before it is unrolled: one node of each kind and a loop. */
import { at } from '../engine/cells';
import type { CellId, Plan } from '../engine/types';
import type { NodeBox } from './boxes';
import type { Columns } from './columns';
import { type Edge, edgesOf, receivedThrough } from './edges';
import { LONGEST_COLUMN, metricsOf } from './metrics';
import { nodesOf } from './network';
import { type Stream, streamsOf } from './streams';

/** One turn round the loop, with its arrow's end. */
export interface Loop {
  readonly path: string;
  readonly end: { readonly x: number; readonly y: number };
}

export interface RolledLayout {
  readonly height: number;
  readonly label: number;
  readonly nodes: readonly NodeBox[];
  readonly edges: readonly Edge[];
  readonly streams: readonly Stream[];
  /** From S_t round to the entrance of the next step. */
  readonly forward: Loop;
  /** From S_{t+1} the other way round to S_t, and the gradient that arrives there. */
  readonly backward: Loop & { readonly cell: CellId | undefined; readonly thickest: number };
  readonly chip: { readonly x: number; readonly y: number };
  /** Where the share that arrives, and the step, are written. */
  readonly share: { readonly x: number; readonly y: number };
  readonly step: { readonly x: number; readonly y: number };
}

const WIDTH = 150;
/** What the loop needs below the state. */
const LOOP = 70;
const CORNER = 14;

const turn = (from: number, to: number, y1: number, low: number, y2: number, reach: number): string => {
  const away = Math.sign(from - to);
  const [a, b] = [from + away * reach, to - away * reach];
  return [
    `M${from},${y1}H${a - away * CORNER}Q${a},${y1} ${a},${y1 + CORNER}`,
    `V${low - CORNER}Q${a},${low} ${a - away * CORNER},${low}`,
    `H${b + away * CORNER}Q${b},${low} ${b},${low - CORNER}`,
    `V${y2 + CORNER}Q${b},${y2} ${b + away * CORNER},${y2}H${to}`,
  ].join('');
};

const initialOf = (nodes: readonly NodeBox[]): NodeBox[] =>
  nodes.filter(({ lane }) => lane === 'S').map((node) => ({ ...node, id: at('S', 0), t: 0 }));

/** Step t of the network, drawn rolled in the middle of the columns; step 0 is S_0 alone. */
export const rolledFor = (plan: Plan, t: number, columns: Columns): RolledLayout => {
  const { shape } = plan;
  const centre = (columns.left + columns.right) / 2;
  const wide: Columns = { ...columns, mode: 'full', width: WIDTH, x: () => centre };
  const m = metricsOf(shape, wide, false, true);
  const isLong = shape.H > LONGEST_COLUMN;
  // S_0 is drawn like any other state; nothing else belongs to its step.
  const own = t > 0 ? nodesOf(t, shape, wide, m) : initialOf(nodesOf(1, shape, wide, m));
  const nodes = own.map((node): NodeBox => {
    if (node.lane === 'S' && isLong) return { ...node, across: 2, type: 11, gradientType: 0 };
    if (node.lane !== 'x') return node;
    return {
      ...node,
      box: { ...node.box, y: node.box.y + LOOP },
      name: { ...node.name, y: node.name.y + LOOP },
    };
  });
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const state = byId.get(at('S', t));
  if (!state) throw new Error(`the network has no step ${t}`);
  // The state before is not drawn; edges to it are the loop.
  byId.set(at('S', t - 1), {
    ...state,
    id: at('S', t - 1),
    box: { ...state.box, x: -1e4 },
    gradient: undefined,
  });
  const isLoop = (from: CellId, to: CellId) => from === at('S', t - 1) || to === at('S', t - 1);
  const lowered = { ...m, x: { ...m.x, y: m.x.y + LOOP } };
  const left = state.box.x;
  const right = Math.max(
    left + state.box.width,
    state.gradient ? state.gradient.x + state.gradient.width : 0,
  );
  const forwardY = m.S.y + m.S.forward;
  const backwardY = m.S.y + m.S.backward;
  const low = m.S.y + m.S.reach + LOOP * 0.8;
  return {
    height: m.height + LOOP,
    label: m.label,
    nodes,
    edges: edgesOf(plan, lowered, byId, { steps: [t] }).filter(({ from, to }) => !isLoop(from, to)),
    streams: streamsOf(plan, lowered, byId, { steps: [t] }).filter(({ from, to }) => !isLoop(from, to)),
    forward: { path: turn(right, left, forwardY, low, forwardY, 92), end: { x: left, y: forwardY } },
    backward: {
      path: turn(left, right + 12, backwardY, low - 26, backwardY, 52),
      end: { x: right, y: backwardY },
      cell: receivedThrough(plan, t, at('a', t + 1)),
      thickest: m.thickest,
    },
    chip: { x: right + 92, y: (forwardY + low) / 2 },
    share: { x: right + 30, y: (backwardY + low - 26) / 2 + 10 },
    step: { x: left - 120, y: m.Y.y + m.Y.height / 2 },
  };
};
