import { connectClock } from '../player/clock';
import { connectHistory } from '../store';

/**
 * Joins the store to the browser: the address and the clock that plays. Before the first drawing, so that what a link
 * holds is what is seen first.
 *
 * @returns a function that disconnects
 */
export const connect = (): (() => void) => {
  const disconnectors = [connectHistory(window), connectClock(window)];
  return () => {
    for (const disconnect of disconnectors) disconnect();
  };
};
