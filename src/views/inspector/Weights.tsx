import { Suspense } from 'react';
import { messages } from '../../messages';
import { useRun } from '../../store';
import { lazily } from '../lazily';
import { heightOf } from './gate-rows';
import './weights.css';

const { inspector } = messages;

/** What the weights look like. It is loaded apart: the score stands first. */
export const WeightList = lazily(() => import('./WeightList').then((module) => module.WeightList));

/** The weights beside the sums of their gradients so far, and what the update makes of them. */
export const Weights = () => (
  <section className="weights" aria-label={inspector.weights}>
    <h2 className="section-head">{inspector.weights}</h2>
    <Suspense fallback={<Waiting />}>
      <WeightList />
    </Suspense>
    <p className="weights-hint">{inspector.clickToChange}</p>
  </section>
);

/** As much room as the weights will take. */
const Waiting = () => {
  const { plan } = useRun();
  return plan.weights.map((weight) => {
    const { rows, cols } = plan.cells.get(weight) ?? { rows: 1, cols: 1 };
    return <div key={weight} style={{ height: `${1.75 + heightOf(rows, cols)}rem` }} />;
  });
};
