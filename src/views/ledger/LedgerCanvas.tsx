import { useCallback, useMemo } from 'react';
import type { Trace } from '../../engine';
import { focusIn, useRun, useTheme, useUnrolled } from '../../store';
import { type Draw, RowCanvas } from '../canvas/RowCanvas';
import { useColumns } from '../score/columns-context';
import { paintLedger } from './paint-ledger';
import { boxFor } from './places';
import { countAt, type LedgerTerms, sumAfter } from './terms';

interface Props {
  readonly trace: Trace;
  readonly ledger: LedgerTerms;
}

/** What lies below the elements of the ledger: terms that are too many, or matrices of too many cells. */
export const LedgerCanvas = ({ trace, ledger }: Props) => {
  const columns = useColumns();
  const run = useRun();
  const theme = useTheme();
  const count = useUnrolled((state) => countAt(ledger.terms, state.playhead, 'doneAt'));
  const added = useUnrolled((state) => countAt(ledger.terms, state.playhead, 'addedAt'));
  const focus = useUnrolled((state) => {
    const op = focusIn(state);
    return op?.pass === 'backward' ? op.t : 0;
  });
  const terms = useMemo(
    () => ledger.terms.slice(0, count).filter(({ t }) => t >= columns.first && t <= columns.last),
    [ledger, count, columns],
  );
  const draw: Draw = useCallback(
    (pen, ratio) => {
      const sum = ledger.isImmediate ? undefined : sumAfter(trace, ledger, added);
      paintLedger(pen, ratio, { ledger, terms, sum, columns, run, focus, theme });
    },
    [trace, ledger, terms, added, columns, run, focus, theme],
  );
  return <RowCanvas height={boxFor(ledger.blocks.length).row} draw={draw} />;
};
