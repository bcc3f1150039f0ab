import { memo } from 'react';
import { palette } from '../../layout/colour';
import { messages } from '../../messages';
import { formatNumber } from '../../notation';
import { useRun, useTheme, useUnrolled } from '../../store';
import { type Labels, NARROW, useLabelled } from '../charts/labelled';
import { useColumns } from '../score/columns-context';
import { figureProps, type Open } from './figure';
import { Matrix } from './Matrix';
import { barHeight } from './paint-ledger';
import { boxFor } from './places';
import { gaps, isBar, isPaintedMatrix, matrixSize } from './sizes';
import type { LedgerTerm, LedgerTerms } from './terms';

interface Props {
  readonly ledger: LedgerTerms;
  readonly term: LedgerTerm;
  /** Whether the term of a later step stands at the right of this one, in sight or not. */
  readonly hasNext: boolean;
  /** The norms of all terms. */
  readonly labels: Labels;
  /** Whether Tab stops here. */
  readonly isEntry: boolean;
  readonly onOpen: Open;
}

/** The term of one step, under its column. Nothing before its operation is done. */
export const TermFigure = (props: Props) => {
  const isKnown = useUnrolled((state) => state.playhead >= props.term.doneAt);
  return isKnown ? <KnownTerm {...props} /> : null;
};

const KnownTerm = memo(({ ledger, term, hasNext, labels, isEntry, onOpen }: Props) => {
  const { x, width, last } = useColumns();
  const { rows, cols } = ledger;
  const { t, norm } = term;
  const [isFocus, hasText] = useLabelled(t, labels);
  const box = boxFor(ledger.blocks.length);
  const size = matrixSize(rows, cols, width - gaps.terms, box.height);
  const isCompressed = isBar(size, width);
  const isNumber = rows * cols === 1;
  const value = isNumber || !isCompressed ? ledger.valueOf(term) : undefined;
  const written = formatNumber(isNumber && value ? value[0] : norm);
  const called = ledger.isImmediate ? messages.ledger.immediateTerm : messages.ledger.term;
  const name = called(String(t), isNumber ? written : messages.ledger.norm(written));
  return (
    <g
      className={isFocus ? 'ledger-term ledger-focus' : 'ledger-term'}
      transform={`translate(${x(t)} 0)`}
      {...figureProps(name, isEntry, t, onOpen)}
    >
      <rect className="ledger-reach" x={-width / 2} y={8} width={width} height={box.text} />
      {isCompressed || value === undefined ? (
        <Bar norm={norm} most={ledger.mostNorm} width={width} box={box} isPlain={ledger.isImmediate} />
      ) : (
        <g transform={`translate(0 ${box.centre})`}>
          <Matrix
            weight={ledger.weight}
            value={value}
            cols={cols}
            size={size}
            blocks={ledger.blocks}
            hasLetters={width - size.width >= 40}
            isPlain={ledger.isImmediate}
            most={ledger.most}
            isPainted={isPaintedMatrix(rows, cols, size)}
          />
          {hasNext && !ledger.isImmediate && (
            <text className="ledger-sign" x={width / 2} dy="0.35em">
              +
            </text>
          )}
        </g>
      )}
      {(isCompressed || !isNumber || !size.hasNumbers) && hasText && (
        // The last of many narrow ones would run into the sum.
        <text
          className="ledger-norm"
          y={box.text}
          {...(width < NARROW && t === last && { x: width / 2, style: { textAnchor: 'end' } })}
        >
          {labels.texts[t]}
        </text>
      )}
    </g>
  );
});

/** A term too narrow for cells: the height of the bar is its norm, on a log scale of six decades below the largest. */
interface BarProps {
  readonly norm: number;
  readonly most: number;
  readonly width: number;
  readonly box: ReturnType<typeof boxFor>;
  /** Whether it is no gradient, whose colour it then may not have. */
  readonly isPlain?: boolean;
}

const Bar = ({ norm, most, width, box, isPlain = false }: BarProps) => {
  const colours = palette(useTheme());
  const { gradientDomain } = useRun();
  const height = barHeight(norm, most, box.height);
  const bottom = box.centre + box.height / 2;
  return (
    <rect
      className={isPlain ? 'ledger-bar is-plain' : 'ledger-bar'}
      x={-width * 0.36}
      y={bottom - height}
      width={width * 0.72}
      height={height}
      rx={Math.min(2, width / 6)}
      fill={isPlain ? undefined : colours.gradient(norm, gradientDomain)}
    />
  );
};
