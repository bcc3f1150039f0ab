/** Moving the window on a long sequence: undo knows nothing of it, a link does. */
import { FEWEST_STEPS, within } from './excerpt';
import { store } from './state';

/** Puts the window at `first`, over so many steps. */
export function showSteps(first: number, count: number): void {
  const { setup, playhead, excerpt } = store.getState();
  const { T } = setup;
  if (![first, count].every(Number.isFinite)) return;
  const steps = Math.round(Math.max(FEWEST_STEPS, Math.min(T, count)));
  const from = within(Math.round(first), T, steps);
  if (excerpt?.from === from && excerpt.count === steps && excerpt.at === playhead) return;
  store.setState({ excerpt: { from, count: steps, at: playhead } });
}

/** Lets the window follow the playhead again, as wide as fits: the whole sequence, where that does. */
export function showAll(): void {
  if (store.getState().excerpt) store.setState({ excerpt: null });
}
