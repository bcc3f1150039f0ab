/** Comparing set-ups: one is chosen and is the state's own; all that can be done to a set-up is done to that one. */
import { numbersIn, spectralNorm } from '../engine';
import { counterpart } from '../engine/counterpart';
import { type ComparisonId, variantsOf } from '../tasks/comparisons';
import { type Change, change, endGesture, momentOf } from './change';
import { run } from './run';
import { isSameSetup } from './same';
import { scaleChange, setupChange } from './setup-actions';
import { type Compared, type Comparison, type State, store } from './state';

/** As many as can be told apart in one chart. */
export const MOST_COMPARED = 3;

const networkOf = ({ setup, trained, updates, errorBefore }: Compared): Compared => ({
  ...{ setup, trained, updates, errorBefore },
});

/** All that are compared, in their order, with the chosen one among them; that one alone where nothing is compared. */
export function comparedIn(state: Compared & Pick<State, 'comparison'>): readonly Compared[] {
  const own = networkOf(state);
  if (!state.comparison) return [own];
  const { others, place } = state.comparison;
  return [...others.slice(0, place), own, ...others.slice(place)];
}

/** The chosen one of several, and with whom it is compared. */
const chosenOf = (all: readonly Compared[], place: number): Compared & { comparison: Comparison | null } => ({
  ...all[place],
  comparison: all.length > 1 ? { others: all.filter((_, index) => index !== place), place } : null,
});

/**
 * The state as it would be if another one were chosen, the playhead at the same moment of the other network. Made once
 * for each state, and of the same parts as long as nothing that is compared changes.
 */
export function viewFrom(index: number): (state: State) => State {
  const views = new WeakMap<State, State>();
  let made: { readonly from: readonly unknown[]; readonly parts: ReturnType<typeof chosenOf> } | undefined;
  const partsIn = (state: State) => {
    const { setup, trained, updates, errorBefore, comparison } = state;
    const from = [setup, trained, updates, errorBefore, comparison];
    if (!made?.from.every((one, i) => one === from[i])) {
      made = { from, parts: chosenOf(comparedIn(state), index) };
    }
    return made.parts;
  };
  return (state) => {
    const { comparison } = state;
    if (!comparison || comparison.place === index || index > comparison.others.length) return state;
    let view = views.get(state);
    if (!view) {
      const chosen = { ...state, ...partsIn(state), check: null };
      view = { ...chosen, playhead: counterpart(run(state).plan, state.playhead, run(chosen).plan) };
      views.set(state, view);
    }
    return view;
  };
}

/** Compares what a quick start names. Of the present setup, the one that is most like it stays chosen. */
export function compare(id: ComparisonId): void {
  change((now, base) => {
    const { plan, trace } = run(now);
    const sigma = spectralNorm(numbersIn(trace, 'Ws') ?? [], plan.shape.H);
    const changes = variantsOf(id, now.setup, sigma).map(({ scale, ...patch }): Change => {
      const made = scale ? scaleChange(now.setup, scale, base) : setupChange(now.setup, patch, base);
      return made ?? {};
    });
    const place = Math.max(
      0,
      changes.findIndex(({ setup = now.setup, trained }) => !trained && isSameSetup(setup, now.setup)),
    );
    const all = changes.map((made) => networkOf({ ...networkOf(now), ...made }));
    const { chartOf, notice = null } = changes[place];
    return { ...chosenOf(all, place), ...(chartOf !== undefined && { chartOf }), notice };
  });
}

/** Leaves the chosen one alone. */
export function stopComparing(): void {
  change(({ comparison }) => comparison && { comparison: null });
}

/** Chooses which one is edited, stepped and explained. It is where one looks, not a change: undo knows nothing of it. */
export function choose(index: number): void {
  endGesture();
  const now = store.getState();
  const then = viewFrom(index)(now);
  if (then === now) return;
  store.setState({ ...then, sound: run(now).broken ? now.sound : momentOf(now) });
}

/** Makes one of them what another is. */
export function copyOver(from: number, to: number): void {
  rearrange((all) => all.map((one, index) => (index === to ? all[from] : one)));
}

/** Adds one that is as the chosen one. */
export function addCopy(): void {
  rearrange((all, place) => (all.length < MOST_COMPARED ? [...all, all[place]] : all));
}

/** Takes one away; with the chosen one goes the choice to the one before it. Of two, the other is then alone. */
export function remove(index: number): void {
  const before = store.getState();
  if (!before.comparison) return;
  const { place } = before.comparison;
  const heir = place === index ? (index === 0 ? 1 : index - 1) : place;
  change((now) => {
    const then = viewFrom(heir)(now);
    const all = comparedIn(now).filter((_, at) => at !== index);
    return { ...chosenOf(all, heir > index ? heir - 1 : heir), playhead: then.playhead };
  });
}

function rearrange(arrange: (all: readonly Compared[], place: number) => readonly Compared[]): void {
  change((now) => {
    const place = now.comparison?.place ?? 0;
    const all = comparedIn(now);
    const next = arrange(all, place);
    return next === all ? null : chosenOf(next, place);
  });
}
