import { expect, test } from 'vitest';
import { readSteps, writeSteps } from './read-steps';

test('steps are read as people write them', () => {
  expect(readSteps('2, 5, 8', 20)).toEqual({ steps: [2, 5, 8] });
  expect(readSteps(' 8 2;5 ', 20)).toEqual({ steps: [2, 5, 8] });
  expect(readSteps('1, 8–10, 9', 20)).toEqual({ steps: [1, 8, 9, 10] });
  expect(readSteps('3 - 1', 20)).toEqual({ steps: [1, 2, 3] });
});

test('what is no step gets a sentence that names it', () => {
  expect(readSteps('2, five', 20)).toEqual({ problem: expect.stringContaining('“five” is not a step') });
  expect(readSteps('2.5', 20)).toEqual({ problem: expect.stringContaining('“2.5” is not a step') });
  expect(readSteps('2, 21', 20)).toEqual({
    problem: 'There is no step 21: this network has steps 1 to 20.',
  });
  expect(readSteps('0', 20)).toEqual({ problem: 'There is no step 0: this network has steps 1 to 20.' });
  expect(readSteps(' ', 20)).toEqual({ problem: 'At least one step must have an error.' });
});

test('a span that is absurdly long is refused before it is walked', () => {
  expect(readSteps('1–999999999999', 20)).toHaveProperty('problem');
});

test('steps are written in the shortest way, and read back', () => {
  expect(writeSteps([2, 5, 8, 9, 10, 11, 12, 14, 15])).toBe('2, 5, 8–12, 14, 15');
  expect(readSteps(writeSteps([1, 2, 3, 7]), 7)).toEqual({ steps: [1, 2, 3, 7] });
});
