import { messages } from '../../messages';
import { run, useUnrolled } from '../../store';
import { lazily } from '../lazily';
import './chain-rule.css';

const text = messages.explanation;

/** The row of factors, loaded after the page stands. */
export const Chain = lazily(() => import('./Chain').then((module) => module.Chain));

/** From the present error back to where the gradient has come: the Jacobians and what each leaves of it. */
export const ChainRule = () => (
  <section className="chain" aria-label={text.chain}>
    <h2 className="section-head">{text.chain}</h2>
    <Chain fallback={<Waiting />} />
  </section>
);

/** As much room as the chain will take: one line before there is a gradient, else an equation, a row and a line. */
const Waiting = () => {
  const isBackward = useUnrolled((state) => state.playhead > run(state).plan.bounds.backward);
  return <div style={{ minHeight: isBackward ? '13.75rem' : '1.21875rem' }} />;
};
