import { useRef, useState } from 'react';
import { messages } from '../../messages';
import { useUnrolled } from '../../store';
import { lazily } from '../lazily';
import './check-button.css';

const shell = messages.shell;

const CheckResult = lazily(() => import('./CheckResult').then((module) => module.CheckResult));

/** Lets the browser draw once, so that the button says that it is at work before the work begins. */
const untilDrawn = () =>
  new Promise<void>((done) => {
    requestAnimationFrame(() => setTimeout(done));
  });

/** Compares the gradients with central differences and says what came out, until the network changes. */
export const CheckButton = () => {
  const result = useUnrolled((state) => state.check);
  const [closed, setClosed] = useState<typeof result>(null);
  const [isAtWork, setAtWork] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  const run = async () => {
    if (isAtWork) return;
    setAtWork(true);
    setClosed(null);
    try {
      const [{ check }] = await Promise.all([
        import('../../store/changes'),
        untilDrawn(),
        CheckResult.load(),
      ]);
      await check();
    } finally {
      setAtWork(false);
    }
  };
  const close = () => {
    setClosed(result);
    button.current?.focus();
  };

  return (
    <div className="check">
      <button ref={button} type="button" className="button" aria-busy={isAtWork} onClick={() => void run()}>
        {shell.checkGradients}
      </button>
      <div role="status">
        {isAtWork && <p className="visually-hidden">{shell.checking}</p>}
        {!isAtWork && result !== null && result !== closed && <CheckResult result={result} onClose={close} />}
      </div>
    </div>
  );
};
