const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;

/** Sentences of typing a result: comparing it with this step's, and predicting what comes. Cells come in as markers. */
export const predict = {
  differ: 'Where does my number differ?',
  yours: 'Your result',
  check: 'Check',
  hintOne: 'A number, as exactly as you have it.',
  hintVector: (size: number) => `${count(size, 'number')}, apart by spaces.`,
  hintMatrix: (rows: number, cols: number) =>
    `${count(rows, 'row')} of ${cols}: numbers apart by spaces, rows by ; or Shift + Enter.`,
  tolerance: (most: string, digits: number) =>
    `Within ±${most} counts as right: half a unit of the last of ${count(digits, 'digit')}.`,
  tolerances: (least: string, most: string) =>
    `Within half a unit of the last digit typed counts as right: ±${least} to ±${most}.`,

  right: 'Right.',
  rightIs: (cell: string, full: string) => `Right: ${cell} is ${full}.`,
  coarse:
    'That fits, but so would many other numbers: type at least two digits, of a vector’s largest entry as well.',
  unknownOne: (cell: string, right: string, typed: string, difference: string) =>
    `${cell} is ${right}; ${typed} is off by ${difference}.`,
  unknownMany: (differing: number, of: number, place: string, right: string, typed: string) =>
    `${differing} of ${of} entries ${differing === 1 ? 'differs' : 'differ'}, by most ${place}: ${typed} where ${right} is right.`,
  row: (row: number) => `in row ${row}`,
  place: (row: number, column: number) => `in row ${row}, column ${column}`,
  noneKnown: 'None of the usual mistakes gives this.',
  several: (n: number) => `${n} of the usual mistakes give this:`,

  asks: (cell: string) => `What is ${cell}?`,
  prediction: 'Your prediction',
  hints: ['Hint: the equation', 'Hint: its numbers', 'Hint: the result'],
  reveal: 'Reveal',
  notYet: 'Not yet.',
  first: 'First your prediction: type it and press Enter, or press Reveal.',
  hidden: 'Hidden until Reveal, → or Page Down is pressed.',
  /** While a clicker walks moments. */
  hiddenFromKeys: 'Hidden until Reveal or → is pressed.',
  outcomes: {
    first: 'Right at first try.',
    later: 'Right.',
    shown: 'This was shown.',
  },
  next: 'Next question',
  ended: 'Nothing is left to predict: this was the last operation.',
  endedByStep: 'No main result of a time step is left to predict.',

  settings: 'Predicting',
  by: 'Ask for',
  bys: { operation: 'Operation', 'time step': 'Time step' },
  byStep:
    'Asked for are each step’s state and error, on the way back what reaches each state, in the end each matrix’s gradient and the new matrix.',
  way: 'How',
  ways: { ask: 'Ask me', hide: 'Hide until a key' },
  score: 'Score',
  scores: { first: 'right at first try', later: 'later or with hints', shown: 'shown' },
  resetScore: 'Reset score',
} as const;
