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
  const norms = terms.map((each) => each.norm).filter(Number.isFinite);
  return {
    weight,
    rows: cell?.rows ?? 1,
    cols: cell?.cols ?? 1,
    blocks: weight === 'Wy' || weight === 'by' ? [] : gates[plan.shape.cell],
    terms,
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
