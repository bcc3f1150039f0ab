import { expect, test } from 'vitest';
import { Kept } from './kept';

const matrix = (size: number) => new Float64Array(size);

test('what was asked for lately is the same object again', () => {
  const kept = new Kept();
  const one = matrix(4);
  kept.set('one', one, 4);
  for (let i = 0; i < 1000; i++) kept.set(`other${i}`, matrix(4), 4);
  expect(kept.get('one')).toBe(one);
});

test('however many large numbers are made, two generations of them are kept', () => {
  const kept = new Kept();
  const names = Array.from({ length: 300 }, (_, index) => `term${index}`);
  for (const name of names) kept.set(name, matrix(4096), 4096);
  const still = names.filter((name) => kept.get(name));
  expect(still.length).toBeLessThanOrEqual(128);
  expect(still.at(-1)).toBe('term299');
});
