/** Moving the playhead. Whoever moves it by hand stops what is playing. */
import { type Stride, strideFrom } from '../engine';
import { run } from './run';
import { type State, store } from './state';

/**
 * What a stride meets while predicting: true if that was all, false if the playhead goes on as usual. Until `predict.ts`
 * is loaded and takes its place, nothing is shown ahead of a question.
 */
export const gate = { holds: (direction: 1 | -1, _stride?: Stride): boolean => direction > 0 };

const endOf = (state: State): number => run(state).plan.ops.length;

/** Sets how many operations are done; rounded, and kept within the plan. */
export function setPlayhead(playhead: number): void {
  if (Number.isNaN(playhead)) return;
  const end = endOf(store.getState());
  moveTo(Math.min(end, Math.max(0, Math.round(playhead))), false);
}

/** One stride on (1) or back (−1), by the stride chosen unless another is given. */
export function step(direction: 1 | -1, stride?: Stride): void {
  const state = store.getState();
  if (state.predict && gate.holds(direction, stride)) return;
  moveTo(strideFrom(run(state).plan, state.playhead, direction, stride ?? state.stride), false);
}

export function toFirst(): void {
  moveTo(0, false);
}

export function toLast(): void {
  moveTo(endOf(store.getState()), false);
}

/** Plays on, or from the beginning when all is done; while predicting, one stride. */
export function play(): void {
  const state = store.getState();
  if (state.predict) step(1);
  else if (state.playhead >= endOf(state)) moveTo(0, true);
  else store.setState({ playing: true });
}

export function pause(): void {
  if (store.getState().playing) store.setState({ playing: false });
}

export function togglePlay(): void {
  if (store.getState().playing) pause();
  else play();
}

/** What the clock does while playing: so many strides on, and stop at the end. */
export function advance(strides: number): void {
  const state = store.getState();
  const { plan } = run(state);
  let { playhead } = state;
  for (let i = 0; i < strides && playhead < plan.ops.length; i++) {
    playhead = strideFrom(plan, playhead, 1, state.stride);
  }
  moveTo(playhead, playhead < plan.ops.length);
}

/** @param speed a multiple of the usual pace, see `speeds` */
export function setSpeed(speed: number): void {
  if (speed > 0 && Number.isFinite(speed)) store.setState({ speed });
}

export function setStride(stride: Stride): void {
  store.setState({ stride });
}

/** Writes only what differs, so that nothing is drawn again for nothing. */
function moveTo(playhead: number, playing: boolean): void {
  const now = store.getState();
  if (now.playhead !== playhead || now.playing !== playing) store.setState({ playhead, playing });
}
