/** Changing the setup and the weights. Everything here can be undone. */
import { compile, numbersIn, type Plan, weightsAfter } from '../engine';
import { messages } from '../messages';
import { scaleTo } from '../tasks/scale';
import { limits, type Preset, presets, type Setup, shapeOf, weightSizes } from '../tasks/setup';
import { type Change, change } from './change';
import { run } from './run';
import type { Moment, Weights } from './state';

const text = messages.store;

const sizes = ['T', 'X', 'H', 'Y'] as const;
const reals = ['threshold', 'learningRate'] as const;
const seeds = ['seed', 'dataSeed'] as const;

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
  const scale = within(limits.scale, sigma);
  const describe = (setup: Setup, base: Moment): Change | null => {
    if (!base.trained) return setupChange(setup, { scale }, base);
    const trained = { ...base.trained, Ws: scaleTo(base.trained.Ws, setup.H, scale) };
    return { trained, errorBefore: null };
  };
  change(({ setup }, base) => describe(setup, base), gesture, 'scale');
}

/** The clip threshold θ > 0. */
export function setThreshold(threshold: number, gesture?: string): void {
  changeSetup({ threshold }, gesture);
}

/** Starts from a preset: its setup, its own weights, and the playhead where it shows what it is named after. */
export function applyPreset(id: Preset['id']): void {
  const preset = presets.find((candidate) => candidate.id === id);
  if (!preset) return;
  const { setup, opensAt } = preset;
  const plan: Plan = compile(shapeOf(setup));
  const playhead = opensAt === 'start' ? 0 : plan.bounds.update;
  change(() => ({ ...untrained, setup, chartOf: setup.T, playhead, notice: null }));
}

/** One step of gradient descent: the weights after the update become those in use, and the playhead stays. */
export function updateOnce(): void {
  change((now) => {
    const { plan, trace } = run(now);
    const trained: Record<string, ArrayLike<number>> = {};
    // Copies: a view would keep the whole run in memory for as long as undo can come back to it.
    for (const [name, weight] of Object.entries(weightsAfter(trace))) trained[name] = weight.slice();
    return {
      trained,
      updates: now.updates + 1,
      errorBefore: numbersIn(trace, plan.error)?.[0] ?? null,
      notice: isSound(trained) ? null : text.weightsBroke,
    };
  });
}

/** Back to the setup's weights. */
export function reset(): void {
  change((now) => (now.trained || now.updates > 0 ? { ...untrained, notice: null } : null));
}

const untrained = { trained: null, updates: 0, errorBefore: null } as const;

const isSound = (weights: Weights): boolean =>
  Object.values(weights).every((weight) => Array.from(weight).every(Number.isFinite));

const within = ([least, most]: readonly [number, number], value: number): number =>
  Math.min(most, Math.max(least, value));

/** The setup with a patch, every field within its limits; fields that are no numbers keep what they were. */
function patched(setup: Setup, patch: Partial<Setup>): Setup {
  const next: { -readonly [Field in keyof Setup]: Setup[Field] } = { ...setup, ...patch };
  for (const field of [...sizes, ...seeds]) {
    const range = limits[field === 'dataSeed' ? 'seed' : field];
    next[field] = Number.isFinite(next[field]) ? within(range, Math.round(next[field])) : setup[field];
  }
  for (const field of reals) {
    next[field] = Number.isFinite(next[field]) ? within(limits[field], next[field]) : setup[field];
  }
  if (next.scale !== null) {
    next.scale = Number.isFinite(next.scale) ? within(limits.scale, next.scale) : setup.scale;
  }
  if (next.seed !== setup.seed && patch.edits === undefined) next.edits = withoutWeights(setup.edits);
  return next;
}

const withoutWeights = (edits: Setup['edits']): Setup['edits'] =>
  Object.fromEntries(Object.entries(edits).filter(([key]) => !/^(W|b)/.test(key)));

/** What a patched setup means for the weights in use and for what the chart shows; null if nothing changed. */
function setupChange(now: Setup, patch: Partial<Setup>, base: Moment): Change | null {
  const setup = patched(now, patch);
  if ((Object.keys(setup) as (keyof Setup)[]).every((field) => setup[field] === now[field])) return null;
  const isErrorSame = !changesError(base.setup, setup);
  const chartOf = follow(base.chartOf, base.setup.T, setup.T);
  const next: Change = { setup, chartOf, errorBefore: isErrorSame ? base.errorBefore : null };
  if (!base.trained) return next;
  return keepsWeights(base.setup, setup)
    ? { ...next, trained: base.trained, updates: base.updates }
    : { ...next, ...untrained, notice: text.trainedDropped };
}

/** Trained weights stay where they fit and where none of the setup's own weights were asked for. */
const keepsWeights = (one: Setup, other: Setup): boolean =>
  one.seed === other.seed &&
  one.scale === other.scale &&
  [...weightSizes(one).values()].join(';') === [...weightSizes(other).values()].join(';');

const changesError = (one: Setup, other: Setup): boolean =>
  (Object.keys(one) as (keyof Setup)[]).some(
    (field) => !['threshold', 'learningRate', 'clip'].includes(field) && one[field] !== other[field],
  );

/** The last step's error stays the last one's; another step's as far as there is such a step. */
const follow = (chartOf: number | 'sum', from: number, to: number): number | 'sum' =>
  chartOf === 'sum' ? 'sum' : chartOf === from ? to : Math.min(chartOf, to);
