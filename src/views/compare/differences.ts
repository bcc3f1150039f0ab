/** In what set-ups differ, as it is told: only what decides a number, each choice in the words of the set-up panel. */
import { spectralNorm } from '../../engine';
import { messages } from '../../messages';
import { compare as text } from '../../messages/compare';
import { setup as setupText } from '../../messages/setup';
import { formatNumber, spoken } from '../../notation';
import { startOf } from '../../store/run';
import type { Compared } from '../../store/state';
import { errorSteps, type Setup } from '../../tasks/setup';

export interface Difference {
  /** What it is called. */
  readonly name: string;
  /** What it is in each, in their order; none where only that it differs can be said. */
  readonly values: readonly string[];
  /** What sets each apart, in a few letters. */
  readonly short: readonly string[];
}

type Field = Exclude<keyof typeof text.fields, 'scale'>;

interface Aspect {
  readonly field: Field;
  /** What it is in one; null where it has no effect. */
  readonly value: (setup: Setup, one: Compared) => string | null;
  readonly short?: (value: string, setup: Setup) => string;
}

const { short } = text;
const onOff = (isOn: boolean) => (isOn ? text.on : text.off);

const aspects: readonly Aspect[] = [
  { field: 'cell', value: ({ cell }) => messages.shell.cells[cell], short: (cell) => cell },
  { field: 'sizes', value: ({ H }) => String(H), short: short.units },
  { field: 'inputs', value: ({ X }) => String(X) },
  { field: 'outputs', value: ({ Y }) => String(Y) },
  {
    field: 'g1',
    value: ({ cell, g1 }) => (cell === 'rnn' ? setupText.activations[g1] : null),
    short: (g1) => g1,
  },
  { field: 'g2', value: ({ g2 }) => setupText.outputActivations[g2], short: (g2) => g2 },
  {
    field: 'loss',
    value: ({ g2, loss }) => (g2 === 'softmax' ? setupText.crossEntropy : setupText.losses[loss]),
  },
  { field: 'isMean', value: ({ isMean }) => onOff(isMean) },
  { field: 'bias', value: ({ bias }) => onOff(bias) },
  {
    field: 'forgetBias',
    value: ({ cell, bias, forgetBias }) => (cell === 'lstm' && bias ? formatNumber(forgetBias) : null),
    short: short.forgetBias,
  },
  { field: 'errorAt', value: errorsIn },
  {
    field: 'truncation',
    value: ({ truncation }) =>
      truncation.kind === 'full'
        ? setupText.truncationChoices.full
        : text.cut(setupText.truncationChoices[truncation.kind], truncation.k),
    short: (value, { truncation }) => (truncation.kind === 'full' ? short.uncut : value),
  },
  {
    field: 'clip',
    value: ({ clip }) => setupText.clippingChoices[clip],
    short: (value, { clip }) => (clip === 'off' ? short.clipOff : value),
  },
  {
    field: 'threshold',
    value: ({ clip, threshold }) => (clip === 'off' ? null : formatNumber(threshold)),
    short: short.threshold,
  },
  { field: 'optimizer', value: ({ optimizer }) => setupText.optimizers[optimizer], short: (name) => name },
  {
    field: 'learningRate',
    value: ({ learningRate }) => formatNumber(learningRate),
    short: short.learningRate,
  },
  { field: 'batch', value: ({ task, batch }) => (task.kind === 'own' ? null : String(batch)) },
  { field: 'seed', value: ({ seed }) => String(seed), short: short.seed },
  { field: 'updates', value: (_, { updates }) => String(updates), short: short.updates },
];

/** Where the error is taken: by name where it has one, whatever way it was chosen. */
function errorsIn(setup: Setup): string {
  const steps = errorSteps(setup);
  if (steps.length === setup.T) return setupText.errorAtChoices.every;
  return steps.length === 1 && steps[0] === setup.T ? setupText.errorAtChoices.last : text.steps(steps);
}

/** Lanes of the numbers that a run starts from, by what they are called. */
const given = [
  ['x', ['x']],
  ['d', ['d']],
  ['states', ['S0', 'C0']],
] as const;

/** All in which some of them differ. */
export function differencesOf(all: readonly Compared[]): readonly Difference[] {
  const found: Difference[] = [];
  const note = (field: Field, values: readonly (string | null)[], shorts: readonly string[] = []) => {
    // Where it has no effect something else differs, and that is told.
    if (new Set(values.filter((value) => value !== null)).size < 2) return;
    found.push({
      name: text.fields[field],
      values: values.map((value) => value ?? text.none),
      short: shorts,
    });
  };
  for (const { field, value, short: shorten } of aspects) {
    const values = all.map((one) => value(one.setup, one));
    const shorts = all.map(({ setup }, i) => (values[i] === null ? '' : (shorten?.(values[i], setup) ?? '')));
    note(field, values, shorts);
  }
  const starts = all.map(startOf);
  /** Whether a lane differs among those that have it. */
  const isOther = (lane: string) =>
    new Set(starts.flatMap((start) => (start[lane] ? [Array.from(start[lane]).join()] : []))).size > 1;
  // Of other sizes are other numbers, and that the sizes differ is said already.
  const isSameSize = new Set(all.map(({ setup: { X, H, Y } }) => [X, H, Y].join())).size === 1;
  for (const [field, lanes] of given)
    if (isSameSize && lanes.some(isOther)) found.push({ name: text.fields[field], values: [], short: [] });
  const isSameKind =
    isSameSize && new Set(all.map(({ setup: { cell, bias } }) => `${cell} ${bias}`)).size === 1;
  if (isSameKind) noteWeights(all, starts, found);
  return found;
}

const weightLanes = ['Wx', 'Ws', 'bx', 'bs', 'Wy', 'by'];

/** Whether the weights differ by the scale of Ws, or in single entries that nothing else accounts for. */
function noteWeights(
  all: readonly Compared[],
  starts: readonly ReturnType<typeof startOf>[],
  found: Difference[],
): void {
  const sigmas = all.map(({ setup: { H, scale } }, i) => {
    const sigma = spectralNorm(starts[i].Ws, H);
    // Scaled to 0.9 it is 0.9 but for rounding.
    return formatNumber(scale !== null && Math.abs(sigma - scale) <= 1e-12 * scale ? scale : sigma);
  });
  const isScaled = new Set(sigmas).size > 1 && new Set(all.map(({ setup }) => setup.scale)).size > 1;
  if (isScaled)
    found.push({
      name: text.fields.scale(spoken('Ws')),
      values: sigmas,
      short: sigmas.map((sigma) => short.scale(sigma)),
    });
  const isExplained = found.some(({ name }) =>
    [text.fields.seed, text.fields.updates, text.fields.forgetBias].includes(name as never),
  );
  const lanes = isScaled ? weightLanes.filter((lane) => lane !== 'Ws') : weightLanes;
  const texts = starts.map((start) => lanes.map((lane) => Array.from(start[lane] ?? []).join()).join(';'));
  if (!isExplained && new Set(texts).size > 1)
    found.push({ name: text.fields.weights, values: [], short: [] });
}

/** What each is called by what sets it apart: at most two things, the first that differ. */
export function namesOf(all: readonly Compared[]): readonly string[] {
  const telling = differencesOf(all).filter(({ short: shorts }) => shorts.some((one) => one !== ''));
  return all.map((_, i) =>
    telling
      .slice(0, 2)
      .map(({ short: shorts }) => shorts[i])
      .filter((one) => one !== '')
      .join(', '),
  );
}
