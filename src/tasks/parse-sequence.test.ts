import { expect, test } from 'vitest';
import { parseSequenceTable } from './parse-sequence';

const error = (source: string) => {
  const parsed = parseSequenceTable(source);
  return 'error' in parsed ? parsed.error : '';
};

test('names say which columns are inputs and which are targets; an empty target is no error there', () => {
  expect(parseSequenceTable('x1,d1\n1,\n0.5,\n-1,0.7\n')).toEqual({
    x: [[1], [0.5], [-1]],
    d: [null, null, [0.7]],
  });
  expect(parseSequenceTable('target;x1;x2\n1;2;3\r\n4;5;6')).toEqual({
    x: [
      [2, 3],
      [5, 6],
    ],
    d: [[1], [4]],
  });
});

test('without names the last column is the target', () => {
  expect(parseSequenceTable('1 2 3\n4 5 6')).toEqual({
    x: [
      [1, 2],
      [4, 5],
    ],
    d: [[3], [6]],
  });
});

test('of a single column every number is foretold from those before it', () => {
  expect(parseSequenceTable('1\n2\n3')).toEqual({ x: [[1], [2]], d: [[2], [3]] });
});

test('columns of inputs alone are foretold, too', () => {
  expect(parseSequenceTable('x1,x2\n1,2\n3,4\n5,6')).toEqual({
    x: [
      [1, 2],
      [3, 4],
    ],
    d: [
      [3, 4],
      [5, 6],
    ],
  });
});

test('semicolons or tabs leave the comma for decimals; remarks and empty lines are passed over', () => {
  expect(parseSequenceTable('# measured\n\n0,5;−1,25\n1,5;2')).toEqual({
    x: [[0.5], [1.5]],
    d: [[-1.25], [2]],
  });
  expect(parseSequenceTable('"1"\t"2,5"')).toEqual({ x: [[1]], d: [[2.5]] });
});

test('what cannot be read is named by its line and column', () => {
  expect(error('x1,d1\n1,2\n3,four')).toMatch(
    /^Line 3, column 3: “four” is not a number that can be computed with/,
  );
  expect(error('1,2\n 3,  inf')).toMatch(/^Line 2, column 6: “inf”/);
  expect(error('1,2\n,3')).toBe('Line 2, column 1: a number is missing.');
  expect(error('x1,speed\n1,2')).toMatch(/^Line 1, column 4: “speed” is neither an input/);
  expect(error('1,2\n3,4,5')).toBe('Line 2, column 1: here are 3 columns, in the first line are 2.');
  expect(error('x1,d1,d2\n1,2,')).toBe('Line 2, column 1: a step has all of its targets or none.');
  expect(error('d1\n1')).toMatch(/^Line 1, column 1: No column is an input/);
});

test('what is empty, too long or has nothing to learn gets its own sentence', () => {
  expect(error(' \n')).toMatch(/^There is nothing here yet/);
  expect(error('x1,d1')).toMatch(/^There are only names here/);
  expect(error('x1,d1\n1,\n2,')).toMatch(/^No step has a target/);
  expect(error('1')).toMatch(/^Of a single number nothing can be foretold/);
  expect(error('1\n'.repeat(20_000))).toMatch(/time steps; \d+ are the most/);
  expect(error(Array.from({ length: 40 }, () => '1').join(','))).toMatch(/^There are 39 columns/);
});
