/** Reading a trace: the screen is a function of it and the playhead, nothing else. */
import { applyRule } from './applyRule';
import { next, partial } from './cells';
import { encodeSum } from './sums';
import type { Cell, CellId, Op, Plan, Term, Trace } from './types';

/**
 * The numbers of a cell, row-major, whatever the playhead: a view into the arena, or a term or partial sum made now and
 * kept. The same cell of the same trace is always the same array. Undefined if the plan has no such cell.
 */
export function numbersIn(trace: Trace, id: CellId): Float64Array | undefined {
  const memo = memoOf(trace);
  const known = memo.get(id);
  if (known) return known;
  const cell = trace.plan.cells.get(id);
  if (!cell) return undefined;
  const { offset, rows, cols } = cell;
  const value = offset >= 0 ? trace.arena.subarray(offset, offset + rows * cols) : makeDeferred(trace, cell);
  memo.set(id, value);
  return value;
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
  const { plan, arena } = trace;
  const weight = weightOf(cell);
  const terms = (plan.terms.get(weight) as readonly Term[]).filter(({ t }) => t >= cell.t);
  // The sum one step before, if it was asked for, saves adding up from the end again: the additions are the same.
  const earlier = terms.at(-2);
  const before = earlier && memoOf(trace).get(partial(weight, earlier.t));
  const sum = before ? before.slice() : new Float64Array(cell.rows * cell.cols);
  const rest = before ? terms.slice(-1) : terms;
  for (const part of encodeSum(0, cell, rest, plan.cells, sum)) part.kernel(arena, part);
  return sum;
}

const memos = new WeakMap<Trace, Map<CellId, Float64Array>>();

/** Views and deferred numbers of a trace made so far. */
function memoOf(trace: Trace): Map<CellId, Float64Array> {
  let memo = memos.get(trace);
  if (!memo) {
    memo = new Map();
    memos.set(trace, memo);
  }
  return memo;
}
