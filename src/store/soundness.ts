/** Whether the gradients are right, and the way back where numbers break. */
import { change } from './change';
import { settle } from './frame';
import { run, startOf } from './run';
import { openingState, store } from './state';
import { setPlayhead } from './transport';

/** Compares the gradients with difference quotients; what it finds stands in `check` until the network changes. */
export async function check(): Promise<void> {
  // Few ever ask for it, and nobody before the first picture.
  const { checkGradients } = await import('../engine/check');
  settle();
  const state = store.getState();
  store.setState({ check: checkGradients(run(state).trace, startOf(state)) });
}

/** Moves the playhead to the first operation that wrote a number which is not finite. */
export function toBroken(): void {
  const { broken } = run(store.getState());
  if (broken) setPlayhead(broken.index + 1);
}

/** Back to the last setup and weights whose numbers were all finite; the article's network if there were none. */
export function rescue(): void {
  change((now) => {
    if (!run(now).broken) return null;
    const { setup, trained, updates, errorBefore, comparison, chartOf } = now.sound ?? openingState;
    return { setup, trained, updates, errorBefore, comparison, chartOf, notice: null };
  });
}
