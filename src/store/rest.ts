/**
 * Whether the moment is moving: while something is dragged it changes in every frame, and what nobody can read or press
 * meanwhile need not follow before it rests. What changes once, by a key or a click, is at rest at once, and so is what plays.
 */
import { type State, store } from './state';

/**
 * Changes that follow each other within so many ms are a movement, and after so many without one it is over. While
 * something is held a frame may take longer, and the next change is still on its way.
 */
const [PAUSE, HELD] = [120, 300];
/** A training never rests: what waits follows it once in so many ms. */
const GLANCE = 1000;

type Listener = (state: State, before: State) => void;

let isHeld = false;
let isMoving = false;
let changedAt = Number.NEGATIVE_INFINITY;
let restedAt = Number.NEGATIVE_INFINITY;
let timer: ReturnType<typeof setTimeout> | undefined;
/** The latest state at rest. */
let resting: State = store.getState();
const listeners = new Set<Listener>();

const isChange = (state: State, before: State): boolean =>
  state.setup !== before.setup ||
  state.trained !== before.trained ||
  state.playhead !== before.playhead ||
  state.excerpt !== before.excerpt;

function rest(): void {
  isMoving = false;
  restedAt = Date.now();
  const before = resting;
  resting = store.getState();
  for (const listener of listeners) listener(resting, before);
}

store.subscribe((state, before) => {
  if (isChange(state, before)) {
    const now = Date.now();
    const pause = isHeld || state.gesture ? HELD : PAUSE;
    const isUnderWay = state.training?.isRunning ? now - restedAt < GLANCE : now - changedAt < pause;
    isMoving = !state.playing && isUnderWay;
    changedAt = now;
    clearTimeout(timer);
    if (isMoving) timer = setTimeout(rest, pause);
  }
  if (!isMoving) rest();
});

/** Told when a pointer takes hold of what moves the playhead or the window, and when it lets go. */
export function hold(isNow: boolean): void {
  isHeld = isNow;
}

/** The store as it was when all last rested; while nothing moves, as it is. */
export const restingStore = {
  getState: (): State => (isMoving ? resting : store.getState()),
  getInitialState: store.getInitialState,
  subscribe: (listener: Listener): (() => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

/** Whether something moves, for `useSyncExternalStore`. */
export const isAtRest = (): boolean => !isMoving;
