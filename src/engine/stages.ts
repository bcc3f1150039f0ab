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
  const lanes = new Map<string, Op[]>();
  for (const op of ops) {
    const lane = laneFor(op);
    const known = lanes.get(lane);
    if (known) known.push(op);
    else lanes.set(lane, [op]);
  }
  const reads = lanesRead(ops, cells);
  const ahead = new Map([...lanes.keys()].map((lane) => [lane, reachable(lane, reads)]));

  const stages: Stage[] = [];
  const done = new Set<string>();
  const put = (lane: string): void => {
    if (done.has(lane)) return;
    const circle = new Set([...(ahead.get(lane) ?? [])].filter((other) => ahead.get(other)?.has(lane)));
    const together = circle.size > 0 ? circle : new Set([lane]);
    for (const member of together) done.add(member);
    for (const member of together) for (const needed of reads.get(member) ?? []) put(needed);
    const isTogether = circle.size === 0;
    stages.push({
      ops: isTogether ? (lanes.get(lane) ?? []) : ops.filter((op) => circle.has(laneFor(op))),
      isTogether,
    });
  };
  for (const lane of lanes.keys()) put(lane);
  return stages;
}

/** For each lane the lanes of the pass whose numbers it reads, found by their places: cells may share them. */
function lanesRead(ops: readonly Op[], cells: ReadonlyMap<CellId, Cell>): Map<string, Set<string>> {
  const reads = new Map<string, Set<string>>();
  const writerAt = new Map<number, string>();
  for (const op of ops) {
    for (const place of placesOf(cells.get(op.out))) writerAt.set(place, laneFor(op));
    reads.set(laneFor(op), new Set());
  }
  for (const op of ops) {
    const known = reads.get(laneFor(op));
    for (const id of op.in) {
      const cell = cells.get(id);
      if (cell?.doneAt === 0) continue;
      for (const place of placesOf(cell)) {
        const writer = writerAt.get(place);
        if (writer !== undefined) known?.add(writer);
      }
    }
  }
  return reads;
}

/** The sum `E` of all E_t is no part of the lane that it sums. */
const laneFor = ({ out }: Op): string => (timeOf(out) < 0 ? `${out} of all` : laneOf(out));

function* placesOf(cell: Cell | undefined): Generator<number> {
  if (!cell) return;
  const end = cell.offset + cell.rows * cell.cols;
  for (let place = cell.offset; place < end; place++) yield place;
}

/** The lanes that can be reached by going from what is read to what that reads. */
function reachable(lane: string, reads: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const found = new Set<string>();
  const open = [lane];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const needed of reads.get(next) ?? []) {
      if (found.has(needed)) continue;
      found.add(needed);
      open.push(needed);
    }
  }
  return found;
}
