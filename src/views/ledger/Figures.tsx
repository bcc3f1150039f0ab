import { useCallback, useMemo, useState } from 'react';
import type { Trace } from '../../engine';
import { formatNumber } from '../../notation';
import { focusIn, useUnrolled } from '../../store';
import { useLabels } from '../charts/labelled';
import { lazily } from '../lazily';
import { useColumns } from '../score/columns-context';
import { type Opened, Readout } from './Readout';
import { Shares } from './Shares';
import { Sum } from './Sum';
import { TermFigure } from './TermFigure';
import type { LedgerTerms } from './terms';

/** The terms of narrow columns, which are too many for elements. */
const NarrowTerms = lazily(() => import('./NarrowTerms').then((module) => module.NarrowTerms));

/** One figure under each step, and at the right the sum of what is added up. */
export const Figures = ({ trace, ledger }: { readonly trace: Trace; readonly ledger: LedgerTerms }) => {
  const { mode, T, first, last } = useColumns();
  const norms = useMemo(() => normsOf(ledger, T), [ledger, T]);
  /** In sight, earliest first. */
  const terms = useMemo(
    () => ledger.terms.filter(({ t }) => t >= first && t <= last).reverse(),
    [ledger, first, last],
  );
  const labels = useLabels(norms, writeNorm);
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = useCallback(() => setOpened(null), []);
  // A figure that has the focus is reached by Tab: the one in focus on the score, else the latest.
  const entry = useUnrolled((state) => {
    const t = focusIn(state)?.t;
    const known = terms.filter((term) => term.doneAt <= state.playhead);
    return known.some((term) => term.t === t) ? t : known[0]?.t;
  });
  return (
    <>
      <g className={`ledger-terms ledger-${mode}`}>
        {mode === 'strip' && <NarrowTerms {...{ ledger, terms, labels, entry }} onOpen={setOpened} />}
        {(mode === 'strip' ? [] : terms).map((term) => (
          <TermFigure
            key={term.t}
            ledger={ledger}
            term={term}
            hasNext={term !== ledger.terms[0]}
            labels={labels}
            isEntry={term.t === entry}
            onOpen={setOpened}
          />
        ))}
      </g>
      {!ledger.isImmediate && (
        <>
          <Shares ledger={ledger} />
          <Sum trace={trace} ledger={ledger} onOpen={setOpened} />
        </>
      )}
      {opened && <Readout trace={trace} ledger={ledger} opened={opened} onClose={close} />}
    </>
  );
};

/** The norm of each term, by step; NaN where there is no term. */
function normsOf({ terms }: LedgerTerms, T: number): Float64Array {
  const norms = new Float64Array(T + 1).fill(Number.NaN);
  for (const { t, norm } of terms) norms[t] = norm;
  return norms;
}

/** Where there is no term there is nothing to write. */
const writeNorm = (norm: number, digits: number): string =>
  Number.isNaN(norm) ? '' : formatNumber(norm, digits);
