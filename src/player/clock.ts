/** Playing: a clock that moves the playhead on. What it does in a time is a pure function; the timer only calls it. */
import type { Stride } from '../engine';
import { advance, pause, store } from '../store';

/** How long one stride stays on the screen at speed 1, in ms: long enough to read what it says. */
const PACE: Readonly<Record<Stride, number>> = { operation: 830, 'time step': 1250, pass: 2500 };

/** How long one stride takes, in ms. */
export function paceOf(speed: number, stride: Stride): number {
  return PACE[stride] / speed;
}

/** How many whole strides are due after so many milliseconds. */
export function tick(elapsedMs: number, speed: number, stride: Stride): number {
  return elapsedMs > 0 ? Math.floor(elapsedMs / paceOf(speed, stride)) : 0;
}

/** After a longer gap between frames the page was asleep; what was missed is not caught up with in a jump. */
const LONGEST_GAP = 250;

type Page = Pick<Window, 'requestAnimationFrame' | 'cancelAnimationFrame' | 'document'>;

/**
 * Moves the playhead on while the store says that it is playing. Playing begins with a stride at once, stops at the end,
 * and pauses when the page is hidden.
 *
 * @returns a function that disconnects
 */
export function connectClock(page: Page): () => void {
  let frame: number | undefined;
  /** Time not yet played, in strides, so that a change of speed neither jumps nor stalls. */
  let due = 0;
  let before: number | undefined;

  const onFrame = (now: number) => {
    const { playing, speed, stride } = store.getState();
    frame = undefined;
    if (!playing) return;
    due += Math.min(LONGEST_GAP, now - (before ?? now)) / paceOf(speed, stride);
    before = now;
    const strides = tick(due * paceOf(speed, stride), speed, stride);
    due -= strides;
    frame = page.requestAnimationFrame(onFrame);
    if (strides > 0) advance(strides);
  };
  const followPlaying = () => {
    const { playing } = store.getState();
    if (playing && frame === undefined) {
      due = 1;
      before = undefined;
      frame = page.requestAnimationFrame(onFrame);
    } else if (!playing && frame !== undefined) {
      page.cancelAnimationFrame(frame);
      frame = undefined;
    }
  };
  const onVisibility = () => {
    if (page.document.hidden) pause();
  };
  const disconnect = store.subscribe(followPlaying);
  page.document.addEventListener('visibilitychange', onVisibility);
  followPlaying();
  return () => {
    disconnect();
    page.document.removeEventListener('visibilitychange', onVisibility);
    if (frame !== undefined) page.cancelAnimationFrame(frame);
  };
}
