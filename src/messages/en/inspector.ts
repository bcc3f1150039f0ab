/** Sentences of the area "inspector": this step, the weights, and the editor of numbers. */
export const inspector = {
  thisStep: 'This step',
  weights: 'Weights and their gradients',
  notLoaded: 'This part could not be loaded. Reload the page to try again.',

  invitationKicker: 'Before the first operation',
  invitationTitle: (T: number) =>
    T === 1 ? 'One step forward, and back again' : `${T} steps forward, and back again`,
  invitation: (T: number) =>
    `The network is about to read its ${T === 1 ? 'input' : `${T} inputs, one at a time,`} then to carry the gradient of its error back through every step.`,
  howToStart:
    'Press Next step or the right arrow key for one operation, Play or the space bar to watch them all.',

  equation: (spoken: string) => `Equation: ${spoken}`,
  inNumbers: 'The same equation in numbers',
  result: (title: string, cell: string, value: string) => `${title}. ${cell}: ${value}`,
  copyNumbers: 'Copy numbers',
  copyLatex: 'Copy LaTeX',
  copied: 'Copied.',
  notCopied: 'This browser does not let the page copy.',

  terms: (count: number, of: number) => `${count} of ${of} ${of === 1 ? 'term' : 'terms'}`,
  noTerms: 'no term yet',
  clickToChange: 'Click any weight to change it.',
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
