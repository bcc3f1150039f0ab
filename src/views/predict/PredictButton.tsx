import { messages } from '../../messages';
import { say, useUnrolled } from '../../store';

const toggle = () =>
  void import('../../store/predict').then(
    ({ togglePredicting }) => togglePredicting(),
    () => say(messages.shell.notLoaded),
  );

/** Begins to predict, or ends it. */
export const PredictButton = () => {
  const isOn = useUnrolled((state) => state.predict !== null);
  return (
    <button type="button" className="button predict-button" aria-pressed={isOn} onClick={toggle}>
      {messages.shell.predict}
    </button>
  );
};
