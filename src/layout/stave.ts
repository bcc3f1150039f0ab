/**
 * One of several networks that are compared, as low as can be: its errors, under them its carried states as bands on the
 * columns, and under these one stream for all that flows back. Pure geometry in px; nothing moves while one steps.
 */
import { at } from '../engine/cells';
import type { CellId, Plan } from '../engine/types';
import type { Box, NodeBox } from './boxes';
import type { Columns } from './columns';
import { type Edge, firstReader, receivedThrough } from './edges';
import type { Stream } from './streams';

/** The stream between two steps; `t` is the step that it leaves. */
export interface Carried {
  readonly t: number;
  readonly line: Stream['line'];
  readonly thickest: number;
  readonly isBand: boolean;
  /** Where what is left is written; none where there is no room. */
  readonly share?: { readonly x: number; readonly y: number; readonly type: number; readonly room: number };
}

export interface Stave {
  readonly height: number;
  /** Upper edge of the first band, and lower edge of the last. */
  readonly top: number;
  readonly foot: number;
  /** Middles of the bands, by the letter of the state. */
  readonly bands: readonly { readonly lane: string; readonly y: number }[];
  readonly nodes: readonly NodeBox[];
  readonly edges: readonly Edge[];
  /** From each error down to the state. */
  readonly falling: readonly Stream[];
  readonly carried: readonly Carried[];
  /** Size of symbols. */
  readonly label: number;
}

/** Height of all bands of all staves together that leaves the chart and the time in sight. */
const BUDGET = 176;
/** Entries with numbers are so high; bands without numbers give up some of their share, within these heights. */
const [NUMBER_HEIGHT, HALL_NUMBER_HEIGHT, MOST_NUMBER_HEIGHT] = [15, 20, 24];
const [LEAST_BAND, MOST_BAND, FRAME] = [34, 56, 10];

const [TOP, FALL, BETWEEN, LANE, BOTTOM] = [5, 13, 6, 15, 5];
/** Type of shares and numbers, and the height of a share and of an error: on a page, and in a lecture hall. */
const HALL = { type: 15, share: 18, error: 24, errorWidth: 66 } as const;
const PAGE = { type: 12, share: 14, error: 20, errorWidth: 56 } as const;

/** From this width of a column on the gradients of states have numbers as the values do. */
const ROOMY = 120;

/** Height of an entry of a state, and the type of its number, 0 for none. */
const entryFor = (
  H: number,
  bands: number,
  hasNumbers: boolean,
  isPresented: boolean,
): { height: number; type: number } => {
  const height = Math.min(MOST_NUMBER_HEIGHT, Math.floor(BUDGET / (bands * H)));
  const isFew = H <= 2;
  const least = isPresented ? HALL_NUMBER_HEIGHT : NUMBER_HEIGHT;
  if (isPresented && hasNumbers && (isFew || height >= least))
    return { height: Math.max(height, least), type: HALL.type };
  if (hasNumbers && (isFew || height >= least)) {
    const own = isFew ? Math.max(height, H === 1 ? 22 : 18) : height;
    return { height: own, type: own >= 20 ? 12 : 11 };
  }
  return { height: Math.min(MOST_BAND, Math.max(LEAST_BAND, BUDGET / bands - FRAME)) / H, type: 0 };
};

/** Widths of a state with its gradient. */
const widthsFor = ({ width, mode }: Columns, hasNumbers: boolean): { whole: number; gradient: number } => {
  if (mode === 'strip') return { whole: Math.max(4, width - 4), gradient: Math.min(3, width * 0.3) };
  if (hasNumbers && width >= ROOMY) return { whole: 108, gradient: 52 };
  const gradient = width >= 96 ? 10 : width < 60 ? 5 : 8;
  // In narrow columns every pixel is needed for a sign and two decimals.
  const share = hasNumbers && width < 60 ? 0.86 : 0.76;
  return { whole: Math.min(hasNumbers ? 62 : 48, width * share), gradient };
};

/** Where the stave of a plan stands; all staves of a comparison have so many bands together. */
export const staveFor = (plan: Plan, columns: Columns, bandsInAll: number, isPresented = false): Stave => {
  const { shape, program } = plan;
  const { width, mode, x } = columns;
  const isFull = mode === 'full';
  const entry = entryFor(shape.H, bandsInAll, isFull, isPresented);
  const bandHeight = entry.height * shape.H;
  const sizes = isPresented ? HALL : PAGE;
  const top = TOP + sizes.error + FALL;
  const tops = program.states.map((_, band) => top + band * (bandHeight + BETWEEN));
  const foot = (tops.at(-1) as number) + bandHeight;
  const label = isPresented ? 18 : isFull && width >= 60 ? 15 : 13;

  const { first, steps, beyond } = columns;
  const nodesOf = (of: readonly number[]) =>
    of.flatMap((t) => [
      ...program.states.map((lane, band) => {
        const box: Box = { x: x(t), y: tops[band], width: 0, height: bandHeight };
        return stateNode(lane, t, shape.H, box, entry.type, columns);
      }),
      ...(shape.errorAt.includes(t) ? [errorNode(t, shape.errorAt.length === 1, columns, label, sizes)] : []),
    ]);
  const nodes = nodesOf(first === 1 ? [0, ...steps] : steps);
  // Edges lead in and out of sight.
  const outside = nodesOf([...(first > 1 ? [first - 1] : []), ...(beyond ? [beyond] : [])]);
  const node = new Map([...nodes, ...outside].map((one) => [one.id, one]));

  const edges: Edge[] = [];
  const falling: Stream[] = [];
  const carried: Carried[] = [];
  const thickest = isFull ? 13 : mode === 'compact' ? 10 : 9;
  const y = foot + 4 + LANE / 2;
  for (const t of [...steps, ...(beyond ? [beyond] : [])].reverse()) {
    for (const lane of program.states) edges.push(edgeInto(plan, node, lane, t));
    const arriving = receivedThrough(plan, t, at('o', t));
    if (t !== beyond && node.has(at('E', t)) && arriving)
      falling.push({
        cell: arriving,
        from: at('E', t),
        to: at('S', t),
        t,
        line: [x(t), TOP + sizes.error + 1, x(t), top - 1],
        thickest: Math.min(thickest, width * 0.4),
        isBand: false,
      });
    const [from, to] = [x(t), x(t - 1)];
    const isBand = from - to < 18;
    const inset = isBand ? 0 : 3;
    const share = {
      x: (from + to) / 2,
      y: foot + 4 + LANE + sizes.share - 3,
      type: isPresented ? sizes.type : width < 60 ? 11 : 12,
      room: from - to - 2,
    };
    carried.push({
      t,
      line: [from - inset, y, to + inset, y],
      thickest,
      isBand,
      ...(isFull && { share }),
    });
  }
  return {
    height: foot + 4 + LANE + (isFull ? sizes.share : 0) + BOTTOM,
    top,
    foot,
    bands: program.states.map((lane, band) => ({ lane, y: tops[band] + bandHeight / 2 })),
    nodes,
    edges,
    falling,
    carried,
    label,
  };
};

/** A state and beside it its gradient, centred in its column. */
const stateNode = (
  lane: string,
  t: number,
  H: number,
  { x, y, height }: Box,
  type: number,
  columns: Columns,
): NodeBox => {
  const widths = widthsFor(columns, type > 0);
  const isInitial = t === 0;
  const whole = isInitial ? Math.min(34, widths.whole) : widths.whole;
  const beside = isInitial ? Math.min(8, widths.gradient) : widths.gradient;
  const seam = columns.mode === 'strip' ? 0 : 1;
  const box: Box = { x: x - whole / 2, y, width: whole - beside, height };
  return {
    id: at(lane, t),
    lane: lane as 'S' | 'C',
    t,
    box,
    gradient: { ...box, x: box.x + box.width + seam, width: beside },
    rows: H,
    across: 1,
    type: isInitial && type < HALL.type ? Math.min(type, 11) : type,
    gradientType: beside > 40 ? Math.max(11, type - 1) : 0,
    name: { x: box.x, y, anchor: 'end' },
    // The letter stands once, at the left of the band.
    isNamed: false,
  };
};

/** An error, above its column; one alone has a name. */
const errorNode = (
  t: number,
  isAlone: boolean,
  { x, width, mode }: Columns,
  label: number,
  sizes: typeof HALL | typeof PAGE,
): NodeBox => {
  const own = isAlone ? sizes.errorWidth : Math.min(sizes.errorWidth, width * 0.86);
  const box: Box = { x: x(t) - own / 2, y: TOP, width: own, height: sizes.error };
  const isFull = mode === 'full';
  return {
    id: at('E', t),
    lane: 'E',
    t,
    box,
    rows: 1,
    across: 1,
    type: isAlone || isFull ? (own < 40 ? 11 : sizes.type) : 0,
    gradientType: 0,
    name: { x: box.x - 6, y: box.y + box.height / 2 + label * 0.32, anchor: 'end' },
    isNamed: isAlone && isFull,
  };
};

/** The edge from a state to its next one. */
const edgeInto = (plan: Plan, node: ReadonlyMap<CellId, NodeBox>, lane: string, t: number): Edge => {
  const id = at(lane, t);
  const before = node.get(at(lane, t - 1)) as NodeBox;
  const { box } = node.get(id) as NodeBox;
  const from = before.gradient ? before.gradient.x + before.gradient.width : before.box.x + before.box.width;
  const y = box.y + box.height / 2;
  const isS = lane === 'S';
  return {
    id: `${before.id}→${id}`,
    from: before.id,
    to: id,
    ...(isS && { weight: 'Ws' as const }),
    drawnBy: isS ? firstReader(plan, before.id, t) : id,
    cells: isS ? [firstReader(plan, before.id, t)] : [id],
    line: [from, y, box.x, y],
    head: 1,
    chip: { x: (from + box.x) / 2, y },
    isDrawn: box.x - from >= 4,
  };
};
