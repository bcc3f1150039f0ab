/** The immediate derivatives ∂⁺S_t/∂W, in the form in which the ledger draws terms. */
import { at, doneAt, norm, type Trace } from '../../engine';
import { immediateDerivative, immediateFactors } from '../../engine/jacobian';
import { gates, type LedgerTerm, type LedgerTerms, largestOf, totalsOf } from './terms';

/** ∂⁺S_t/∂W of every step, latest first, each known with its S_t; none for a weight that no state depends on. */
export function immediateTermsOf(trace: Trace, weight: string): LedgerTerms {
  const known = kept.get(trace) ?? new Map<string, LedgerTerms>();
  kept.set(trace, known);
  const terms = known.get(weight) ?? find(trace, weight);
  known.set(weight, terms);
  return terms;
}

/** Drawing, canvas and table ask for the same. */
const kept = new WeakMap<Trace, Map<string, LedgerTerms>>();

function find(trace: Trace, weight: string): LedgerTerms {
  const { plan } = trace;
  const cell = plan.cells.get(weight);
  const terms: LedgerTerm[] = [];
  let most = Number.MIN_VALUE;
  for (let t = plan.shape.T; t >= 1; t--) {
    const factors = immediateFactors(trace, weight, t);
    if (!factors) continue;
    const { d, v = Float64Array.of(1) } = factors;
    const known = doneAt(plan, at('S', t));
    terms.push({
      ...{ t, id: at('S', t), norm: norm(d) * norm(v) },
      ...{ doneAt: known, addedAt: Number.POSITIVE_INFINITY },
    });
    const size = largest(d) * largest(v);
    if (Number.isFinite(size)) most = Math.max(most, size);
  }
  return {
    weight,
    rows: cell?.rows ?? 1,
    cols: cell?.cols ?? 1,
    blocks: gates[plan.shape.cell],
    terms,
    totals: totalsOf(terms),
    valueOf: ({ t }) => immediateDerivative(trace, weight, t) as Float64Array,
    most,
    mostNorm: largestOf(terms),
    isImmediate: true,
  };
}

/** The largest finite |entry|. */
const largest = (values: Float64Array): number =>
  values.reduce((most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most), 0);
