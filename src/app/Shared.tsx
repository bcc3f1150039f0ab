import { useEffect, useId, useRef, useState } from 'react';
import { messages } from '../messages';
import { share as text } from '../messages/share';
import { settleAddress, store } from '../store';
import { leftOut } from '../store/link';
import { copyText } from '../views/inspector/copy-text';

/** How long the confirmation stays, in ms. */
const CONFIRMED = 4000;

/** The address, brought up to this step, and what it opens. */
function linkNow() {
  settleAddress();
  // A talk that is too long for the address leaves its point at the end.
  const hasTalk = store.getState().talk.length > 0 && !location.hash.endsWith('.');
  const left = leftOut(store.getState());
  if (left) return { href: location.href, copied: text.left[left] };
  return { href: location.href, copied: hasTalk ? text.copiedTalk : text.copied };
}

/** Copies the link to this very step, once; where the browser refuses, shows it selected, to be copied by hand. */
export const Shared = () => {
  const id = useId();
  const [link] = useState(linkNow);
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'refused'>('none');
  const box = useRef<HTMLInputElement>(null);

  useEffect(() => {
    let isOver = false;
    void copyText(link.href).then((isCopied) => {
      if (!isOver) setOutcome(isCopied ? 'copied' : 'refused');
    });
    return () => {
      isOver = true;
    };
  }, [link]);
  useEffect(() => {
    if (outcome === 'refused') box.current?.select();
    if (outcome !== 'copied') return;
    const timer = setTimeout(() => setOutcome('none'), CONFIRMED);
    return () => clearTimeout(timer);
  }, [outcome]);

  return (
    <>
      <div className="share-outcome" role="status">
        {outcome === 'copied' && <p>{link.copied}</p>}
        {outcome === 'refused' && <p>{text.copyYourself}</p>}
      </div>
      {outcome === 'refused' && (
        <div className="share-link">
          <label htmlFor={id}>{text.link}</label>
          <input
            id={id}
            ref={box}
            readOnly
            value={link.href}
            onFocus={(event) => event.currentTarget.select()}
            onKeyDown={(event) => event.key === 'Escape' && setOutcome('none')}
          />
          <button type="button" className="button" onClick={() => setOutcome('none')}>
            {messages.shell.close}
          </button>
        </div>
      )}
    </>
  );
};
