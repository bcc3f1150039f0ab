/** Reading a trace: the screen is a function of it and the playhead, nothing else. */
import { partial, term } from './cells';
import { addTerms, encodeSum } from './sums';
import type { CellId, Op, Plan, Term, Trace } from './types';

/**
 * The numbers of a cell, row-major, whatever the playhead: a view into the arena, or a term or partial sum made now and
 * kept. The same cell of the same trace is always the same array. Undefined if the plan has no such cell.
 */
export function valueOf(trace: Trace, id: CellId): Float64Array | undefined {
  const known = trace.memo.get(id);
  if (known) return known;
  const cell = trace.plan.cells.get(id);
  if (!cell) return undefined;
  const { offset, rows, cols } = cell;
  const value =
    offset >= 0 ? trace.arena.subarray(offset, offset + rows * cols) : sumOfTerms(trace, id, rows, cols);
  trace.memo.set(id, value);
  return value;
}

/** The numbers of a cell at a playhead; undefined before its operation has run, or if there is no such cell. */
export function valueAt(trace: Trace, id: CellId, playhead: number): Float64Array | undefined {
  return doneAt(trace.plan, id) <= playhead ? valueOf(trace, id) : undefined;
}

/** The last operation done; undefined at the very start. */
export function opAt(plan: Plan, playhead: number): Op | undefined {
  return plan.ops[playhead - 1];
}

/** The playhead from which on a cell is known: 0 for what is given, ∞ for a cell that the plan does not have. */
export function doneAt(plan: Plan, id: CellId): number {
  return plan.cells.get(id)?.doneAt ?? Number.POSITIVE_INFINITY;
}

/** A weight's value after the update, by weight; only those that a gradient reaches. */
export function weightsAfter(trace: Trace): Record<string, Float64Array> {
  const after: Record<string, Float64Array> = {};
  for (const weight of trace.plan.weights) {
    const value = valueOf(trace, `next:${weight}`) ?? valueOf(trace, weight);
    if (value) after[weight] = value;
  }
  return after;
}

/** One term, or the sum of all terms from the latest down to one, in the run's own order: equal to it bit by bit. */
function sumOfTerms(trace: Trace, id: CellId, rows: number, cols: number): Float64Array {
  const { plan, arena } = trace;
  const sum = new Float64Array(rows * cols);
  const [weight, time] = id.slice(id.indexOf(':') + 1).split('@');
  const t = Number(time);
  const all = plan.terms.get(weight) as readonly Term[];
  const isOne = id === term(weight, t);
  const terms = all.filter((part) => (isOne ? part.t === t : part.t >= t));
  const earlier = isOne ? undefined : all[terms.length - 2];
  // The sum one step before, if it was asked for, saves adding up from the end again: the additions are the same.
  const before = earlier && trace.memo.get(partial(weight, earlier.t));
  if (before) sum.set(before);
  const rest = before ? terms.slice(-1) : terms;
  for (const run of encodeSum(0, { rows, cols }, rest, plan.cells, before !== undefined))
    addTerms(arena, run, sum);
  return sum;
}
