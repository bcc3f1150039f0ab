import type { ReactNode } from 'react';
import { useColumns } from './columns-context';
import './score.css';

interface ScoreRowProps {
  /** Name of the row's region in the accessibility tree. */
  readonly region: string;
  /** What stays at the left while the columns scroll: a title and short notes. */
  readonly label: ReactNode;
  /** Height of the drawing, in the units of the columns. */
  readonly height: number;
  /** Of a drawing that stands on no columns: it stays where it is while they scroll. */
  readonly width?: number;
  /** The drawing: svg content in the coordinates of `useColumns()`, y from 0 to `height`. */
  readonly children: ReactNode;
  /** What lies below the drawing, as large as that: a canvas. */
  readonly under?: ReactNode;
  /** HTML laid over the drawing, in the same coordinates (a slider, a button). */
  readonly over?: ReactNode;
  /** HTML below the drawing, as wide as what is seen of it. */
  readonly foot?: ReactNode;
}

/**
 * A row of the score: its label, which stays in sight, and one svg on the shared columns. Presenting enlarges the
 * drawing as a whole (`--score-scale`), so pointer coordinates must be turned into the svg's by its own matrix.
 */
export const ScoreRow = (props: ScoreRowProps) => {
  const { region, label, height, children, under, over, foot } = props;
  const { total } = useColumns();
  const { width = total } = props;
  return (
    <section className="score-row" aria-label={region}>
      <div className="score-label">{label}</div>
      <div className={props.width === undefined ? 'score-drawing' : 'score-drawing is-still'}>
        {under}
        <svg
          className="score-svg"
          viewBox={`0 0 ${width} ${height}`}
          style={{
            width: `calc(${width}px * var(--score-scale))`,
            height: `calc(${height}px * var(--score-scale))`,
          }}
          role="presentation"
        >
          {children}
        </svg>
        {over && (
          <div className="score-over" style={{ width, height }}>
            {over}
          </div>
        )}
        {foot && <div className="score-row-foot">{foot}</div>}
      </div>
    </section>
  );
};
