const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;

/** What pasted text may be, and what is wrong with it; loaded with the editors. */
export const paste = {
  empty: 'There is no number in the text. Put a row on each line, with spaces or commas between its numbers.',
  tooLong: 'The text is too long: at most 100 000 characters are read.',
  where: (line: number, column: number) => `Line ${line}, column ${column}: `,
  notANumber: (entry: string) =>
    `“${entry}” is not a number. Allowed are numbers such as −0.5 or 1e-3, with spaces, commas or tabs between ` +
    'them; rows on lines of their own, with ; between them, or in brackets as in Python and MATLAB.',
  notFinite: (entry: string) => `“${entry}” can’t be computed with; every number must be finite.`,
  tooLarge: (entry: string) => `“${entry}” is too large; the largest number is about 1.8e308.`,
  missing: 'a number is missing before this comma.',
  outside: 'this number stands outside of the brackets of a row.',
  closesNothing: 'this bracket closes nothing.',
  neverClosed: 'this bracket is never closed.',
  tooDeep: 'brackets are more than two deep; a matrix is a list of rows.',
  ragged: (row: number, length: number, first: number) =>
    `Row ${row} has ${count(length, 'number')}, row 1 has ${first}; every row must be as long.`,
  decimalComma: 'A comma parts two numbers here; decimals are written with a point: 0.5.',
  size: (rows: number, cols: number) => `${rows} × ${cols}`,
  perStep: (size: number) => `${count(size, 'number')} per time step, a row for each`,
  rows: (rows: number, cols: number) => `${count(rows, 'row')} of ${cols}`,
  steps: (steps: number) => count(steps, 'time step'),
  stepsBetween: (least: number, most: number) => `${least} to ${most} time steps`,
  otherShape: (name: string, wanted: string, found: string) => `${name} is ${wanted}; the text has ${found}.`,
  otherLength: (name: string, wanted: string, found: number) =>
    `${name} has ${wanted}; the text has ${found}.`,
} as const;
