import { memo } from 'react';
import { inkOn, palette } from '../../layout/colour';
import type { Columns } from '../../layout/columns';
import type { PairsLayout } from '../../layout/pairs';
import { useTheme, useUnrolled } from '../../store';
import { fitNumber } from '../network/fit-number';
import { isCutShort, isShortened, type Pairs } from './usePairs';

interface Props {
  readonly j: number;
  readonly pairs: Pairs;
  readonly layout: PairsLayout;
  readonly columns: Columns;
}

/** What one state is taught: a cell for each error that reaches it. Nothing before the backward pass has. */
export const PairColumn = memo(function PairColumn(props: Props) {
  const { j, pairs } = props;
  const isKnown = useUnrolled((state) => state.playhead >= pairs.knownAt[j]);
  return isKnown ? <KnownColumn {...props} /> : null;
});

const KnownColumn = ({ j, pairs, layout, columns }: Props) => {
  const { rows, together } = pairs;
  const { tops, rowHeight, sumHeight } = layout;
  const heard = rows.flatMap((row, index) => (row.first <= j && j <= row.t ? [{ row, y: tops[index] }] : []));
  const [x, { width }] = [columns.x(j) - columns.width / 2, columns];
  const isOneByOne = layout.seam > 0;
  return (
    <g>
      {heard.map(({ row, y }) => (
        <PairCell
          key={row.t}
          norm={row.norms[j]}
          isMarked={pairs.isClipped && isShortened(row, j)}
          box={{ x, y, width, height: rowHeight }}
          {...{ pairs, layout, isOneByOne }}
        />
      ))}
      {rows.length > 1 && (
        <PairCell
          norm={together[j]}
          isMarked={isCutShort(pairs, j)}
          box={{ x, y: tops[rows.length], width, height: sumHeight }}
          isOneByOne
          {...{ pairs, layout }}
        />
      )}
    </g>
  );
};

interface CellProps {
  readonly norm: number;
  /** Whether clipping shortened it. */
  readonly isMarked: boolean;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly pairs: Pairs;
  readonly layout: PairsLayout;
  readonly isOneByOne: boolean;
}

/** One norm as a colour and, where there is room, in writing. What is 0 is hollow: it is there, and it is nothing. */
const PairCell = ({ norm, isMarked, box, pairs, layout, isOneByOne }: CellProps) => {
  const colours = palette(useTheme());
  const { type, seam } = layout;
  const isHollow = norm === 0 || Number.isNaN(norm);
  const fill = isHollow ? undefined : colours.gradient(norm, pairs.domain);
  const [x, y] = [box.x + seam / 2, box.y + seam / 2];
  const [width, height] = [box.width - seam, box.height - seam];
  const cut = Math.min(7, width / 3, height / 2);
  return (
    <>
      <rect
        className={`${isOneByOne ? 'pairs-cell' : 'pairs-dot'}${isHollow ? ' is-hollow' : ''}`}
        {...{ x, y, width, height }}
        rx={isOneByOne ? 2.5 : 0}
        fill={fill}
      />
      {isMarked && <path className="pairs-mark" d={`M${x + width},${y}v${cut}l${-cut},${-cut}Z`} />}
      {type > 0 && (
        <text
          className={isHollow ? 'pairs-number is-hollow' : 'pairs-number'}
          x={box.x + box.width / 2}
          y={box.y + box.height / 2}
          dy="0.36em"
          fontSize={type}
          fill={fill === undefined ? undefined : inkOn(fill)}
        >
          {fitNumber(norm, width - (isMarked ? 9 : 4), type)}
        </text>
      )}
    </>
  );
};
