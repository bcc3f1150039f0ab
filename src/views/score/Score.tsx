import { type CSSProperties, useEffect, useMemo, useRef } from 'react';
import { columnsFor, MOST_COLUMNS, mostColumns } from '../../layout/columns';
import { pairsHeight } from '../../layout/pairs-height';
import { messages } from '../../messages';
import { usePlan, useUnrolled } from '../../store';
import { stepsInSight } from '../../store/excerpt';
import { rowHeight as chartHeight } from '../charts/places';
import { lazily } from '../lazily';
import { rowHeight } from '../ledger/places';
import { Network } from '../network/Network';
import { height as timelineHeight } from '../timeline/places';
import { Transport } from '../timeline/Transport';
import { ColumnsContext, ScaleContext, SeenContext, useColumns } from './columns-context';
import { FocusColumn } from './FocusColumn';
import { Legend } from './Legend';
import './score.css';
import { useFrame } from './use-frame';

/** A sequence of so few steps is seen as a whole. */
const FEW_STEPS = 12;

/** What stands below the network; it is loaded apart: the network stands first. */
export const Rows = lazily(() => import('./Rows').then((module) => module.Rows));

/** What the score is while set-ups are compared: above its rows, its rows, and below them. */
export const Comparison = lazily(() => import('../compare/Comparison').then((module) => module.Comparison));

/** The whole of a sequence that does not fit, and what moves the window on it. */
const Strip = lazily(() => import('../strip/Strip').then((module) => module.Strip));

/**
 * The score: every row on the same columns, one for each time step. It measures itself, scrolls sideways inside its
 * own card where the columns do not fit, and is enlarged as a whole while presenting.
 */
export const Score = () => {
  const plan = usePlan();
  const isPresenting = useUnrolled((state) => state.presenting);
  const card = useRef<HTMLDivElement>(null);
  const rows = useRef<HTMLDivElement>(null);
  const { cell, T, H, X, Y, errorAt, clip } = plan.shape;
  const isFolded = useUnrolled((state) => state.folded);
  const isComparing = useUnrolled((state) => state.comparison !== null);
  const heard = useUnrolled((state) => state.heard);
  const drawing = [cell, T, H, X, Y, errorAt, clip, isFolded, isComparing, heard].join();
  const frame = useFrame(card, rows, isPresenting, Math.min(T, MOST_COLUMNS), drawing);
  const { scale, gutter, available } = frame;
  const inSight = useUnrolled((state) => {
    const { first, last } = stepsInSight(state, mostColumns(available));
    return `${first} ${last}`;
  });
  const columns = useMemo(() => {
    const [first, last] = inSight.split(' ').map(Number);
    return columnsFor(available, T, isPresenting, { first, last });
  }, [available, T, isPresenting, inSight]);
  // Once the page stands, so that comparing shows it at once.
  useEffect(() => void Comparison.load(), []);
  return (
    <ScaleContext value={scale}>
      <ColumnsContext value={columns}>
        <div className={isPresenting ? 'score is-presenting' : 'score'} style={{ width: frame.width }}>
          {isComparing && <Comparison part="head" fallback={<div className="score-waiting-head" />} />}
          <section
            className={columns.steps.length < T ? 'score-scroll is-window' : 'score-scroll'}
            ref={card}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
            tabIndex={0}
            aria-label={messages.network.score}
            style={
              {
                '--score-scale': scale,
                '--score-gutter': `${gutter}px`,
                '--score-seen': `${available * scale}px`,
              } as CSSProperties
            }
          >
            <div className="score-rows" ref={rows}>
              <FocusColumn seen={available} />
              {isComparing ? (
                <Comparison part="rows" fallback={<div className="score-waiting-rows" />} />
              ) : (
                <>
                  <SeenContext value={available}>
                    <Network />
                  </SeenContext>
                  <Rows fallback={<Waiting isNarrow={frame.isNarrow} />} />
                </>
              )}
            </div>
          </section>
          {isComparing && <Comparison part="foot" />}
          <div className="score-foot">
            {T > FEW_STEPS && <Strip card={card} most={mostColumns(available)} gutter={gutter} />}
            <Legend />
            <Transport />
          </div>
        </div>
      </ColumnsContext>
    </ScaleContext>
  );
};

/** As much room as the rows will take. */
const Waiting = ({ isNarrow }: { isNarrow: boolean }) => {
  const plan = usePlan();
  const isPresenting = useUnrolled((state) => state.presenting);
  const isOpen = useUnrolled((state) => state.heard !== 'closed');
  const { steps } = useColumns();
  const pairs = pairsHeight(isOpen, Math.min(plan.shape.errorAt.length, steps.length), isPresenting);
  const heights = [pairs, chartHeight(isNarrow), rowHeight(0), timelineHeight].filter((height) => height > 0);
  return heights.map((height) => (
    <div key={height} className="score-row">
      <div style={{ height: `calc(${height}px * var(--score-scale))` }} />
    </div>
  ));
};
