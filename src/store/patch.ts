/** A setup with some fields changed, every one of them within what a setup may hold. */
import { FEWEST_CLASSES, limits, mostHorizon, type Setup } from '../tasks/setup';
import { fitsTask } from '../tasks/task';
import { isSame } from './same';

type Draft = { -readonly [Field in keyof Setup]: Setup[Field] };
type Range = readonly [number, number];

const sizes = ['T', 'X', 'H', 'Y', 'batch'] as const;
const reals = ['threshold', 'learningRate', 'forgetBias'] as const;
const seeds = ['seed', 'dataSeed'] as const;

/** A number within its limits, never −0. */
export const within = ([least, most]: Range, value: number): number =>
  Math.min(most, Math.max(least, value)) + 0;

/**
 * The setup with a patch. Numbers are kept within their limits, sizes rounded; fields that are no numbers keep what they
 * were. Another seed draws every weight anew, also those that were given by hand. Softmax makes Y at least 2. A task whose
 * sequences are of another size is left for numbers drawn by chance. A horizon reaches no further than so many errors allow, and it
 * follows each error by itself, so their sum cannot be clipped at each step: of the two the later choice stands.
 *
 * @returns the setup itself where nothing changes
 */
export function patched(setup: Setup, patch: Partial<Setup>): Setup {
  const next: Draft = { ...setup, ...patch };
  for (const field of sizes) next[field] = whole(limits[field], next[field], setup[field]);
  for (const field of seeds) next[field] = whole(limits.seed, next[field], setup[field]);
  for (const field of reals) next[field] = real(limits[field], next[field], setup[field]);
  if (next.scale !== null) {
    next.scale = Number.isFinite(next.scale) ? within(limits.scale, next.scale) : setup.scale;
  }
  if (typeof next.errorAt !== 'string') next.errorAt = stepsIn(next.errorAt) ?? setup.errorAt;
  if (next.truncation.kind !== 'full') {
    const { kind, k } = next.truncation;
    const before = setup.truncation.kind === 'full' ? next.T : setup.truncation.k;
    const most = kind === 'horizon' ? mostHorizon(next) : limits.k[1];
    next.truncation = { kind, k: whole([limits.k[0], most], k, before) };
  }
  if (isContradiction(next)) {
    if (patch.truncation === undefined) next.truncation = { kind: 'full' };
    else next.clip = 'off';
  }
  if (next.g2 === 'softmax') next.Y = Math.max(next.Y, FEWEST_CLASSES);
  // Of other sizes its sequences would be others.
  if (!fitsTask(next)) next.task = { kind: 'own' };
  if (next.seed !== setup.seed && patch.edits === undefined) next.edits = withoutWeights(setup.edits);
  if (!isSame(next.task, setup.task) && patch.edits === undefined) next.edits = withoutSequence(next.edits);
  const changed = (Object.keys(next) as (keyof Setup)[]).filter(
    (field) => !isSame(next[field], setup[field]),
  );
  // Fields that say the same stay the same objects: what is derived from them is not derived again.
  return changed.length === 0
    ? setup
    : { ...setup, ...Object.fromEntries(changed.map((field) => [field, next[field]])) };
}

/** Whether a setup asks for clipping at each step of gradients that are never added up. */
export const isContradiction = ({ truncation, clip }: Pick<Setup, 'truncation' | 'clip'>): boolean =>
  truncation.kind === 'horizon' && clip === 'step';

const whole = (range: Range, value: number, otherwise: number): number =>
  Number.isFinite(value) ? within(range, Math.round(value)) : otherwise;

const real = (range: Range, value: number, otherwise: number): number =>
  Number.isFinite(value) ? within(range, value) : otherwise;

/** Chosen steps in order, each once; undefined if none is left. */
function stepsIn(chosen: readonly number[]): readonly number[] | undefined {
  const [first, last] = limits.T;
  const sound = chosen.filter((t) => Number.isInteger(t) && t >= first && t <= last);
  const steps = [...new Set(sound)].sort((a, b) => a - b);
  return steps.length > 0 ? steps : undefined;
}

const withoutSequence = (edits: Setup['edits']): Setup['edits'] =>
  Object.fromEntries(Object.entries(edits).filter(([key]) => !/^[xd]/.test(key)));

const withoutWeights = (edits: Setup['edits']): Setup['edits'] =>
  Object.fromEntries(Object.entries(edits).filter(([key]) => !/^(W|b)/.test(key)));
