import { expect, test } from 'vitest';
import { parseMatrix, parseRows, parseSequence } from './parse';

const matrix = [
  [1, -0.5],
  [0.001, 2],
];

test.each([
  ['lines and spaces', '1 -0.5\n1e-3 2'],
  ['lines and commas', '1, -0.5\n1e-3, 2\n'],
  ['tabs and Windows line ends', '1\t-0.5\r\n.001\t2\r\n'],
  ['semicolons', '1 -.5; 0.001 2'],
  ['a real minus sign', '1 −0.5; 1e−3 2'],
  ['Python', '[[1, -0.5], [1E-3, 2.]]'],
  ['Python over lines', 'Ws = [\n  [1, -0.5],\n  [1e-3, 2.0],\n]'],
  ['NumPy’s print', '[[ 1.    -0.5  ]\n [ 0.001  2.   ]]'],
  ['NumPy’s wrapped print', '[[ 1.\n  -0.5  ]\n [ 0.001\n  2.   ]]'],
  ['NumPy’s repr', 'array([[1., -0.5],\n       [0.001, 2.]], dtype=float32)'],
  ['PyTorch', 'tensor([[ 1.0000, -0.5000],\n        [ 0.0010,  2.0000]])'],
  ['PyTorch with options', "torch.tensor([[1, -0.5], [1e-3, 2]], dtype=torch.float64, device='cuda:0')"],
  ['PyTorch with a history', 'tensor([[1, -0.5], [1e-3, 2]], grad_fn=<MulBackward0>)'],
  ['MATLAB', 'Ws = [1 -0.5; 0.001 2];'],
  ['MATLAB over lines', 'Ws = [1, -0.5\n 0.001 ...\n 2];'],
  ['rows in brackets of their own', '[1, -0.5], [0.001, 2]'],
  ['this app’s own way of writing', '1 −0.5; 1×10⁻³ 2'],
  ['a power of ten by itself', '1 −0.5; 10⁻³ 2'],
])('a matrix is read from %s', (_, source) => {
  expect(parseRows(source)).toEqual({ rows: matrix });
  expect(parseMatrix(source, 'Ws', 2, 2)).toEqual({ rows: matrix });
});

test.each([
  ['1 2\n3 x4', 'Line 2, column 3: “x4” is not a number.'],
  ['1 2\n3 1-2', 'Line 2, column 3: “1-2” is not a number.'],
  ['tensor([[1, 2], [nan, 4]])', 'Line 1, column 18: “nan” can’t be computed with'],
  ['1; -inf', 'Line 1, column 4: “-inf” can’t be computed with'],
  ['1\n1e999', 'Line 2, column 1: “1e999” is too large'],
  ['1,,2', 'Line 1, column 3: a number is missing'],
  ['[[1, 2], [3, 4]', 'Line 1, column 1: this bracket is never closed'],
  ['1 2]', 'Line 1, column 4: this bracket closes nothing'],
  ['[[[1]]]', 'Line 1, column 3: brackets are more than two deep'],
  ['[[1, 2], 3]', 'Line 1, column 10: this number stands outside'],
  ['1 2\n3', 'Row 2 has 1 number, row 1 has 2'],
  ['', 'There is no number in the text'],
  [' [ ] ', 'There is no number in the text'],
  ['1 '.repeat(60_000), 'The text is too long'],
])('%j is refused with its place and reason', (source, sentence) => {
  const parsed = parseRows(source);
  expect('error' in parsed && parsed.error).toContain(sentence);
});

test('another size is refused with both sizes', () => {
  expect(parseMatrix('1 2 3 4\n1 2 3 4\n1 2 3 4', 'Ws', 4, 4)).toEqual({
    error: 'Ws is 4 × 4; the text has 3 rows of 4.',
  });
});

test('a vector may lie or stand, a matrix may not be turned', () => {
  expect(parseMatrix('1 2 3', 'bs', 3, 1)).toEqual({ rows: [[1], [2], [3]] });
  expect(parseMatrix('1\n2\n3', 'Wy', 1, 3)).toEqual({ rows: [[1, 2, 3]] });
  expect(parseMatrix('1 2 3; 4 5 6', 'Wx', 3, 2)).toHaveProperty('error');
});

test('a sequence is a row per step; single numbers may lie in one row', () => {
  expect(parseSequence('1 2\n3 4\n5 6', 'x', 3, 2)).toEqual({
    rows: [
      [1, 2],
      [3, 4],
      [5, 6],
    ],
  });
  expect(parseSequence('1, 2, 3', 'x', 3, 1)).toEqual({ rows: [[1], [2], [3]] });
  expect(parseSequence('1, 2, 3', 'x', 4, 1)).toEqual({ error: 'x has 4 time steps; the text has 3.' });
  expect(parseSequence('1, 2, 3', 'x', 4, 2)).toEqual({
    error: 'x is 2 numbers per time step, a row for each; the text has 1 row of 3.',
  });
});

test('a sequence of a free length must be within its ends', () => {
  expect(parseSequence('1 2 3 4 5', 'x', [1, 60], 1)).toEqual({ rows: [[1], [2], [3], [4], [5]] });
  expect(parseSequence('1\n'.repeat(61), 'x', [1, 60], 1)).toEqual({
    error: 'x has 1 to 60 time steps; the text has 61.',
  });
});

test('a list with decimal commas is told that a comma parts two numbers', () => {
  const hint = /comma parts two numbers/;
  expect(parseMatrix('0,5 0,25\n0,1 0,2', 'Ws', 2, 2)).toEqual({ error: expect.stringMatching(hint) });
  expect(parseMatrix('0,5 0,25\n1 0,2', 'Ws', 2, 2)).toEqual({ error: expect.stringMatching(hint) });
  expect(parseSequence('0,5\n0,25', 'x', 2, 1)).toEqual({ error: expect.stringMatching(hint) });
  expect(parseMatrix('1, 2, 3', 'Ws', 2, 2)).toEqual({ error: expect.not.stringMatching(hint) });
});
