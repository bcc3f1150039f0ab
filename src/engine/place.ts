/** Every cell's size, its place in the arena, and when it is known. */
import { grad, laneOf, timeOf } from './cells';
import type { Program, View } from './programs/program';
import type { Backward } from './reverse';
import { rules, type Size } from './rules';
import type { Cell, CellId, Given, Op } from './types';

interface Placement {
  readonly cells: Map<CellId, Cell>;
  readonly inputs: Map<string, number>;
  readonly given: Given[];
  /** Length of the arena. */
  readonly size: number;
}

/**
 * What is given comes first, in one piece, the initial state last; so S_0, S_1, … stand at even distances, and the same
 * holds for every lane: sums over time then run through the arena in even strides.
 */
export function place(program: Program, backward: Backward, ops: readonly Op[], T: number): Placement {
  const shares = sharedPlaces(program, backward, ops);
  const sizes = measure(program, ops, shares);
  const places = new Map<CellId, number>();
  let end = 0;
  const put = (ids: Iterable<CellId>) => {
    for (const id of ids) {
      if (places.has(id)) continue;
      places.set(id, end);
      const { rows, cols } = sizes.get(id) as Size;
      end += rows * cols;
    }
  };

  const initial = program.states.map((lane) => `${lane}0`).reverse();
  const sequences = byLane([...program.given.keys()].filter((id) => !initial.includes(id)));
  const inputs = new Map<string, number>();
  const given: Given[] = [];
  for (const id of [
    ...sequences,
    ...program.assumed.keys(),
    ...program.weights.keys(),
    'theta',
    'eta',
    ...initial,
  ]) {
    const { rows, cols } = sizes.get(id) as Size;
    const isSequence = program.given.has(id) && !initial.includes(id);
    const lane = isSequence ? laneOf(id) : id;
    const from = isSequence ? (timeOf(id) - 1) * rows : 0;
    inputs.set(lane, rows * cols * (isSequence ? T : 1));
    given.push({ lane, from, length: rows * cols });
    put([id]);
  }

  const homeOf = (id: CellId): CellId => {
    const shared = shares.get(id);
    return shared ? homeOf(shared.of) : id;
  };
  const [state] = program.states;
  put(ops.filter((op) => laneOf(op.out) === state).map((op) => homeOf(op.out)));
  const isRun = (op: Op) => op.pass !== 'update' && !backward.deferred.has(op.out);
  put(
    byLane(
      ops.filter(isRun).map((op) => homeOf(op.out)),
      [...program.neighbours, ...program.neighbours.map((lanes) => lanes.map(grad))],
    ),
  );
  put([...backward.terms.keys()].map(grad));

  const offsetOf = (id: CellId): number => {
    const shared = shares.get(id);
    if (!shared) return places.get(id) ?? -1;
    const offset = offsetOf(shared.of);
    return offset < 0 ? -1 : offset + shared.from;
  };
  const known = whenKnown(backward, ops, shares);
  const cells = new Map<CellId, Cell>();
  for (const [id, size] of sizes) {
    const cell = {
      id,
      lane: laneOf(id),
      t: timeOf(id),
      ...size,
      offset: offsetOf(id),
      doneAt: known.get(id) ?? 0,
    };
    cells.set(id, cell);
  }
  return { cells, inputs, given, size: end };
}

/** Cells that stand in another's place: views, gradients that pass unchanged, and identities. */
function sharedPlaces(program: Program, backward: Backward, ops: readonly Op[]): Map<CellId, View> {
  const shares = new Map([...program.views, ...backward.views]);
  for (const [id, of] of backward.aliases) shares.set(id, { of, from: 0 });
  for (const op of ops) if (!rules[op.rule].kernel) shares.set(op.out, { of: op.in[0], from: 0 });
  return shares;
}

function measure(program: Program, ops: readonly Op[], shares: ReadonlyMap<CellId, View>): Map<CellId, Size> {
  const isWhole = new Set([...shares.values()].map(({ of }) => of));
  const scalar: Size = { rows: 1, cols: 1 };
  const sizes = new Map([...program.sizes, ['theta', scalar], ['eta', scalar]] as [CellId, Size][]);
  for (const weight of program.weights.keys()) sizes.set(grad(weight), program.weights.get(weight) as Size);
  // A gradient has the size of what it belongs to, also where views of it are written piece by piece.
  for (const id of program.sizes.keys())
    if (shares.has(grad(id)) || isWhole.has(grad(id))) sizes.set(grad(id), program.sizes.get(id) as Size);
  // So has the part of one error alone (`d:a3~b`), where a horizon keeps them apart.
  for (const id of isWhole) {
    const whole = sizes.get(id.replace(/~[a-z]+$/, ''));
    if (whole && !sizes.has(id)) sizes.set(id, whole);
  }
  for (const op of ops) {
    for (const id of op.in)
      if (!sizes.has(id)) sizes.set(id, sizes.get(shares.get(id)?.of as CellId) as Size);
    if (!sizes.has(op.out)) sizes.set(op.out, rules[op.rule].size(op.in.map((id) => sizes.get(id) as Size)));
  }
  return sizes;
}

/** The playhead from which on each cell is known; a cell written piece by piece is known with its last piece. */
function whenKnown(
  backward: Backward,
  ops: readonly Op[],
  shares: ReadonlyMap<CellId, View>,
): Map<CellId, number> {
  const known = new Map<CellId, number>();
  for (const op of ops) {
    known.set(op.out, op.index + 1);
    const shared = backward.views.get(op.out);
    if (shared) known.set(shared.of, op.index + 1);
  }
  const follow = (id: CellId): number => {
    const shared = shares.get(id);
    return known.get(id) ?? (shared ? follow(shared.of) : 0);
  };
  for (const id of shares.keys()) known.set(id, follow(id));
  for (const op of ops) {
    // The whole sum of a weight's terms is known with the last of them.
    if (op.out.startsWith('sum:')) known.set(grad(op.out.slice(4, op.out.indexOf('@'))), op.index + 1);
  }
  return known;
}

/** Ids lane by lane, in the order in which the lanes first appear, each lane by time; neighbours as if they were one lane. */
function byLane(ids: readonly CellId[], neighbours: readonly (readonly string[])[] = []): CellId[] {
  const groupOf = new Map(neighbours.flatMap((group) => group.map((lane) => [lane, group])));
  const lanes = new Map<string, CellId[]>();
  for (const id of ids) {
    const lane = laneOf(id);
    const [name] = groupOf.get(lane) ?? [lane];
    const group = lanes.get(name);
    if (group) group.push(id);
    else lanes.set(name, [id]);
  }
  const rank = (id: CellId) => groupOf.get(laneOf(id))?.indexOf(laneOf(id)) ?? 0;
  return [...lanes.values()].flatMap((group) =>
    group.sort((a, b) => timeOf(a) - timeOf(b) || rank(a) - rank(b)),
  );
}
