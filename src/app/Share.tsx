import { useState } from 'react';
import { messages } from '../messages';
import { lazily } from '../views/lazily';

/** Copies the link, and says so: of no use before the page stands. */
export const Shared = lazily(() => import('./Shared').then((module) => module.Shared));

/** Copies the link to this very step. */
export const Share = () => {
  const [times, setTimes] = useState(0);
  return (
    <div className="share">
      <button type="button" className="button" onClick={() => setTimes(times + 1)}>
        {messages.shell.share}
      </button>
      {times > 0 && <Shared key={times} />}
    </div>
  );
};
