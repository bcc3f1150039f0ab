import { opAt } from '../../engine';
import { run, useUnrolled } from '../../store';
import { useColumns } from './columns-context';

/** The column of the step in focus, behind all rows. */
export const FocusColumn = () => {
  const { x, width } = useColumns();
  const t = useUnrolled((state) => opAt(run(state).plan, state.playhead)?.t ?? 0);
  if (t === 0) return null;
  const left = x(t) - width / 2;
  return (
    <div
      className="score-column"
      style={{
        width: `calc(${width}px * var(--score-scale))`,
        transform: `translateX(calc(${left}px * var(--score-scale)))`,
      }}
    />
  );
};
