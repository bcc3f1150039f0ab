import { norm, type Trace } from '../../engine';
import { messages } from '../../messages';
import { formatNumber } from '../../notation';
import { useUnrolled } from '../../store';
import { useColumns } from '../score/columns-context';
import { figureProps, type Open } from './figure';
import { Matrix } from './Matrix';
import { boxFor } from './places';
import { gaps, isPaintedMatrix, matrixSize } from './sizes';
import { countAt, type LedgerTerms, sumAfter } from './terms';

interface Props {
  readonly trace: Trace;
  readonly ledger: LedgerTerms;
  readonly onOpen: Open;
}

/** The sum of the terms so far, at the right of the columns. */
export const Sum = ({ trace, ledger, onOpen }: Props) => {
  const { right, sum: centre, sumWidth } = useColumns();
  const count = useUnrolled((state) => countAt(ledger.terms, state.playhead, 'addedAt'));
  const sum = sumAfter(trace, ledger, count);
  if (!sum) return null;
  const isNumber = sum.length === 1;
  const isNarrow = sumWidth < 90;
  const written = formatNumber(isNumber ? sum[0] : norm(sum), isNarrow && !isNumber ? 2 : 3);
  const all = ledger.terms.length;
  const name = messages.ledger.sum(count, all, isNumber ? written : messages.ledger.norm(written));
  const box = boxFor(ledger.blocks.length);
  const size = matrixSize(ledger.rows, ledger.cols, sumWidth - gaps.sum, box.height);
  return (
    <g
      className="ledger-sum"
      transform={`translate(${centre + 6} 0)`}
      {...figureProps(name, false, 'sum', onOpen)}
    >
      <rect className="ledger-reach" x={-sumWidth / 2} y={8} width={sumWidth} height={box.text} />
      <g transform={`translate(0 ${box.centre})`}>
        <text className="ledger-sign" x={right - centre + 4} dy="0.35em">
          =
        </text>
        <Matrix
          weight={ledger.weight}
          value={sum}
          cols={ledger.cols}
          size={size}
          blocks={ledger.blocks}
          hasLetters
          isPainted={isPaintedMatrix(ledger.rows, ledger.cols, size)}
        />
      </g>
      {!isNumber && (
        <text className="ledger-norm" y={box.text}>
          {written}
        </text>
      )}
      <text
        className="ledger-progress"
        {...(isNarrow ? { x: sumWidth / 2 - 14, style: { textAnchor: 'end' } } : { x: -6 })}
        y={isNumber ? box.centre + size.height / 2 + 22 : box.text + 16}
      >
        {messages.ledger.progress(count, all)}
      </text>
    </g>
  );
};
