/** Changing the setup and the weights. Everything here can be undone. */
import { compile, numbersIn, type Plan, stateAfter } from '../engine';
import { messages } from '../messages';
import { type Preset, presets } from '../tasks/presets';
import { scaleTo } from '../tasks/scale';
import { errorSteps, limits, type Setup, shapeOf, weightSizes } from '../tasks/setup';
import { type Change, change } from './change';
import { settle } from './frame';
import { isContradiction, patched, within } from './patch';
import { run } from './run';
import { differences } from './same';
import { type Moment, type State, store, type Weights } from './state';

const text = messages.store;

/**
 * Changes fields of the setup. Sizes are rounded and kept within `limits`; what is not a number is ignored. Another seed
 * draws every weight anew, also those that were given by hand.
 *
 * @param gesture key of a continuous movement of a control; its changes are one entry for undo
 */
export function changeSetup(patch: Partial<Setup>, gesture?: string): void {
  change((now, base) => setupChange(now.setup, patch, base), gesture, Object.keys(patch).sort().join());
}

/** Draws all weights anew, from the next seed: the same for everyone who starts at the same setup. */
export function newRandomWeights(): void {
  change((now, base) => {
    const seed = now.setup.seed < limits.seed[1] ? now.setup.seed + 1 : 0;
    return setupChange(now.setup, { seed }, base);
  });
}

/** Scales Ws to the spectral norm σ; once trained, the trained Ws. */
export function setScale(sigma: number, gesture?: string): void {
  if (!Number.isFinite(sigma)) return;
  change(({ setup }, base) => scaleChange(setup, within(limits.scale, sigma), base), gesture, 'scale');
}

/** What it means for the weights in use that Ws is scaled; null if nothing changed. */
export function scaleChange(setup: Setup, scale: number, base: Moment): Change | null {
  if (!base.trained) return setupChange(setup, { scale }, base);
  const trained = { ...base.trained, Ws: scaleTo(base.trained.Ws, setup.H, scale) };
  return { trained, errorBefore: null };
}

/** The clip threshold θ > 0. */
export function setThreshold(threshold: number, gesture?: string): void {
  changeSetup({ threshold }, gesture);
}

/**
 * Starts from a preset: its setup, its own weights, and the playhead where it shows what it is named after. Whether the
 * error has a ½ is the course's convention, and stays.
 */
export function applyPreset(which: Preset['id'] | Preset): void {
  const preset = typeof which === 'string' ? presets.find(({ id }) => id === which) : which;
  if (!preset) return;
  const { opensAt, chartOf, heard } = preset;
  change((now) => {
    const setup = patched(preset.setup, { loss: now.setup.loss });
    const plan: Plan = compile(shapeOf(setup));
    const playhead = opensAt === 'start' ? 0 : plan.bounds.update;
    return { ...untrained, setup, chartOf: chartOf ?? setup.T, playhead, notice: null };
  });
  if (heard) store.setState({ heard });
}

/** One step of the optimizer: the weights after the update become those in use, and the playhead stays. */
export function updateOnce(): void {
  change((now) => {
    const { plan, trace } = run(now);
    const trained: Record<string, ArrayLike<number>> = {};
    // Copies: a view would keep the whole run in memory for as long as undo can come back to it.
    for (const [name, numbers] of Object.entries(stateAfter(trace)))
      trained[name] = Float64Array.from(numbers);
    return {
      trained,
      updates: now.updates + 1,
      errorBefore: numbersIn(trace, plan.error)?.[0] ?? null,
      // What breaks by it is told of the run, wherever the numbers came from.
      notice: null,
    };
  });
}

/**
 * Back to the setup's weights. What was changed by hand since the update goes with them, and that is said; so is that
 * there is nothing to take back.
 */
export function reset(): void {
  settle();
  const { trained, updates } = store.getState();
  if (!trained && updates === 0) {
    store.setState({ notice: text.nothingToReset });
    return;
  }
  change((now) => {
    const edits = countEdits(now);
    return { ...untrained, notice: edits > 0 ? text.editsReset(edits) : null };
  });
}

/** How often trained weights were changed without an update, since the setup's weights were left. */
function countEdits(now: State): number {
  const moments = [...now.past, now];
  const start = moments.findLastIndex(({ trained }) => trained === null);
  return moments
    .slice(start + 1)
    .filter(
      ({ setup, trained, updates }, index, since) =>
        index > 0 &&
        since[index - 1].setup === setup &&
        since[index - 1].trained !== trained &&
        since[index - 1].updates === updates,
    ).length;
}

export const untrained = { trained: null, updates: 0, errorBefore: null } as const;

/** What a patched setup means for the weights in use and for what the chart shows; null if nothing changed. */
export function setupChange(now: Setup, patch: Partial<Setup>, base: Moment): Change | null {
  const setup = patched(now, patch);
  if (setup === now) return null;
  const notice = yieldedTo(now, patch, setup);
  const isErrorSame = !changesError(base.setup, setup);
  const chartOf = follow(base.chartOf, base.setup.T, setup.T);
  const errorBefore = isErrorSame ? base.errorBefore : null;
  const next: Change = { setup, chartOf, errorBefore, ...(notice && { notice }) };
  if (!base.trained) return next;
  if (!keepsWeights(base.setup, setup)) return { ...next, ...untrained, notice: text.trainedDropped };
  // Another optimizer begins with no memory of its own, as does the same one when it is chosen anew.
  const trained = setup.optimizer === base.setup.optimizer ? base.trained : weightsOf(base.trained, setup);
  return { ...next, trained, updates: base.updates };
}

/** A sentence where one choice put an end to another. */
function yieldedTo(now: Setup, patch: Partial<Setup>, setup: Setup): string | null {
  const { truncation } = setup;
  const before = patch.truncation ?? now.truncation;
  if (truncation.kind === 'horizon' && before.kind === 'horizon' && truncation.k < before.k)
    return text.horizonShortened(errorSteps(setup).length, truncation.k);
  if (!isContradiction({ ...now, ...patch })) return null;
  return setup.clip === 'step' ? text.horizonYields : text.clippingYields;
}

const weightsOf = (trained: Weights, setup: Setup): Weights =>
  Object.fromEntries([...weightSizes(setup).keys()].map((name) => [name, trained[name]]));

/** Trained weights stay where they fit and where none of the setup's own weights were asked for. */
const keepsWeights = (one: Setup, other: Setup): boolean =>
  (['cell', 'seed', 'scale', 'forgetBias'] as const).every((field) => one[field] === other[field]) &&
  [...weightSizes(one).values()].join(';') === [...weightSizes(other).values()].join(';');

const changesError = (one: Setup, other: Setup): boolean =>
  differences(one, other).some((field) => !withoutEffect.has(field));

/** Fields that decide gradients or updates only: E is what it was. */
const withoutEffect: ReadonlySet<keyof Setup> = new Set<keyof Setup>([
  ...(['threshold', 'learningRate', 'clip', 'truncation', 'optimizer', 'batch'] as const),
]);

/** The last step's error stays the last one's; another step's as far as there is such a step. */
const follow = (chartOf: number | 'sum', from: number, to: number): number | 'sum' =>
  chartOf === 'sum' ? 'sum' : chartOf === from ? to : Math.min(chartOf, to);
