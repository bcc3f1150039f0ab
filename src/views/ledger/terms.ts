/** What the ledger shows of a weight's gradient, from the run. */
import { type CellId, doneAt, norm, numbersIn as numbersOf, partial, type Trace, term } from '../../engine';

export interface LedgerTerm {
  readonly t: number;
  readonly id: CellId;
  readonly value: Float64Array;
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
  /** The largest |entry| of a term or of the sum: what the colours are a share of. At least the least double. */
  readonly most: number;
  /** The largest norm of a term: the height of the bars. */
  readonly mostNorm: number;
}

/** The rows of a gated cell's weights, PyTorch's order. */
const gates = { rnn: [], lstm: ['i', 'f', 'g', 'q'], gru: ['r', 'z', 'n'] } as const;

/**
 * The terms of a weight. Their colours are shares of the largest of them in this run, not in the unclipped one: the ledger
 * compares terms with each other, and after clipping the unclipped ones would outshine them all.
 */
export function termsOf(trace: Trace, weight: string): LedgerTerms {
  const { plan } = trace;
  const cell = plan.cells.get(weight);
  const terms = (plan.terms.get(weight) ?? []).map(({ t }): LedgerTerm => {
    const id = term(weight, t);
    const value = numbersOf(trace, id) as Float64Array;
    return {
      t,
      id,
      value,
      norm: norm(value),
      doneAt: doneAt(plan, id),
      addedAt: doneAt(plan, partial(weight, t)),
    };
  });
  const last = terms.at(-1);
  const sum = last && numbersOf(trace, partial(weight, last.t));
  let most = Number.MIN_VALUE;
  for (const value of [...terms.map((each) => each.value), sum ?? []])
    for (const entry of value) if (Number.isFinite(entry)) most = Math.max(most, Math.abs(entry));
  const norms = terms.map((each) => each.norm).filter(Number.isFinite);
  return {
    weight,
    rows: cell?.rows ?? 1,
    cols: cell?.cols ?? 1,
    blocks: weight === 'Wy' || weight === 'by' ? [] : gates[plan.shape.cell],
    terms,
    most,
    mostNorm: Math.max(Number.MIN_VALUE, ...norms),
  };
}

/** How many terms are known, or added to the sum, at a playhead. */
export const countAt = (terms: readonly LedgerTerm[], playhead: number, what: 'doneAt' | 'addedAt'): number =>
  terms.filter((each) => each[what] <= playhead).length;

/** The weight's partial sum after `count` terms; undefined for none. */
export function sumAfter(
  trace: Trace,
  { weight, terms }: LedgerTerms,
  count: number,
): Float64Array | undefined {
  const last = terms[count - 1];
  return last && numbersOf(trace, partial(weight, last.t));
}
