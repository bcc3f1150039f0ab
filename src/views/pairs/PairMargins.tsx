import { at, grad } from '../../engine/cells';
import { type Columns, isStepNamed } from '../../layout/columns';
import type { PairsLayout } from '../../layout/pairs';
import { messages } from '../../messages';
import { pairs as text } from '../../messages/pairs';
import { formatNumber, formatShare, label } from '../../notation';
import { MathSymbol } from '../network/Symbol';
import type { Spot } from './say';
import { type Pairs, soFar, useReached } from './usePairs';

interface Props {
  readonly pairs: Pairs;
  readonly layout: PairsLayout;
  readonly columns: Columns;
  readonly spot: Spot | undefined;
}

/** In rows too low for all names, every fifth step has its own. */
const NAMED = 5;

/** The names of rows and columns. */
export const PairNames = ({ pairs, layout, columns, spot }: Props) => {
  const { rows, plan, lane } = pairs;
  const { tops, rowHeight, sumHeight, head, names, hasMargin } = layout;
  const isNamed = (t: number, index: number) =>
    hasMargin || t % NAMED === 0 || (index === 0 && t % NAMED < 3);
  const middle = (index: number) => tops[index] + (index < rows.length ? rowHeight : sumHeight) / 2 + 4.5;
  const size = Math.min(names + 1, Math.max(12, rowHeight * 0.72));
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group takes no focus; the table says the same
    <g aria-hidden="true">
      {columns.steps
        .filter((t) => isStepNamed(t, columns))
        .map((t) => {
          const className = spot?.j === t ? 'pairs-name is-pointed' : 'pairs-name';
          return lane === 'Ws' ? (
            <text key={t} className={`pairs-step ${className}`} x={columns.x(t)} y={head}>
              {messages.network.step(t)}
            </text>
          ) : (
            <MathSymbol
              key={t}
              cell={at(lane, t)}
              x={columns.x(t)}
              y={head}
              size={names}
              className={className}
            />
          );
        })}
      {rows.map(({ t }, index) =>
        isNamed(t, index) ? (
          <MathSymbol
            key={t}
            cell={at('E', t)}
            x={columns.left - 6}
            y={middle(index)}
            size={size}
            anchor="end"
            className={spot?.row === index ? 'pairs-name is-pointed' : 'pairs-name'}
          />
        ) : null,
      )}
      {rows.length > 1 && (
        <MathSymbol
          cell={plan.error}
          x={columns.left - 6}
          y={middle(rows.length)}
          size={names + 1}
          anchor="end"
          className={spot?.row === rows.length ? 'pairs-name is-pointed' : 'pairs-name'}
        />
      )}
    </g>
  );
};

/** What has come of each row so far: what is left of an error at the earliest state reached, or its gradient of Ws. */
export const PairMargin = ({ pairs, layout, columns }: Omit<Props, 'spot'>) => {
  const { rows, lane, together } = pairs;
  const { tops, rowHeight, sumHeight, head, hasMargin } = layout;
  const reached = useReached(pairs);
  const last = rows.at(-1)?.t ?? 0;
  if (reached > last) return null;
  const isTerms = lane === 'Ws';
  const title = isTerms ? text.norm(label(grad('Ws'))) : text.leftAt(label(at(lane, reached)));
  const ofRow = ({ t, first, norms, sums }: Pairs['rows'][number]): string => {
    if (isTerms) return t < reached ? '' : formatNumber(sums[Math.max(first, reached)]);
    if (first > reached && t >= first) return text.cut;
    return reached <= t ? formatShare(norms[reached], norms[t]) : '';
  };
  const ofAll = isTerms
    ? formatNumber(soFar(pairs, reached))
    : formatShare(together[reached], together[last]);
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group takes no focus; the table says the same
    <g className="pairs-margin" aria-hidden="true">
      <text className="pairs-margin-head" x={columns.sum} y={head}>
        {title}
      </text>
      {hasMargin &&
        rows.map((row, index) => (
          <text key={row.t} x={columns.sum} y={tops[index] + rowHeight / 2} dy="0.36em">
            {ofRow(row)}
          </text>
        ))}
      {rows.length > 1 && (
        <text className="pairs-margin-all" x={columns.sum} y={tops[rows.length] + sumHeight / 2} dy="0.36em">
          {ofAll}
        </text>
      )}
    </g>
  );
};
