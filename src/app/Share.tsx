import { useEffect, useId, useRef, useState } from 'react';
import { messages } from '../messages';
import { settleAddress } from '../store';

const shell = messages.shell;

/** How long the confirmation stays, in ms. */
const CONFIRMED = 4000;

/** Copies the link to this very step; where the browser refuses, shows it selected, to be copied by hand. */
export const Share = () => {
  const id = useId();
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'refused'>('none');
  const [link, setLink] = useState('');
  const box = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (outcome === 'refused') box.current?.select();
    if (outcome !== 'copied') return;
    const timer = setTimeout(() => setOutcome('none'), CONFIRMED);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async () => {
    settleAddress();
    setLink(location.href);
    setOutcome('none');
    try {
      await navigator.clipboard.writeText(location.href);
      setOutcome('copied');
    } catch {
      setOutcome('refused');
    }
  };

  return (
    <div className="share">
      <button type="button" className="button" onClick={() => void copy()}>
        {shell.share}
      </button>
      <div className="share-outcome" role="status">
        {outcome === 'copied' && <p>{shell.copied}</p>}
        {outcome === 'refused' && <p>{shell.copyYourself}</p>}
      </div>
      {outcome === 'refused' && (
        <div className="share-link">
          <label htmlFor={id}>{shell.link}</label>
          <input
            id={id}
            ref={box}
            readOnly
            value={link}
            onFocus={(event) => event.currentTarget.select()}
            onKeyDown={(event) => event.key === 'Escape' && setOutcome('none')}
          />
          <button type="button" className="button" onClick={() => setOutcome('none')}>
            {shell.close}
          </button>
        </div>
      )}
    </div>
  );
};
