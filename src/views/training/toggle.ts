import { messages } from '../../messages';
import { store } from '../../store';
import { say } from '../../store/look';

/** Begins a training, or ends the one that runs; what does that is loaded when first asked for. */
export function toggleTraining(): void {
  void import('../../player/training/run')
    .then(({ startTraining, stopTraining }) =>
      store.getState().training?.isRunning ? stopTraining() : startTraining(),
    )
    .catch(() => say(messages.shell.notLoaded));
}
