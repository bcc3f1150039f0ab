/** The sums of a weight's terms so far, made in the order of the run: each is equal to what the run had by then, bit by bit. */
import { encodeSum } from './sums';
import type { Cell, CellId, Term, Trace } from './types';

/** After so many terms each a sum is kept to go on from, once more than one sum was asked for. */
const stride = 32;

export class PartialSums {
  /** Latest step first: the order in which they are added. */
  readonly terms: readonly Term[];
  private readonly trace: Trace;
  private readonly cell: Cell;
  /** The sums after 0, `stride`, 2 · `stride` … terms, as far as they were needed. */
  private readonly marks: Float64Array[];
  private isAskedAgain = false;

  constructor(trace: Trace, weight: CellId) {
    this.trace = trace;
    this.cell = trace.plan.cells.get(weight) as Cell;
    this.terms = trace.plan.terms.get(weight) ?? [];
    this.marks = [new Float64Array(this.cell.rows * this.cell.cols)];
  }

  /** How many terms there are from the latest back to step t. */
  countUpTo(t: number): number {
    let [from, to] = [0, this.terms.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.terms[middle].t >= t) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  /**
   * The sum after `count` terms, an array of its own.
   *
   * @param before the sum after one term less, where it is at hand
   */
  after(count: number, before?: Float64Array): Float64Array {
    if (before) return this.added(before, count - 1, count);
    const isFirst = !this.isAskedAgain;
    this.isAskedAgain = true;
    // One sum alone, as while a threshold is dragged, needs nothing to go on from.
    if (isFirst) return this.added(this.marks[0], 0, count);
    const mark = Math.floor(count / stride);
    for (let k = this.marks.length; k <= mark; k++)
      this.marks.push(this.added(this.marks[k - 1], (k - 1) * stride, k * stride));
    return this.added(this.marks[mark], mark * stride, count);
  }

  private added(sum: Float64Array, from: number, to: number): Float64Array {
    const { trace, cell } = this;
    const terms = this.terms.slice(from, to);
    const { scratch, places } = gather(trace, sum, terms);
    for (const part of encodeSum(0, cell, terms, places, true)) part.kernel(scratch, part);
    return scratch.slice(0, sum.length);
  }
}

/** An arena that holds a sum and, behind it, the vectors of terms, lane by lane as they stand in the run's. */
function gather({ plan, arena }: Trace, sum: Float64Array, terms: readonly Term[]) {
  const ids = new Set([...terms.map(({ d }) => d), ...terms.flatMap(({ v }) => v ?? [])]);
  const cells = [...ids].map((id) => plan.cells.get(id) as Cell);
  const scratch = new Float64Array(cells.reduce((end, { rows }) => end + rows, sum.length));
  scratch.set(sum);
  const places = new Map<CellId, Pick<Cell, 'offset'>>();
  let end = sum.length;
  for (const { id, offset, rows } of cells) {
    places.set(id, { offset: end });
    for (let i = 0; i < rows; i++) scratch[end + i] = arena[offset + i];
    end += rows;
  }
  return { scratch, places };
}
