import { messages } from '../../messages';
import { usePlan } from '../../store';
import { lazily } from '../lazily';
import { heightOf } from './gate-rows';
import './weights.css';

const text = messages.explanation;

/** What the weights look like. It is loaded apart: the score stands first. */
export const WeightList = lazily(() => import('./WeightList').then((module) => module.WeightList));

/** The weights beside the sums of their gradients so far, and what the update makes of them. */
export const Weights = () => (
  <section className="weights" aria-label={text.weights}>
    <h2 className="section-head">{text.weights}</h2>
    <WeightList fallback={<Waiting />} />
    <p className="weights-hint">{text.clickToChange}</p>
  </section>
);

/** As much room as the weights will take. */
const Waiting = () => {
  const plan = usePlan();
  return plan.weights.map((weight) => {
    const { rows, cols } = plan.cells.get(weight) ?? { rows: 1, cols: 1 };
    return <div key={weight} style={{ height: `${1.75 + heightOf(rows, cols)}rem` }} />;
  });
};
