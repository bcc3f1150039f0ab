/** How every change of the setup or the weights is made: undoable, one entry per gesture, the playhead kept in place. */
import { compile, type Plan, type Position, playheadOf, positionOf } from '../engine';
import { type Setup, shapeOf } from '../tasks/setup';
import { oncePerFrame, settle } from './frame';
import { run } from './run';
import { type Comparison, type Moment, type Past, type State, store } from './state';

/** As many steps back as anyone takes; each keeps its setup and, once trained, a set of weights. */
const LONGEST_PAST = 200;

/** What a change may set; the playhead only where it shall not stay at its position. */
export type Change = Partial<Pick<State, keyof Omit<Past, 'position'> | 'playhead' | 'notice'>>;

const planOf = (setup: Setup): Plan => compile(shapeOf(setup));

/** Where a state is. */
export function momentOf(state: State): Moment {
  const { setup, trained, updates, errorBefore, comparison, chartOf, playhead } = state;
  return {
    setup,
    trained,
    updates,
    errorBefore,
    comparison,
    chartOf,
    position: positionOf(planOf(setup), playhead),
  };
}

/** What undo would bring back. */
const pastOf = (state: State): Past => ({ ...momentOf(state), talk: state.talk, shown: state.shown });

/** The playhead of a position in the network of a setup; a step beyond its last one becomes the last one. */
export function resume(setup: Setup, position: Position): number {
  return playheadOf(planOf(setup), { ...position, t: Math.min(position.t, setup.T) });
}

/**
 * Makes a change that can be undone.
 *
 * @param describe the change, from the present state and from the one before the gesture began (the same, if there is
 *   none); null for none
 * @param gesture key of a continuous movement: all changes with it are one entry for undo
 * @param what which of the gesture's changes replace each other within a frame
 */
export function change(
  describe: (now: State, base: Moment) => Change | null,
  gesture?: string,
  what = '',
): void {
  const apply = () => {
    const now = store.getState();
    const isContinued = gesture !== undefined && now.gesture?.key === gesture;
    const base = (isContinued ? baseOf(now) : undefined) ?? pastOf(now);
    const next = describe(now, base);
    if (!next) return;
    const setup = next.setup ?? now.setup;
    const isUnmoved = isContinued && now.gesture?.playhead === now.playhead;
    const position = isUnmoved ? base.position : positionOf(planOf(now.setup), now.playhead);
    const playhead = next.playhead ?? resume(setup, position);
    const past = isContinued ? now.past : [...now.past, base].slice(-LONGEST_PAST);
    store.setState({
      ...next,
      ...checkAfter(now, next),
      comparison: asLong(next.comparison === undefined ? now.comparison : next.comparison, setup.T),
      sound: run(now).broken ? now.sound : momentOf(now),
      playhead,
      past,
      future: [],
      canUndo: true,
      canRedo: false,
      gesture: gesture === undefined ? null : { key: gesture, playhead },
    });
  };
  if (gesture === undefined) {
    settle();
    apply();
  } else {
    oncePerFrame(`${gesture} ${what}`, apply);
  }
}

/** Where a gesture began; weights that are being trained have gone on since, and nobody moves them back. */
function baseOf({ past, training, trained, updates }: State): Past | undefined {
  const base = past.at(-1);
  return base && training?.isRunning ? { ...base, trained, updates } : base;
}

/** What is compared stands on the same time steps: as many as the chosen set-up has. */
const asLong = (comparison: Comparison | null, T: number): Comparison | null =>
  !comparison || comparison.others[0].setup.T === T
    ? comparison
    : {
        ...comparison,
        others: comparison.others.map((one) => ({ ...one, errorBefore: null, setup: { ...one.setup, T } })),
      };

/** What was checked says nothing of another setup or of other weights. */
const checkAfter = (
  now: State,
  { setup = now.setup, trained = now.trained }: Change,
): Pick<State, 'check'> => ({
  check: setup === now.setup && trained === now.trained ? now.check : null,
});

/** Ends the gesture under way: what follows is another entry for undo, even with the same key. */
export function endGesture(): void {
  settle();
  if (store.getState().gesture) store.setState({ gesture: null });
}

export function undo(): void {
  settle();
  const { past, future, ...now } = store.getState();
  const to = past.at(-1);
  if (to) restore(to, past.slice(0, -1), [...future, pastOf({ past, future, ...now })]);
}

export function redo(): void {
  settle();
  const { past, future, ...now } = store.getState();
  const to = future.at(-1);
  if (to) restore(to, [...past, pastOf({ past, future, ...now })], future.slice(0, -1));
}

function restore(to: Past, past: readonly Past[], future: readonly Past[]): void {
  const { position, ...rest } = to;
  const now = store.getState();
  store.setState({
    ...rest,
    ...checkAfter(now, rest),
    playhead: resume(to.setup, position),
    playing: false,
    notice: null,
    gesture: null,
    past,
    future,
    canUndo: past.length > 0,
    canRedo: future.length > 0,
  });
}
