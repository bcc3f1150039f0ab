import { expect, test } from 'vitest';
import { readOne } from './read-one';

test.each([
  ['0.5', 0.5],
  [' −1,2 ', -1.2],
  ['1e-3', 0.001],
  ['1×10⁻³', 0.001],
  ['[2]', 2],
  ['tensor(0.25)', 0.25],
])('%s is one number', (text, value) => expect(readOne(text)).toBe(value));

test.each([
  ['', /needed/],
  ['1 2', /“1 2” is not a number/],
  ['1,234,5', /is not a number/],
  ['1.2.3', /is not a number/],
  ['abc', /is not a number/],
  ['1e400', /too large/],
  ['−1e400', /too large/],
  ['NaN', /can’t be computed with/],
  ['-inf', /can’t be computed with/],
])('%s is told why not', (text, why) => expect(readOne(text)).toMatch(why));
