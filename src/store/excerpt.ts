/** The steps of a long sequence that have a column of the score: a window on it that follows the playhead. */
import { focusIn } from './focus';
import type { State } from './state';

/** Longer sequences are shown as an excerpt from the start. */
const LONGEST_WHOLE = 60;
/** The window turns like a page: so many steps before the page's first and behind its last belong to its neighbours. */
const OVERLAP = 1;
/** Fewer steps are no excerpt. */
export const FEWEST_STEPS = 3;

/**
 * The first and the last step in sight. The window is where it was put as long as the step in focus is in it; else it has
 * been turned, by whole pages, to where that step is.
 *
 * @param most as many steps as fit
 */
export function stepsInSight(state: State, most: number): { readonly first: number; readonly last: number } {
  const { T } = state.setup;
  const { excerpt, playhead } = state;
  if (!excerpt && T <= LONGEST_WHOLE) return { first: 1, last: T };
  const count = Math.min(T, Math.max(FEWEST_STEPS, Math.min(most, excerpt?.count ?? most)));
  const put = within(excerpt?.from ?? 1, T, count);
  const t = focusIn(state)?.t ?? 0;
  const isThere = t === 0 || playhead === excerpt?.at || (t >= put && t < put + count);
  const first = isThere ? put : turnedTo(t, put, T, count);
  return { first, last: first + count - 1 };
}

/** The first step of the page that holds step t, pages following on one another from the window that begins at `put`. */
function turnedTo(t: number, put: number, T: number, count: number): number {
  const stride = Math.max(1, count - 2 * OVERLAP);
  const page = Math.floor((t - put - OVERLAP) / stride);
  return within(put + page * stride, T, count);
}

export const within = (first: number, T: number, count: number): number =>
  Math.max(1, Math.min(T - count + 1, first));
