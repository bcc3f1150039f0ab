import { messages } from '../messages';
import { present } from '../store/actions';
import { useRecentMove } from './presenting';

/** The way out of presenting: out of the audience's sight until the pointer moves or the keyboard reaches it. */
export const LeavePresenting = () => {
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
