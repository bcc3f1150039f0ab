import { useUnrolled } from '../../store';
import { fitPercent } from '../network/fit-number';
import { useColumns } from '../score/columns-context';
import { boxFor } from './places';
import { gaps, matrixSize } from './sizes';
import { countAt, type LedgerTerms } from './terms';

/** Size of the type, as in ledger.css. */
const type = 11;

/**
 * Under each term its share of all norms so far: what near and far steps contribute. One drawing for all, for every new
 * term changes every share.
 */
export const Shares = ({ ledger }: { readonly ledger: LedgerTerms }) => {
  const { x, width, mode, first, last } = useColumns();
  const count = useUnrolled((state) => countAt(ledger.terms, state.playhead, 'doneAt'));
  const total = ledger.totals[count];
  if (mode !== 'full' || count < 2 || !(total > 0 && total < Number.POSITIVE_INFINITY)) return null;
  const box = boxFor(ledger.blocks.length);
  const isNumber = ledger.rows * ledger.cols === 1;
  const size = matrixSize(ledger.rows, ledger.cols, width - gaps.terms, box.height);
  const known = ledger.terms.slice(0, count).filter(({ t }) => t >= first && t <= last);
  const y = isNumber && size.hasNumbers ? box.centre + size.height / 2 + 22 : box.text + 16;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group takes no focus; the table says the same
    <g aria-hidden="true">
      {known.map(({ t, norm }) => (
        <text key={t} className="ledger-share" x={x(t)} y={y}>
          {fitPercent(norm / total, width - 7, type)}
        </text>
      ))}
    </g>
  );
};
