import { useEffect } from 'react';
import { pairsHeight } from '../../layout/pairs-height';
import { pairs as text } from '../../messages/pairs';
import { usePlan, useUnrolled } from '../../store';
import { setHeard } from '../../store/actions';
import { lazily } from '../lazily';
import './pairs.css';

export const OpenPairs = lazily(() => import('./OpenPairs').then((module) => module.OpenPairs));

/** As high as what is opened will be. */
const Waiting = () => {
  const plan = usePlan();
  const isPresented = useUnrolled((state) => state.presenting);
  const height = pairsHeight(true, plan.shape.errorAt.length, isPresented);
  return <div style={{ height: `calc(${height}px * var(--score-scale))` }} />;
};

/** Who hears whom, as a row of the score: closed, one line with a button that opens it. */
export const Pairs = () => {
  const isOpen = useUnrolled((state) => state.heard !== 'closed');
  // Once the page stands, so that opening it shows it at once.
  useEffect(() => void OpenPairs.load(), []);
  const title = (
    <h2>
      <button
        type="button"
        className="pairs-title"
        aria-expanded={isOpen}
        onClick={() => setHeard(isOpen ? 'closed' : 'S')}
      >
        {text.title}
      </button>
    </h2>
  );
  return (
    <section className={isOpen ? 'score-row pairs' : 'score-row pairs is-closed'} aria-label={text.title}>
      {isOpen ? (
        <OpenPairs title={title} fallback={<Waiting />} />
      ) : (
        <div className="score-label">
          {title}
          <p className="pairs-closed">
            {text.closed}
            <span className="pairs-closed-more">{text.closedMore}</span>
          </p>
        </div>
      )}
    </section>
  );
};
