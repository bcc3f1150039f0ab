import type { Columns } from '../../layout/columns';
import type { PairsLayout } from '../../layout/pairs';
import { type Pairs, useReached } from './usePairs';

interface Props {
  readonly pairs: Pairs;
  readonly layout: PairsLayout;
  readonly columns: Columns;
}

/**
 * Where truncation ends what an error reaches, once the backward pass has come there: beyond the line nothing is 0, there
 * is nothing.
 */
export const PairCuts = ({ pairs, layout, columns }: Props) => {
  const reached = useReached(pairs);
  const { rows } = pairs;
  const { tops, rowHeight } = layout;
  const edge = (first: number) => columns.x(first) - columns.width / 2;
  const path = rows.map(({ first }, index) => {
    if (first === 1 || first < reached || first < columns.first) return '';
    const before = rows[index - 1];
    const isStep = before !== undefined && before.first !== first;
    const y = tops[index];
    const start = isStep ? `M${edge(before.first)},${y}H${edge(first)}` : `M${edge(first)},${y}`;
    return `${start}v${rowHeight}`;
  });
  return <path className="pairs-cut" d={path.join('')} />;
};

/** Around cells that stand close, behind them: what is palest is seen by it. */
export const PairOutline = ({ pairs, layout, columns }: Props) => {
  const reached = useReached(pairs);
  return pairs.rows.map(({ t, first }, index) => {
    const from = Math.max(first, reached);
    if (from > t) return null;
    const to = Math.min(t, columns.last);
    return (
      <rect
        key={t}
        className="pairs-outline"
        x={columns.x(from) - columns.width / 2}
        y={layout.tops[index]}
        width={Math.max(0, to - from + 1) * columns.width}
        height={layout.rowHeight}
      />
    );
  });
};
