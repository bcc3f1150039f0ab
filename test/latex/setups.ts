/** Every combination of what decides which operations there are, as states at their end. */
import { openingState, run, type State } from '../../src/store';
import { isContradiction } from '../../src/store/patch';
import { presets } from '../../src/tasks/presets';
import type { Setup } from '../../src/tasks/setup';

const choices: { readonly [Field in keyof Setup]?: readonly Setup[Field][] } = {
  cell: ['rnn', 'lstm', 'gru'],
  loss: ['squared', 'half'],
  g2: ['tanh', 'softmax'],
  clip: ['off', 'step', 'norm', 'value'],
  truncation: [{ kind: 'full' }, { kind: 'window', k: 2 }, { kind: 'horizon', k: 2 }],
  optimizer: ['sgd', 'momentum', 'adam'],
};

const combine = (setups: readonly Setup[], field: keyof Setup): readonly Setup[] =>
  setups.flatMap((setup) => (choices[field] ?? []).map((value) => ({ ...setup, [field]: value })));

/** All of them, each of 3 steps with an error at each, its sizes and biases taken in turn. */
export function everySetup(): readonly State[] {
  const base: Setup = { ...presets[0].setup, T: 3, errorAt: 'every', threshold: 0.1 };
  const setups = (Object.keys(choices) as (keyof Setup)[]).reduce(combine, [base] as readonly Setup[]);
  return setups
    .filter((setup) => !isContradiction(setup) && !(setup.g2 === 'softmax' && setup.loss === 'half'))
    .map((setup, i) => {
      const [H, Y] = [1 + (i % 3), setup.g2 === 'softmax' ? 2 : 1 + (i % 2)];
      const state = { ...openingState, setup: { ...setup, H, Y, bias: i % 4 === 0, isMean: i % 5 === 0 } };
      return { ...state, playhead: run(state).plan.ops.length };
    });
}

/** What a setup is, for the name of a failure. */
export const nameOf = ({ setup }: State): string =>
  [setup.cell, setup.g2, setup.loss, setup.clip, setup.truncation.kind, setup.optimizer].join(' ');
