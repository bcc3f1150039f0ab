import { type CSSProperties, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { columnsFor } from '../../layout/columns';
import { messages } from '../../messages';
import { useRun, useUnrolled } from '../../store';
import { GradientChart } from '../charts/GradientChart';
import { Ledger } from '../ledger/Ledger';
import { Network } from '../network/Network';
import { Timeline } from '../timeline/Timeline';
import { Transport } from '../timeline/Transport';
import { ColumnsContext } from './columns-context';
import { FocusColumn } from './FocusColumn';
import { frameFor } from './frame';
import { Legend } from './Legend';
import './score.css';

/** Until it is measured, the card is as wide as the middle of a 1440 px window leaves it. */
const USUAL_WIDTH = 780;

/**
 * The score: every row on the same columns, one for each time step. It measures itself, scrolls sideways inside its
 * own card where the columns do not fit, and is enlarged as a whole while presenting.
 */
export const Score = () => {
  const { plan } = useRun();
  const isPresenting = useUnrolled((state) => state.presenting);
  const card = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(USUAL_WIDTH);
  useLayoutEffect(() => {
    const element = card.current;
    if (!element) return;
    const measure = () => setWidth(Math.floor(element.clientWidth) || USUAL_WIDTH);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const { scale, gutter, available } = frameFor(width, isPresenting, plan.shape.T);
  const columns = useMemo(() => columnsFor(available, plan.shape.T), [available, plan.shape.T]);
  return (
    <ColumnsContext value={columns}>
      <div className={isPresenting ? 'score is-presenting' : 'score'}>
        <section
          className="score-scroll"
          ref={card}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          tabIndex={0}
          aria-label={messages.network.score}
          style={{ '--score-scale': scale, '--score-gutter': `${gutter}px` } as CSSProperties}
        >
          <div className="score-rows">
            <FocusColumn />
            <Network />
            <GradientChart />
            <Ledger />
            <Timeline />
          </div>
        </section>
        <div className="score-foot">
          <Legend />
          <Transport />
        </div>
      </div>
    </ColumnsContext>
  );
};
