import { talk as text } from '../../messages/talk';
import { useUnrolled } from '../../store';
import { setClicker } from '../../store/clicker';
import { nextIn, placeIn, walk } from '../../store/talk';
import { Choice } from '../charts/Choice';
import './talk-bar.css';

/** Longer titles are written smaller in a lecture hall. */
const LONG = 40;

/** Where one is in the talk: which moment, and its title; presenting, also what the clicker walks. */
export const TalkBar = () => {
  const talk = useUnrolled((state) => state.talk);
  const place = useUnrolled(placeIn);
  const isPresenting = useUnrolled((state) => state.presenting);
  const clicker = useUnrolled((state) => state.clicker);
  if (talk.length === 0) return null;
  const title = talk[place]?.title;
  return (
    <section className={isPresenting ? 'talk-bar is-hall' : 'talk-bar'} aria-label={text.region}>
      {!isPresenting && <Walk direction={-1} />}
      <p className="talk-bar-moment" role="status">
        <span className="talk-bar-place">
          {title === undefined ? text.count(talk.length) : text.of(place + 1, talk.length)}
        </span>{' '}
        {title !== undefined && (
          <span className={title.length > LONG ? 'talk-bar-title is-long' : 'talk-bar-title'}>{title}</span>
        )}
      </p>
      {isPresenting ? (
        <Choice hasLabel name={text.clicker} choices={text.clickers} value={clicker} onChange={setClicker} />
      ) : (
        <Walk direction={1} />
      )}
    </section>
  );
};

/** The way to the moment before or after. */
const Walk = ({ direction }: { direction: 1 | -1 }) => {
  const isEnd = useUnrolled((state) => nextIn(state, direction) === undefined);
  return (
    <button
      type="button"
      className="button talk-bar-walk"
      aria-label={direction < 0 ? text.previous : text.next}
      disabled={isEnd}
      onClick={() => walk(direction)}
    >
      <svg width={10} height={12} viewBox="0 0 10 12" aria-hidden="true">
        <path d={direction < 0 ? 'M9 0V12L1 6Z' : 'M1 0V12L9 6Z'} fill="currentColor" />
      </svg>
    </button>
  );
};
