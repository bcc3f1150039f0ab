import { messages } from '../messages';
import { useUnrolled } from '../store';
import { dismissNotice } from '../store/actions';

/** What went wrong outside of the network, such as a damaged link, until it is dismissed. */
export const Notice = () => {
  const notice = useUnrolled((state) => state.notice);
  return (
    <div className="notice-place" role="alert">
      {notice !== null && (
        <div className="notice">
          <p>{notice}</p>
          <button type="button" className="button" onClick={() => dismissNotice()}>
            {messages.shell.dismiss}
          </button>
        </div>
      )}
    </div>
  );
};
