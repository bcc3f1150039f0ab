import type { RefObject } from 'react';
import { messages } from '../messages';
import { present } from '../store/actions';
import { useFollowing, useFullScreen, useHallType, useRecentMove } from './presenting-effects';

interface PresentingProps {
  /** What scrolls. */
  readonly middle: RefObject<HTMLElement | null>;
  /** The equation's panel. */
  readonly explanation: RefObject<HTMLElement | null>;
}

/**
 * While it is on the page, the workbench is presented: it fills the screen in type for a hall, and follows the playhead.
 * What is seen of it is the way out, out of the audience's sight until the pointer moves or the keyboard reaches it.
 */
export const Presenting = ({ middle, explanation }: PresentingProps) => {
  useFullScreen();
  useFollowing(middle);
  useHallType(explanation);
  const isSeen = useRecentMove();
  return (
    <button
      type="button"
      className={`button leave-presenting${isSeen ? ' is-seen' : ''}`}
      onClick={() => present(false)}
    >
      {messages.shell.leavePresenting}
    </button>
  );
};
