/** Reading a trace: the screen is a function of it and the playhead, nothing else. */
import { applyRule } from './applyRule';
import { grad, next, partial } from './cells';
import { Kept } from './kept';
import { norm } from './linear';
import { PartialSums } from './partial-sums';
import type { Cell, CellId, Op, Plan, Trace } from './types';

/**
 * The numbers of a cell, row-major, whatever the playhead: a view into the arena, or a term or partial sum made now and
 * kept. The same cell of the same trace is the same array as long as few others were asked for (`Kept`). Undefined if the
 * plan has no such cell.
 */
export function numbersIn(trace: Trace, id: CellId): Float64Array | undefined {
  const { kept } = madeOf(trace);
  const known = kept.get(id);
  if (known) return known;
  const cell = trace.plan.cells.get(id);
  if (!cell) return undefined;
  const { offset, rows, cols } = cell;
  const isThere = offset >= 0;
  const value = isThere ? trace.arena.subarray(offset, offset + rows * cols) : makeDeferred(trace, cell);
  kept.set(id, value, value.buffer === trace.arena.buffer ? 0 : value.length);
  return value;
}

/** The norm of a cell of the run, whatever the playhead; NaN if there is none. Makes no view: it is for whole sweeps. */
export function normIn({ plan, arena }: Trace, id: CellId): number {
  const cell = plan.cells.get(id);
  return cell && cell.offset >= 0 ? norm(arena, cell.offset, cell.rows * cell.cols) : Number.NaN;
}

/** The largest finite |entry| of a cell of the run; 0 if there is none. Makes no view either. */
export function largestIn({ plan, arena }: Trace, id: CellId): number {
  const cell = plan.cells.get(id);
  let largest = 0;
  if (!cell || cell.offset < 0) return largest;
  const end = cell.offset + cell.rows * cell.cols;
  for (let i = cell.offset; i < end; i++) {
    const size = Math.abs(arena[i]);
    if (size > largest && size < Number.POSITIVE_INFINITY) largest = size;
  }
  return largest;
}

/** The numbers of a cell at a playhead; undefined before its operation has run, or if there is no such cell. */
export function valueAt(trace: Trace, id: CellId, playhead: number): Float64Array | undefined {
  return doneAt(trace.plan, id) <= playhead ? numbersIn(trace, id) : undefined;
}

/** The last operation done; undefined at the very start. */
export function opAt(plan: Plan, playhead: number): Op | undefined {
  return plan.ops[playhead - 1];
}

/** The playhead from which on a cell is known: 0 for what is given, ∞ for a cell that the plan does not have. */
export function doneAt(plan: Plan, id: CellId): number {
  return plan.cells.get(id)?.doneAt ?? Number.POSITIVE_INFINITY;
}

const times = new WeakMap<Plan, Map<string, Float64Array>>();

/** `doneAt` of a quantity over time (`d:S`) by step 0 … T, ∞ where it is not there: to be looked through at each playhead. */
export function doneTimes(plan: Plan, lane: string): Float64Array {
  let known = times.get(plan);
  if (!known) {
    known = new Map();
    times.set(plan, known);
  }
  const own =
    known.get(lane) ?? Float64Array.from({ length: plan.shape.T + 1 }, (_, t) => doneAt(plan, `${lane}${t}`));
  known.set(lane, own);
  return own;
}

/** Each weight after the update, by its name; as it was where no gradient reaches it. */
export function weightsAfter(trace: Trace): Record<string, Float64Array> {
  const after: Record<string, Float64Array> = {};
  for (const weight of trace.plan.weights) {
    after[weight] = (numbersIn(trace, next(weight)) ?? numbersIn(trace, weight)) as Float64Array;
  }
  return after;
}

/** What the next update starts from: the weights and, by lane, the optimizer's state after this one. */
export function stateAfter(trace: Trace): Record<string, ArrayLike<number>> {
  const after: Record<string, ArrayLike<number>> = weightsAfter(trace);
  for (const lane of trace.plan.defaults.keys()) {
    const value = numbersIn(trace, next(lane));
    if (value) after[lane] = value;
  }
  const updates = numbersIn(trace, 'updates');
  if (updates) after.updates = [updates[0] + 1];
  return after;
}

/** The numbers of a cell that the run passes over because few are ever looked at. */
function makeDeferred(trace: Trace, cell: Cell): Float64Array {
  const op = trace.plan.ops[cell.doneAt - 1];
  if (op.out === partial(weightOf(cell), cell.t)) return sumUpTo(trace, cell);
  const inputs = op.in.map((id) => ({
    ...(trace.plan.cells.get(id) as Cell),
    numbers: numbersIn(trace, id) as Float64Array,
  }));
  return applyRule(op, cell, inputs);
}

const weightOf = ({ lane }: Cell): string => lane.slice(lane.indexOf(':') + 1).replace('@', '');

/** The sum of a weight's terms from the latest back to one, in the run's own order: equal to it bit by bit. */
function sumUpTo(trace: Trace, cell: Cell): Float64Array {
  const weight = weightOf(cell);
  const { sums } = madeOf(trace);
  const own = sums.get(weight) ?? new PartialSums(trace, weight);
  sums.set(weight, own);
  const count = own.countUpTo(cell.t);
  // The last is the whole, which the run has made.
  if (count === own.terms.length) return numbersIn(trace, grad(weight)) as Float64Array;
  const earlier = own.terms[count - 2];
  return own.after(count, earlier && madeOf(trace).kept.get(partial(weight, earlier.t)));
}

interface Made {
  /** Views and deferred numbers made so far, the latest of them. */
  readonly kept: Kept;
  /** Sums in the making, by weight. */
  readonly sums: Map<CellId, PartialSums>;
}

const made = new WeakMap<Trace, Made>();

function madeOf(trace: Trace): Made {
  let own = made.get(trace);
  if (!own) {
    own = { kept: new Kept(), sums: new Map() };
    made.set(trace, own);
  }
  return own;
}
