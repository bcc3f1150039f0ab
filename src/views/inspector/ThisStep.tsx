import { useEffect } from 'react';
import { messages } from '../../messages';
import { focusIn, useUnrolled } from '../../store';
import { lazily } from '../lazily';
import { loadKatex } from './load-katex';
import './this-step.css';

const text = messages.explanation;

/** The account of an operation, loaded apart. */
export const Account = lazily(() => import('./Account').then((module) => module.Account));

const Predicting = lazily(() => import('../predict/Predicting').then((module) => module.Predicting));

/** What the operation at the playhead does: its equation in symbols and in numbers, and why it is so. */
export const ThisStep = () => {
  const op = useUnrolled(focusIn);
  const isPresenting = useUnrolled((state) => state.presenting);
  const isPredicting = useUnrolled((state) => state.predict !== null);
  const waiting = <div className="this-step-waiting" />;
  const shown = op === undefined ? <Invitation /> : <Account op={op} fallback={waiting} />;
  // Once the page stands, so that the first step finds its equation there.
  useEffect(() => {
    void Account.load();
    void loadKatex();
  }, []);
  return (
    <section className={`this-step${isPresenting ? ' this-step-hall' : ''}`} aria-label={text.thisStep}>
      {isPredicting ? <Predicting fallback={waiting}>{shown}</Predicting> : shown}
    </section>
  );
};

const Invitation = () => {
  const T = useUnrolled((state) => state.setup.T);
  return (
    <>
      <p className="this-step-kicker">{text.invitationKicker}</p>
      <h2 className="this-step-title">{text.invitationTitle(T)}</h2>
      <p className="this-step-why">{text.invitation(T)}</p>
      <p className="this-step-why">{text.howToStart}</p>
    </>
  );
};
