/** Sentences of the area "inspector": what is said of this step and of the weights, and the editor of numbers. */
export const inspector = {
  equation: (spoken: string) => `Equation: ${spoken}`,
  inNumbers: 'The same equation in numbers',
  result: (title: string, cell: string, value: string) => `${title}. ${cell}: ${value}`,
  copyNumbers: 'Copy numbers',
  copyLatex: 'Copy LaTeX',
  copied: 'Copied.',
  notCopied: 'This browser does not let the page copy.',

  terms: (count: number, of: number) => `${count} of ${of} ${of === 1 ? 'term' : 'terms'}`,
  noTerms: 'no term yet',
  paste: 'Paste',
  copy: 'Copy',
  times: (power: string) => `×${power}`,
  size: (rows: number, columns: number) => (columns === 1 ? String(rows) : `${rows} × ${columns}`),
  ofGate: (name: string, gate: string) => `${name}, ${gate}`,
  shownOf: (weight: string) => `What is shown of ${weight}`,
  entry: (name: string, row: number, column: number, value: string) =>
    `${name}, row ${row}, column ${column}, ${value}`,
  row: (name: string, row: number, value: string) => `${name}, row ${row}, ${value}`,
  only: (name: string, value: string) => `${name}, ${value}`,
  place: (row: number, column: number, value: string) => `row ${row}, column ${column}: ${value}`,

  changeOne: (name: string) => `Change ${name}`,
  placeOf: (name: string, row: number, column: number) => `${name}, row ${row}, column ${column}`,
  rowOf: (name: string, row: number) => `${name}, row ${row}`,
  change: 'Change',
  /** Opens the whole sequence that a number is of, to be pasted over. */
  allSteps: 'All steps at once',
  cancel: 'Cancel',
  replace: 'Replace',
  enterHint: 'Decimal point or comma. Enter changes it, Escape leaves it as it is.',
  notOneNumber: (typed: string) =>
    typed === '' ? 'A number is needed here.' : `“${typed}” is not a number. Examples: 0.5, −1.2, 1e-3.`,
  replaceAll: (name: string) => `Replace ${name}`,
  pasteHint: (rows: number, columns: number) =>
    `${rows} ${rows === 1 ? 'row' : 'rows'} of ${columns}, apart by spaces, commas or tabs; decimals have a point (0.5). Python, NumPy and MATLAB are read, too.`,
} as const;
