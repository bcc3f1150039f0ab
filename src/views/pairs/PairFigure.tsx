import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import type { Columns } from '../../layout/columns';
import { type PairsLayout, spotAt } from '../../layout/pairs';
import { pairs as text } from '../../messages/pairs';
import { store } from '../../store';
import { moved } from './move';
import { PairColumn } from './PairColumn';
import { PairCuts, PairOutline } from './PairCuts';
import { PairMargin, PairNames } from './PairMargins';
import type { Spot } from './say';
import { type Pairs, reachedAt } from './usePairs';

interface Props {
  readonly pairs: Pairs;
  readonly layout: PairsLayout;
  readonly columns: Columns;
  readonly spot: Spot | undefined;
  readonly onSpot: (spot: Spot | undefined) => void;
}

/** The drawing. Pointing at a pair or, with the focus, the arrow keys say its number and light its way; a click keeps it. */
export const PairFigure = ({ pairs, layout, columns, spot, onSpot }: Props) => {
  const [isKept, setKept] = useState(false);
  const { rows } = pairs;
  const reached = () => reachedAt(pairs, store.getState().playhead);
  const spotOf = (event: PointerEvent | React.MouseEvent): Spot | undefined => {
    const box = event.currentTarget.getBoundingClientRect();
    const scale = columns.total / box.width;
    const found = spotAt(
      (event.clientX - box.left) * scale,
      (event.clientY - box.top) * scale,
      layout,
      columns,
    );
    // The name of a column stands for what all errors together teach.
    return found && { row: found.row < 0 ? rows.length - (rows.length > 1 ? 0 : 1) : found.row, j: found.j };
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && spot) {
      event.stopPropagation();
      setKept(false);
      onSpot(undefined);
      return;
    }
    const to = moved(pairs, spot, event.key, reached());
    if (!to) return;
    // The arrows are the pairs' while they have the focus, not the playhead's.
    event.preventDefault();
    setKept(false);
    onSpot(to);
  };
  return (
    <>
      <g className="pairs-drawing">
        <PairNames {...{ pairs, layout, columns, spot }} />
        {layout.seam === 0 && <PairOutline {...{ pairs, layout, columns }} />}
        {columns.steps.map((j) => (
          <PairColumn key={j} {...{ j, pairs, layout, columns }} />
        ))}
        <PairCuts {...{ pairs, layout, columns }} />
        <PairMargin {...{ pairs, layout, columns }} />
        {spot && <Pointed {...{ pairs, layout, columns, spot, isKept }} />}
      </g>
      {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a drawing with a name; keys go from pair to pair, and the table says the same */}
      <rect
        className="pairs-ground"
        role="img"
        tabIndex={0}
        aria-label={text.figure(rows.length, columns.steps.length)}
        x={0}
        y={0}
        width={columns.total}
        height={layout.height}
        onPointerMove={(event) => {
          if (!isKept && event.pointerType === 'mouse') onSpot(spotOf(event));
        }}
        onPointerLeave={() => {
          if (!isKept) onSpot(undefined);
        }}
        onClick={(event) => {
          const to = spotOf(event);
          const isSame = isKept && to?.row === spot?.row && to?.j === spot?.j;
          setKept(to !== undefined && !isSame);
          onSpot(isSame ? undefined : to);
        }}
        onFocus={(event) => {
          if (!spot && event.currentTarget.matches(':focus-visible'))
            onSpot(moved(pairs, undefined, 'End', reached()));
        }}
        onBlur={() => {
          if (!isKept) onSpot(undefined);
        }}
        onKeyDown={onKeyDown}
      />
    </>
  );
};

interface PointedProps extends Omit<Props, 'onSpot'> {
  readonly spot: Spot;
  readonly isKept: boolean;
}

/** The row and the column of what is pointed at, and itself: what the error teaches, what the state is taught. */
const Pointed = ({ pairs, layout, columns, spot, isKept }: PointedProps) => {
  const { rows } = pairs;
  const { tops, rowHeight, sumHeight } = layout;
  const { row, j } = spot;
  const one = rows[row];
  const edge = (step: number) => columns.x(step) - columns.width / 2;
  const height = one ? rowHeight : sumHeight;
  const end = Math.min(columns.last, one ? one.t : (rows.at(-1)?.t ?? 1));
  const heard = rows.flatMap(({ t, first }, index) => (first <= j && j <= t ? [index] : []));
  const [top, bottom] = [heard[0], heard.at(-1)];
  const start = Math.max(columns.first, one ? one.first : 1);
  // Around a cell that its outline would cover.
  const around = layout.seam === 0 ? 1.5 : 0;
  return (
    <>
      <rect
        className="pairs-band"
        x={edge(start)}
        y={tops[row]}
        width={edge(end + 1) - edge(start)}
        height={height}
      />
      {top !== undefined && bottom !== undefined && rows.length > 1 && (
        <rect
          className="pairs-band"
          x={edge(j)}
          y={tops[top]}
          width={columns.width}
          height={tops[bottom] + rowHeight - tops[top]}
        />
      )}
      {j > 0 && (
        <rect
          className={isKept ? 'pairs-spot is-kept' : 'pairs-spot'}
          x={edge(j) - around}
          y={tops[row] - around}
          width={columns.width + 2 * around}
          height={height + 2 * around}
        />
      )}
    </>
  );
};
