/** Sentences of who hears whom: what each error sends to each state. */
export const pairs = {
  title: 'Who hears whom',
  /** Beside the title while it is closed. */
  closed: 'which error teaches which state',
  /** Where there is room for more. */
  closedMore: ', and how much of it is left',
  choice: 'Gradient with respect to',
  legend: 'Scale of the colours',
  figure: (errors: number, states: number) =>
    `${errors === 1 ? 'One error' : `${errors} errors`} by ${states === 1 ? 'one state' : `${states} states`}; arrow keys go from pair to pair`,
  nothingYet: (state: string) =>
    `Nothing flows back yet: a column appears when the backward pass has reached its ${state}.`,
  aboutStates: (errors: boolean) =>
    `A row is what one error teaches the states before it${errors ? '; a column, what one state is taught by the errors after it; the last row, by all of them together' : ''}.`,
  aboutTerms: (errors: boolean, weight: string) =>
    `A row is what one error teaches ${weight}, by way of each step${errors ? '; a column, what one step adds to it for each error; the last row, for all of them together' : ''}.`,
  onlyOne: (error: string) => `Only ${error} is taken, so there is one row.`,
  everyStep: 'Take the error at every step',
  clippedMark: 'A corner marks what clipping shortened on its way.',
  clippedAfter: 'This clipping comes after the sweep: it leaves every pair as it is.',
  notTaken: 'A step whose error is not taken has no row.',
  inSight: 'Only errors in sight have a row; the last row is of all errors, also of later ones.',
  /** What is pointed at. */
  equals: (what: string, number: string) => `${what} = ${number}`,
  norm: (what: string) => `‖${what}‖`,
  term: (step: string, whole: string) => `term of step ${step} in ${whole}`,
  share: (percent: string, origin: string) => `${percent} of ${origin}`,
  back: (steps: number) => (steps === 1 ? 'one step back' : `${steps} steps back`),
  setsOut: 'here it sets out',
  unclipped: (number: string) => `${number} without clipping`,
  cutByWindow: (error: string, state: string, first: string) =>
    `${error} does not reach ${state}: its window begins at ${first}. That is no 0: there is no such gradient.`,
  cutByHorizon: (error: string, state: string, first: string) =>
    `${error} does not reach ${state}: its horizon ends at ${first}. That is no 0: there is no such gradient.`,
  later: (error: string, state: string) =>
    `${error} is taken before ${state}: the one says nothing of the other.`,
  unknown: (what: string) => `${what} is not computed yet.`,
  rowOfStates: (error: string, from: string, to: string) =>
    from === to ? `${error} teaches ${to}` : `${error} teaches ${from} … ${to}`,
  left: (percent: string, state: string) => `${percent} is left at ${state}`,
  rowOfTerms: (from: string, to: string) =>
    from === to ? `the term of step ${to}` : `the terms of steps ${from} … ${to}`,
  column: (state: string, errors: string) => `${state} is taught by ${errors}`,
  columnOfTerms: (step: string, weight: string, errors: string) =>
    `step ${step} teaches ${weight} for ${errors}`,
  range: (from: string, to: string) => (from === to ? from : `${from} … ${to}`),
  addUp: (number: string) => `their norms add up to ${number}`,
  clippedTo: (number: string) => `clipped to ${number}`,
  /** Above what stands at the right of the rows. */
  leftAt: (state: string) => `left at ${state}`,
  table: 'Table',
  tableOfStates: (state: string) => `Norm of each error’s gradient of each ${state}`,
  tableOfTerms: (weight: string) => `Norm of each step’s term in each error’s gradient of ${weight}`,
  error: 'Error',
  together: 'all together',
  cut: 'cut',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'The browser did not let it be copied',
} as const;
