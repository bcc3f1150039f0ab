import { expect, test } from 'vitest';
import { formatNumber } from '../../notation';
import { readNumber } from './read-number';

const wide = { range: [-1e9, 1e9] } as const;
const whole = { range: [1, 60], isWhole: true } as const;

test.each([
  ['0.5', 0.5],
  [' 0,5 ', 0.5],
  ['.5', 0.5],
  ['−1.2', -1.2],
  ['1e-3', 0.001],
  ['1×10⁻³', 0.001],
  ['-2.5×10⁴', -25_000],
  ['25 300', 25_300],
  ['-.059198902465471916', -0.059198902465471916],
])('%s is read as %d', (text, value) => {
  expect(readNumber(text, 'Seed', wide)).toEqual({ value });
});

test('a number reads back from how it is shown', () => {
  for (const value of [0, -1, 0.5, 25_300, 1.23e-7, -4.5e12])
    expect(readNumber(formatNumber(value), 'Seed', { range: [-1e15, 1e15] })).toEqual({ value });
});

test('an empty field asks for a number', () => {
  expect(readNumber('  ', 'Seed', wide)).toEqual({ problem: 'Type a number.' });
});

test.each(['three', '1.2.3', '1,000,000', '0x10', 'Infinity', 'NaN', '--1', '1e'])(
  '“%s” is refused with a sentence that repeats it',
  (text) => {
    expect(readNumber(text, 'Seed', wide)).toEqual({ problem: `“${text}” is not a number.` });
  },
);

test('what is out of range is refused with the range', () => {
  expect(readNumber('0', 'Time steps T', whole)).toEqual({
    problem: 'Time steps T is a whole number from 1 to 60.',
  });
  expect(readNumber('2.5', 'Time steps T', whole)).toHaveProperty('problem');
  expect(readNumber('1e999', 'Learning rate', { range: [0, 10] })).toEqual({
    problem: 'Learning rate goes from 0 to 10.',
  });
  expect(readNumber('60', 'Time steps T', whole)).toEqual({ value: 60 });
});
