import { pairs as text } from '../../messages/pairs';
import { useUnrolled } from '../../store';
import { setHeard } from '../../store/actions';
import { OpenPairs } from './OpenPairs';
import './pairs.css';

/** Who hears whom, as a row of the score: closed, one line with a button that opens it. */
export const Pairs = () => {
  const isOpen = useUnrolled((state) => state.heard !== 'closed');
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
        <OpenPairs title={title} />
      ) : (
        <>
          <div className="score-label">{title}</div>
          <p className="pairs-closed">{text.closed}</p>
        </>
      )}
    </section>
  );
};
