import { useMemo, useState } from 'react';
import { messages } from '../../messages';
import { useRun, useUnrolled } from '../../store';
import { lazily } from '../lazily';
import { useColumns } from '../score/columns-context';
import { ScoreRow } from '../score/ScoreRow';
import { Figures } from './Figures';
import { LedgerLabel } from './LedgerLabel';
import './ledger.css';
import { boxFor } from './places';
import { MOST_CELLS } from './sizes';
import { termsOf } from './terms';

/** What few ask for is loaded when they do. */
const ImmediateFigures = lazily(() => import('./ImmediateFigures').then((module) => module.ImmediateFigures));
/** What is too much for elements, loaded where there is so much. */
const LedgerCanvas = lazily(() => import('./LedgerCanvas').then((module) => module.LedgerCanvas));
const ImmediateCanvas = lazily(() => import('./ImmediateFigures').then((module) => module.ImmediateCanvas));
const LedgerFoot = lazily(() => import('./LedgerFoot').then((module) => module.LedgerFoot));

/** The gradient of a shared weight as what it is: a sum over time, one term under each step. */
export const Ledger = () => {
  const { trace } = useRun();
  const weight = useUnrolled((state) => state.ledger);
  const isImmediate = useUnrolled((state) => state.immediate);
  const [hasTable, setHasTable] = useState(false);
  const ledger = useMemo(() => termsOf(trace, weight), [trace, weight]);
  const { mode } = useColumns();
  const isPainted = mode === 'strip' || ledger.rows * ledger.cols > MOST_CELLS;
  return (
    <ScoreRow
      region={messages.ledger.region}
      under={
        isPainted &&
        (isImmediate ? <ImmediateCanvas weight={weight} /> : <LedgerCanvas trace={trace} ledger={ledger} />)
      }
      label={<LedgerLabel ledger={ledger} hasTable={hasTable} onTable={setHasTable} />}
      height={boxFor(ledger.blocks.length).row}
      foot={(isImmediate || hasTable) && <LedgerFoot ledger={ledger} isImmediate={isImmediate} />}
    >
      {isImmediate ? <ImmediateFigures weight={weight} /> : <Figures trace={trace} ledger={ledger} />}
    </ScoreRow>
  );
};
