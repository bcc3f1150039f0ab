/**
 * The setup that each task begins with. Seeds and sizes were chosen by measuring: in a few seconds each leaves the model
 * that learned nothing behind by what its line says (`task-setups.test.ts`).
 */
import { article } from './article';
import type { Setup } from './setup';
import { alphabetOf, type Task } from './task';

const trained: Setup = {
  ...article,
  ...{ bias: true, scale: 1, optimizer: 'adam', learningRate: 0.01, clip: 'norm', threshold: 1, edits: {} },
};

export const adding: Setup = {
  ...trained,
  ...{ cell: 'gru', T: 12, X: 2, H: 12, task: { kind: 'adding', shown: 0 } },
};

export const echo: Setup = {
  ...trained,
  ...{ T: 12, H: 8, errorAt: 'every', isMean: true, task: { kind: 'echo', delay: 3, shown: 0 } },
};

export const sine: Setup = {
  ...trained,
  ...{ T: 24, H: 8, errorAt: 'every', isMean: true, task: { kind: 'sine', shown: 0 } },
};

/** What is foretold until a text is typed. */
const firstText =
  'a network that reads one letter after the other has to remember what it has read. what it remembers is its state, and ' +
  'each new letter changes the state a little. when the answer is wrong, the error goes back through every state that led ' +
  'to it, and each step is told how much it took part. what is far away is heard faintly, and what is near is heard well. ';

export function textSetup(text = firstText): Setup {
  const { length } = alphabetOf(text);
  return {
    ...trained,
    ...{ cell: 'gru', T: 12, X: length, Y: length, H: 16, g2: 'softmax', errorAt: 'every', isMean: true },
    task: { kind: 'text', text, shown: 0 },
  };
}

/** The setup that a task begins with. */
export function setupOfTask(kind: Exclude<Task['kind'], 'own'>): Setup {
  return { adding, echo, sine, text: textSetup() }[kind];
}
