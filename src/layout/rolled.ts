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

/** How far the loops reach beyond the state, where there is room. */
const [FORWARD, BACKWARD] = [92, 52];
/** Room for half of the weight's chip beside the loop. */
const CHIP = 16;
/** And for half of `t = 12`. */
const NAME = 32;

/**
 * Step t of the network, drawn rolled in the middle of the columns or, where these are not all in sight, of the `seen` px
 * that are; step 0 is S_0 alone.
 */
export const rolledFor = (plan: Plan, t: number, columns: Columns, seen = columns.total): RolledLayout => {
  const { shape } = plan;
  const centre = seen < columns.total ? seen / 2 : (columns.left + columns.right) / 2;
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
  const reach = Math.min(FORWARD, left - CHIP, seen - right - CHIP);
  const edges = edgesOf(plan, lowered, byId, { steps: [t] }).map((edge) =>
    // On the edge from x_t alone, not where the loop crosses it.
    edge.weight === 'Wx' ? { ...edge, chip: { ...edge.chip, y: (low + lowered.x.y) / 2 } } : edge,
  );
  return {
    height: m.height + LOOP,
    label: m.label,
    nodes,
    edges: edges.filter(({ from, to }) => !isLoop(from, to)),
    streams: streamsOf(plan, lowered, byId, { steps: [t] }).filter(({ from, to }) => !isLoop(from, to)),
    forward: { path: turn(right, left, forwardY, low, forwardY, reach), end: { x: left, y: forwardY } },
    backward: {
      path: turn(left, right + 12, backwardY, low - 26, backwardY, Math.min(BACKWARD, reach - 24)),
      end: { x: right, y: backwardY },
      cell: receivedThrough(plan, t, at('a', t + 1)),
      thickest: m.thickest,
    },
    chip: { x: right + reach, y: (forwardY + low) / 2 },
    share: { x: right + 30, y: (backwardY + low - 26) / 2 + 10 },
    step: { x: Math.max(left - 120, NAME), y: m.Y.y + m.Y.height / 2 },
  };
};
