/**
 * The order in which a pass is run. What waits for itself one step earlier or later (states, their gradients) is run
 * step by step; all else (outputs, errors) for all steps at once, which the kernels do faster than one by one.
 */
import { laneOf, timeOf } from './cells';
import type { Cell, CellId, Op } from './types';

export interface Stage {
  readonly ops: readonly Op[];
  /** Whether none of them needs another, and they are all of one lane; else their order is that of the pass. */
  readonly isTogether: boolean;
}

/** The operations of a pass in stages, to be run one after the other. */
export function stagesOf(ops: readonly Op[], cells: ReadonlyMap<CellId, Cell>): Stage[] {
  const names = ops.map(({ out }) => laneFor(out));
  const lanes = new Map<string, Lane>();
  for (const [k, name] of names.entries()) {
    const lane = lanes.get(name) ?? { ops: [], reads: new Set(), ahead: new Set() };
    lane.ops.push(ops[k]);
    lanes.set(name, lane);
  }
  findReads(ops, names, lanes, cells);
  for (const lane of lanes.values()) follow(lane, lane.ahead);

  const stages: Stage[] = [];
  const done = new Set<Lane>();
  const put = (lane: Lane): void => {
    if (done.has(lane)) return;
    const isTogether = !lane.ahead.has(lane);
    const circle = isTogether ? [lane] : [...lane.ahead].filter((other) => other.ahead.has(lane));
    for (const member of circle) done.add(member);
    for (const member of circle) for (const needed of member.reads) put(needed);
    const inCircle = new Set(circle.flatMap((member) => member.ops));
    stages.push({ ops: isTogether ? lane.ops : ops.filter((op) => inCircle.has(op)), isTogether });
  };
  for (const lane of lanes.values()) put(lane);
  return stages;
}

/** The operations of one quantity over time. */
interface Lane {
  readonly ops: Op[];
  /** The lanes of the pass whose numbers it reads. */
  readonly reads: Set<Lane>;
  /** The lanes that it waits for: those it reads, those that these read …; itself, if it recurs. */
  readonly ahead: Set<Lane>;
}

/** The sum `E` of all E_t is no part of the lane that it sums. */
const laneFor = (id: CellId): string => (timeOf(id) < 0 ? `${id} of all` : laneOf(id));

/** Finds what each lane reads by the places of the numbers, since cells may share them under several names. */
function findReads(
  ops: readonly Op[],
  names: readonly string[],
  lanes: ReadonlyMap<string, Lane>,
  cells: ReadonlyMap<CellId, Cell>,
): void {
  const all = [...lanes];
  const number = new Map(all.map(([name], index) => [name, index + 1]));
  const end = ops.reduce((most, { out }) => Math.max(most, endOf(cells.get(out) as Cell)), 0);
  /** By place, the number of the lane that writes it; 0 for what is given. */
  const writers = new Int32Array(end);
  for (const [k, { out }] of ops.entries()) {
    const cell = cells.get(out) as Cell;
    writers.fill(number.get(names[k]) as number, cell.offset, endOf(cell));
  }
  for (const [k, { in: inputs }] of ops.entries()) {
    const { reads } = lanes.get(names[k]) as Lane;
    for (const id of inputs) {
      const cell = cells.get(id) as Cell;
      if (cell.doneAt === 0) continue;
      let last = 0;
      for (let place = cell.offset; place < Math.min(end, endOf(cell)); place++) {
        const writer = writers[place];
        if (writer > 0 && writer !== last) reads.add(all[writer - 1][1]);
        last = writer;
      }
    }
  }
}

const endOf = ({ offset, rows, cols }: Cell): number => offset + rows * cols;

function follow(lane: Lane, found: Set<Lane>): void {
  for (const needed of lane.reads) {
    if (found.has(needed)) continue;
    found.add(needed);
    follow(needed, found);
  }
}
