import { useLayoutEffect, useRef } from 'react';
import { focusIn, useUnrolled } from '../../store';
import { useColumns } from './columns-context';

/** Scrolls `card` sideways, no further than needed, until the column stands clear of the labels and of the edge. */
const bringIntoView = (column: HTMLElement, card: HTMLElement): void => {
  if (card.scrollWidth <= card.clientWidth) return;
  const gutter = card.querySelector('.score-label')?.getBoundingClientRect().width ?? 0;
  const { left, width } = column.getBoundingClientRect();
  const start = left - card.getBoundingClientRect().left;
  // The step before stays in sight as well: that is where the gradient goes and the state comes from.
  const before = start - width - gutter;
  const behind = start + width - card.clientWidth;
  if (before < 0) card.scrollLeft += before;
  else if (behind > 0) card.scrollLeft += behind;
};

/** The column of the step in focus, behind all rows; where the score is wider than what is seen of it, it follows. */
export const FocusColumn = ({ seen }: { readonly seen: number }) => {
  const { x, width, total } = useColumns();
  const t = useUnrolled((state) => focusIn(state)?.t ?? 0);
  const column = useRef<HTMLDivElement>(null);
  const left = x(t) - width / 2;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `left` is where the column stands; when it moves, the score follows
  useLayoutEffect(() => {
    // To ask where things stand takes a layout of its own: not where all columns are in sight.
    const card = total > seen && column.current?.closest<HTMLElement>('.score-scroll');
    if (column.current && card) bringIntoView(column.current, card);
  }, [left, total > seen]);
  if (t === 0) return null;
  return (
    <div
      ref={column}
      className="score-column"
      style={{
        width: `calc(${width}px * var(--score-scale))`,
        transform: `translateX(calc(${left}px * var(--score-scale)))`,
      }}
    />
  );
};
