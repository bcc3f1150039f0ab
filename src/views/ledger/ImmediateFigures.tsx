import { messages } from '../../messages';
import { formatNumber } from '../../notation';
import { useRun, useUnrolled } from '../../store';
import { useColumns } from '../score/columns-context';
import { Figures } from './Figures';
import { immediateTermsOf } from './immediate';
import { LedgerCanvas } from './LedgerCanvas';
import { boxFor } from './places';
import type { LedgerTerms } from './terms';

/** ∂⁺S_t/∂W under each step, as soon as S_t is known: how the state answers to its own step's copy of the weight alone. */
export const ImmediateFigures = ({ weight }: { readonly weight: string }) => {
  const { trace } = useRun();
  const ledger = immediateTermsOf(trace, weight);
  return (
    <>
      <Figures trace={trace} ledger={ledger} />
      <Scale ledger={ledger} />
    </>
  );
};

/** What lies below them. */
export const ImmediateCanvas = ({ weight }: { readonly weight: string }) => {
  const { trace } = useRun();
  return <LedgerCanvas trace={trace} ledger={immediateTermsOf(trace, weight)} />;
};

/** In the place of the sum what a full colour stands for: these are no gradients, so the legend's scale is not theirs. */
const Scale = ({ ledger }: { readonly ledger: LedgerTerms }) => {
  const { sum } = useColumns();
  const isAnyKnown = useUnrolled((state) => ledger.terms.some((term) => term.doneAt <= state.playhead));
  const { centre } = boxFor(ledger.blocks.length);
  if (!isAnyKnown || ledger.most === undefined) return null;
  return (
    <g className="ledger-scale" transform={`translate(${sum} ${centre})`}>
      <text>{messages.ledger.fullColour}</text>
      <text y={16}>±{formatNumber(ledger.most, 2)}</text>
    </g>
  );
};
