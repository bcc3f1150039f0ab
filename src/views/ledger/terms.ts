/** What the ledger shows of a weight's gradient, from the run. */
import { type CellId, doneTimes, numbersIn, partial, type Trace, term, termNorms } from '../../engine';

export interface LedgerTerm {
  readonly t: number;
  readonly id: CellId;
  readonly norm: number;
  /** Playhead from which the term is known, and from which it is in the sum. */
  readonly doneAt: number;
  readonly addedAt: number;
}

export interface LedgerTerms {
  readonly weight: string;
  readonly rows: number;
  readonly cols: number;
  /** The gates whose rows are stacked in the weight, by letter, from the top; none for a weight of one piece. */
  readonly blocks: readonly string[];
  /** Latest step first: the order in which they come. */
  readonly terms: readonly LedgerTerm[];
  /** The norms of the first so many terms added up: entry k of k terms. */
  readonly totals: Float64Array;
  /** The numbers of a term, made when they are shown: a long sequence has more than can be kept. */
  valueOf(term: LedgerTerm): Float64Array;
  /** The largest norm of a term: the height of the bars. */
  readonly mostNorm: number;
  /** What a full colour stands for, where it is not what it stands for in the weight's gradient. */
  readonly most?: number;
  /** Whether these are immediate derivatives, which are not added up. */
  readonly isImmediate?: boolean;
}

/** The rows of a gated cell's weights, PyTorch's order. */
export const gates = { rnn: [], lstm: ['i', 'f', 'g', 'q'], gru: ['r', 'z', 'n'] } as const;

/** The terms of a weight. */
export function termsOf(trace: Trace, weight: string): LedgerTerms {
  const { plan } = trace;
  const cell = plan.cells.get(weight);
  const norms = termNorms(trace, weight);
  const [done, added] = [doneTimes(plan, term(weight, '')), doneTimes(plan, partial(weight, ''))];
  const terms = (plan.terms.get(weight) ?? []).map(({ t }): LedgerTerm => {
    return { t, id: term(weight, t), norm: norms[t], doneAt: done[t], addedAt: added[t] };
  });
  return {
    weight,
    rows: cell?.rows ?? 1,
    cols: cell?.cols ?? 1,
    blocks: weight === 'Wy' || weight === 'by' ? [] : gates[plan.shape.cell],
    terms,
    totals: totalsOf(terms),
    valueOf: ({ id }) => numbersIn(trace, id) as Float64Array,
    mostNorm: largestOf(terms),
  };
}

/** The norms added up from the first term on. */
export function totalsOf(terms: readonly LedgerTerm[]): Float64Array {
  const totals = new Float64Array(terms.length + 1);
  for (const [k, { norm }] of terms.entries()) totals[k + 1] = totals[k] + norm;
  return totals;
}

/** The largest finite norm. */
export const largestOf = (terms: readonly LedgerTerm[]): number =>
  terms.reduce((most, { norm }) => (norm > most && Number.isFinite(norm) ? norm : most), Number.MIN_VALUE);

/** How many terms are known, or added to the sum, at a playhead. */
export const countAt = (
  terms: readonly LedgerTerm[],
  playhead: number,
  what: 'doneAt' | 'addedAt',
): number => {
  // They come in order, so the count is found by halves: this is asked for at each step, of each drawing.
  let [from, to] = [0, terms.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (terms[middle][what] <= playhead) from = middle + 1;
    else to = middle;
  }
  return from;
};

/** The weight's partial sum after `count` terms; undefined for none. */
export function sumAfter(
  trace: Trace,
  { weight, terms }: LedgerTerms,
  count: number,
): Float64Array | undefined {
  const last = terms[count - 1];
  return last && numbersIn(trace, partial(weight, last.t));
}
