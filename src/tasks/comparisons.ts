/** Comparisons to start from: what is changed in a setup, once for each of those that are compared. */
import { limits, type Setup } from './setup';

export const comparisons = ['cells', 'thresholds', 'activations', 'scales', 'forgetBiases'] as const;

export type ComparisonId = (typeof comparisons)[number];

/** Another activation to compare one with. */
const otherActivation: Readonly<Record<Setup['g1'], Setup['g1']>> = {
  tanh: 'relu',
  relu: 'tanh',
  sigmoid: 'tanh',
  identity: 'tanh',
};

/** A σ_max on either side of 1. */
const [SMALL, LARGE] = [0.5, 1.5];

/** Forget biases of an LSTM that forgets and of one that remembers. */
const [FORGETS, REMEMBERS] = [0, 3];

/**
 * The patches of a comparison in their order. One of them changes as little of the setup as can be.
 *
 * @param sigma σ_max of the recurrent weights in use
 */
export function variantsOf(
  id: ComparisonId,
  setup: Setup,
  sigma: number,
): readonly [Partial<Setup>, Partial<Setup>, ...Partial<Setup>[]] {
  const { threshold, g1 } = setup;
  switch (id) {
    case 'cells':
      return [{ cell: 'rnn' }, { cell: 'lstm' }, { cell: 'gru' }];
    case 'thresholds': {
      const factor = threshold / 10 < limits.threshold[0] ? 10 : 0.1;
      // Written down, not computed: 0.3 · 0.1 is not 0.03.
      const other = Number((threshold * factor).toPrecision(12));
      return [
        { clip: 'step', threshold },
        { clip: 'step', threshold: other },
      ];
    }
    case 'activations':
      return [
        { cell: 'rnn', g1 },
        { cell: 'rnn', g1: otherActivation[g1] },
      ];
    case 'scales':
      return [{}, { scale: sigma < 1 ? LARGE : SMALL }];
    case 'forgetBiases': {
      const gates = { cell: 'lstm', bias: true } as const;
      return [
        { ...gates, forgetBias: FORGETS },
        { ...gates, forgetBias: REMEMBERS },
      ];
    }
  }
}
