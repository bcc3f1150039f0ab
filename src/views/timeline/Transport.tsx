import type { ReactNode } from 'react';
import { messages } from '../../messages';
import {
  setSpeed,
  setStride,
  speeds,
  step,
  toFirst,
  togglePlay,
  toLast,
  usePlan,
  useUnrolled,
} from '../../store';
import { Choice } from '../charts/Choice';
import { writtenPosition } from './position';
import './transport.css';

const text = messages.timeline;

/** First, previous, play, next, last; how far a stride goes, how fast it plays, and where it stands. */
export const Transport = () => {
  const plan = usePlan();
  const isPlaying = useUnrolled((state) => state.playing);
  const isAtStart = useUnrolled((state) => state.playhead === 0);
  const isAtEnd = useUnrolled((state) => state.playhead >= plan.ops.length);
  return (
    <fieldset className="transport">
      <legend className="visually-hidden">{text.transport}</legend>
      <div className="transport-main">
        <div className="transport-buttons">
          <Button name={text.first} isOff={isAtStart} onPress={toFirst}>
            <path d="M6 5v14M18 6l-8 6 8 6z" />
          </Button>
          <Button name={text.previous} isOff={isAtStart} onPress={() => step(-1)}>
            <path d="M16 6l-8 6 8 6z" />
          </Button>
          <Button name={isPlaying ? text.pause : text.play} isMain onPress={togglePlay}>
            {isPlaying ? (
              <path d="M8.5 6v12M15.5 6v12" strokeWidth={4} />
            ) : (
              <path d="M8 5.5l10 6.5-10 6.5z" />
            )}
          </Button>
          <Button name={text.next} isOff={isAtEnd} onPress={() => step(1)}>
            <path d="M8 6l8 6-8 6z" />
          </Button>
          <Button name={text.last} isOff={isAtEnd} onPress={toLast}>
            <path d="M18 5v14M6 6l8 6-8 6z" />
          </Button>
        </div>
        <Position />
      </div>
      <div className="transport-settings">
        <Stride />
        <Speed />
      </div>
    </fieldset>
  );
};

interface ButtonProps {
  readonly name: string;
  readonly isMain?: boolean;
  /** Nothing to do at this end. The button keeps the focus, so that a keyboard does not lose its place. */
  readonly isOff?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

const Button = ({ name, isMain = false, isOff = false, onPress, children }: ButtonProps) => (
  <button
    type="button"
    className={isMain ? 'transport-button transport-play' : 'transport-button'}
    aria-disabled={isOff || undefined}
    onClick={onPress}
  >
    <svg viewBox="0 0 24 24" aria-hidden="true">
      {children}
    </svg>
    <span className="transport-tip">{name}</span>
  </button>
);

/** The position changes with every operation, so it is a component of its own. */
const Position = () => {
  const plan = usePlan();
  const playhead = useUnrolled((state) => state.playhead);
  return <output className="transport-position">{writtenPosition(plan, playhead)}</output>;
};

const Stride = () => {
  const stride = useUnrolled((state) => state.stride);
  return <Choice hasLabel name={text.stride} choices={text.strides} value={stride} onChange={setStride} />;
};

const Speed = () => {
  const speed = useUnrolled((state) => state.speed);
  return (
    <label className="transport-speed">
      <span>{text.speed}</span>
      <select value={speed} onChange={({ target }) => setSpeed(Number(target.value))}>
        {speeds.map((each) => (
          <option key={each} value={each}>
            {text.times(String(each))}
          </option>
        ))}
      </select>
    </label>
  );
};
