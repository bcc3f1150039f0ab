import { Suspense, useEffect } from 'react';
import { opAt } from '../../engine';
import { messages } from '../../messages';
import { useRun, useUnrolled } from '../../store';
import { lazily } from '../lazily';
import { loadKatex } from './load-katex';
import './this-step.css';

const { inspector } = messages;

/** The account of an operation, loaded apart. */
export const Account = lazily(() => import('./Account').then((module) => module.Account));

interface ThisStepProps {
  /** `hall`: type that a lecture hall can read. Unless told, it follows whether the app is presenting. */
  readonly size?: 'panel' | 'hall';
}

/** What the operation at the playhead does: its equation in symbols and in numbers, and why it is so. */
export const ThisStep = ({ size }: ThisStepProps) => {
  const { plan } = useRun();
  const op = useUnrolled((state) => opAt(plan, state.playhead));
  const isPresenting = useUnrolled((state) => state.presenting);
  const isHall = (size ?? (isPresenting ? 'hall' : 'panel')) === 'hall';
  // Once the page stands, so that the first step finds its equation there.
  useEffect(() => {
    void Account.load();
    void loadKatex();
  }, []);
  return (
    <section className={`this-step${isHall ? ' this-step-hall' : ''}`} aria-label={inspector.thisStep}>
      {op === undefined ? (
        <Invitation />
      ) : (
        <Suspense fallback={<div className="this-step-waiting" />}>
          <Account op={op} />
        </Suspense>
      )}
    </section>
  );
};

const Invitation = () => {
  const T = useUnrolled((state) => state.setup.T);
  return (
    <>
      <p className="this-step-kicker">{inspector.invitationKicker}</p>
      <h2 className="this-step-title">{inspector.invitationTitle(T)}</h2>
      <p className="this-step-why">{inspector.invitation(T)}</p>
      <p className="this-step-why">{inspector.howToStart}</p>
    </>
  );
};
