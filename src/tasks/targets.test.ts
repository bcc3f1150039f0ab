import { expect, test } from 'vitest';
import { asDistribution, isDistribution, withProbability } from './targets';

test.each([
  [[1, 0], true],
  [[0.1, 0.2, 0.7], true],
  [[0.1, 0.2, 0.7000001], false],
  [[1.5, -0.5], false],
  [[0, 0], false],
  [[1], true],
  [[Number.NaN, 1], false],
])('%j are probabilities: %s', (numbers, expected) => {
  expect(isDistribution(numbers)).toBe(expected);
});

test('numbers that are no probabilities stand for the class of the largest', () => {
  expect(asDistribution([-3, -0.5, -2])).toEqual([0, 1, 0]);
  expect(asDistribution([2, 2])).toEqual([1, 0]);
});

test('the other classes share what is left, evenly if they had nothing', () => {
  expect(withProbability([0.5, 0.3, 0.2], 0, 0.75)).toEqual([0.75, 0.15, 0.1]);
  expect(withProbability([1, 0, 0], 0, 0.5)).toEqual([0.5, 0.25, 0.25]);
  expect(withProbability([1, 0, 0], 1, 1)).toEqual([0, 1, 0]);
});
