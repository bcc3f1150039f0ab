/** Every combination of what the script knows, small enough to run all. */

import { presets } from '../../src/tasks/presets';
import type { Setup, Truncation } from '../../src/tasks/setup';

const truncations: readonly Truncation[] = [
  { kind: 'full' },
  { kind: 'window', k: 2 },
  { kind: 'horizon', k: 2 },
];
const losses: readonly Partial<Setup>[] = [
  { loss: 'squared', errorAt: 'last' },
  { loss: 'squared', errorAt: 'every', isMean: true },
  { loss: 'half', errorAt: [2, 5] },
  { loss: 'squared', g2: 'softmax', errorAt: [1, 4, 5], isMean: true },
];
const activations = ['tanh', 'sigmoid', 'relu', 'identity'] as const;

const base: Setup = {
  ...presets[0].setup,
  ...{ T: 5, X: 2, H: 3, Y: 2, forgetBias: 0.5, scale: 0.9, threshold: 0.15, learningRate: 0.05 },
  edits: {
    ...{ 'S0.0': 0.5, 'S0.2': -0.25, 'C0.1': 0.75, 'bs.0': 0.1, 'bs.7': -0.2, 'bx.3': 0.3, 'by.1': 0.2 },
    ...{ 'd2.0': 0.25, 'd2.1': 0.75 },
  },
};

/** All cells × clips × truncations × losses × optimizers; activations and biases take turns among them. */
export function allSetups(): Setup[] {
  const all: Setup[] = [];
  for (const cell of ['rnn', 'lstm', 'gru'] as const)
    for (const clip of ['off', 'step', 'norm', 'value'] as const)
      for (const truncation of truncations)
        for (const loss of losses)
          for (const optimizer of ['sgd', 'momentum', 'adam'] as const) {
            if (clip === 'step' && truncation.kind === 'horizon') continue; // they exclude each other
            const turn = all.length;
            all.push({
              ...base,
              ...{ cell, clip, truncation, optimizer },
              ...{ bias: turn % 5 !== 0, seed: turn, dataSeed: turn },
              g1: activations[turn % 4],
              g2: activations[Math.floor(turn / 4) % 4],
              ...loss,
            });
          }
  return all;
}

export function nameOf({
  cell,
  clip,
  truncation,
  g1,
  g2,
  loss,
  errorAt,
  isMean,
  bias,
  optimizer,
}: Setup): string {
  const cut = truncation.kind === 'full' ? 'full' : `${truncation.kind} of ${truncation.k}`;
  const error = `${loss}${isMean ? ' mean' : ''} at ${errorAt}`;
  return [cell, `clip ${clip}`, cut, g1, g2, error, bias ? 'biases' : 'no biases', optimizer].join(', ');
}
