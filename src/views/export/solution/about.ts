/** A setup in words: what stands at the head of a worked solution and of a picture. */
import { exported } from '../../../messages/export';
import { formatNumber } from '../../../notation';
import type { State } from '../../../store';
import { errorSteps, type Setup } from '../../../tasks/setup';

const text = exported.setup;

/** What a network is, as names and values, in plain text. */
export function aboutOf({ setup, updates }: State): readonly (readonly [name: string, value: string])[] {
  const { cell, T, X, H, Y, g1, g2, bias, optimizer, learningRate } = setup;
  return [
    [text.cell, text.cells[cell]],
    [text.size, text.sizes(T, X, H, Y)],
    ...(cell === 'rnn' ? [[text.g1, g1] as const] : []),
    [text.g2, g2],
    [text.biases, bias ? text.yes : text.no],
    [text.error, errorOf(setup)],
    [text.clipping, clippingOf(setup)],
    [text.truncation, truncationOf(setup)],
    [text.update, text.updates(text.optimizers[optimizer], formatNumber(learningRate), updates)],
  ];
}

function errorOf(setup: Setup): string {
  const { g2, loss, isMean, T } = setup;
  const measure = g2 === 'softmax' ? text.crossEntropy : text.losses[loss];
  const steps = errorSteps(setup);
  if (steps.length === 1) return text.errorAtOne(measure, String(steps[0]));
  const where = steps.length === T ? text.everyStep : text.atSteps(steps.join(', '));
  return text.errorAtMany(measure, where, isMean);
}

const clippingOf = ({ clip, threshold }: Setup): string =>
  clip === 'off' ? text.none : text.clips[clip](formatNumber(threshold));

const truncationOf = ({ truncation }: Setup): string =>
  truncation.kind === 'full' ? text.none : text.truncations[truncation.kind](truncation.k);
