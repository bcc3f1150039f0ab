import { predict as text } from '../../messages/predict';
import { useUnrolled } from '../../store';
import { changePredicting, resetScore } from '../../store/predict';
import { Choice } from '../charts/Choice';

const outcomes = ['first', 'later', 'shown'] as const;

/** What is asked for and how, and how it went so far. */
export const PredictingSetUp = () => {
  const predict = useUnrolled((state) => state.predict);
  const score = useUnrolled((state) => state.question?.score);
  if (!predict) return null;
  return (
    <fieldset className="predicting-set-up">
      <legend className="section-head">{text.settings}</legend>
      <Choice
        hasLabel
        name={text.by}
        choices={text.bys}
        value={predict.by}
        onChange={(by) => changePredicting({ by })}
      />
      <Choice
        hasLabel
        name={text.way}
        choices={text.ways}
        value={predict.way}
        onChange={(way) => changePredicting({ way })}
      />
      {predict.by === 'time step' && <p className="predicting-note">{text.byStep}</p>}
      {score && predict.way === 'ask' && (
        <div className="predicting-score">
          <dl aria-label={text.score}>
            {outcomes.map((outcome) => (
              <div key={outcome}>
                <dt>{text.scores[outcome]}</dt>
                <dd>{score[outcome]}</dd>
              </div>
            ))}
          </dl>
          <button type="button" className="button" onClick={resetScore}>
            {text.resetScore}
          </button>
        </div>
      )}
    </fieldset>
  );
};
