import { learning as text } from '../../messages/learning';
import { useUnrolled } from '../../store';
import { toggleTraining } from '../training/toggle';

/** Begins the training of the present network, or ends it. */
export const RunButton = () => {
  const isRunning = useUnrolled((state) => state.training?.isRunning ?? false);
  return (
    <button type="button" className="button button-strong" onClick={toggleTraining}>
      {isRunning ? text.stop : text.run}
    </button>
  );
};
