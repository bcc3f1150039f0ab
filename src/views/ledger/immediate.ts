/** The immediate derivatives ∂⁺S_t/∂W, in the form in which the ledger draws terms. */
import { at, doneAt, norm, type Trace } from '../../engine';
import { immediateDerivative } from '../../engine/jacobian';
import { gates, type LedgerTerm, type LedgerTerms } from './terms';

/** ∂⁺S_t/∂W of every step, latest first, each known with its S_t; none for a weight that no state depends on. */
export function immediateTermsOf(trace: Trace, weight: string): LedgerTerms {
  const { plan } = trace;
  const cell = plan.cells.get(weight);
  const terms: LedgerTerm[] = [];
  let most = Number.MIN_VALUE;
  for (let t = plan.shape.T; t >= 1; t--) {
    const value = immediateDerivative(trace, weight, t);
    if (!value) continue;
    const known = doneAt(plan, at('S', t));
    terms.push({
      ...{ t, id: at('S', t), value, norm: norm(value) },
      ...{ doneAt: known, addedAt: Number.POSITIVE_INFINITY },
    });
    for (const entry of value) if (Number.isFinite(entry)) most = Math.max(most, Math.abs(entry));
  }
  const norms = terms.map((each) => each.norm).filter(Number.isFinite);
  return {
    weight,
    rows: cell?.rows ?? 1,
    cols: cell?.cols ?? 1,
    blocks: gates[plan.shape.cell],
    terms,
    most,
    mostNorm: Math.max(Number.MIN_VALUE, ...norms),
    isImmediate: true,
  };
}
