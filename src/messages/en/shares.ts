/** Sentences under the ledger: terms as shares, and the gradient without its sum over time. Braces hold symbols. */
export const shares = {
  droppedTitle: 'If the sum over time were dropped',
  droppedName: (weight: string) => `gradient of ${weight} without the sum over time`,
  insteadOf: 'instead of',
  wrong: 'wrong',
  copyBoth: 'Copy both',
  off: (percent: string) => `${percent} off:`,
  offTitle: 'The norm of the difference as a share of the norm of the gradient',
  angle: (degrees: string) => `at an angle of ${degrees}°`,
  length: (percent: string) => `${percent} of its length`,
  opposite: 'of the opposite sign',
  sameSign: 'of the same sign',
  onlyLast: (last: string, before: string, weight: string) =>
    `Only the term of step ${last} is kept, as if ${before} were a constant that does not depend on ${weight}.`,
  onlyOwn: (weight: string) =>
    `Every error keeps only the term of its own step, as if the state before were a constant that does not depend on ${weight}.`,
  same: 'Nothing is lost by it here.',
  sameOutput:
    'Nothing is lost by it: {Wy} acts on each output by itself, so its sum over time is a sum over errors only.',
  sameOneStep: 'Nothing is lost by it: there is one step only.',
  truncated: 'The gradient that it is compared with is truncated itself.',
  notYet: 'How wrong that is shows once the backward pass has made both gradients.',

  table: 'Table',
  tableOf: (gradient: string) => `The terms of ${gradient}, latest first`,
  step: 'Step',
  immediate: (weight: string) => `∂⁺{S_j}/∂${weight}`,
  arrives: '{d:S_j}',
  term: 'term',
  share: 'share',
  cancel: (norms: string, sum: string) =>
    `The norms add up to ${norms}; the sum of the terms has the norm ${sum}, since terms of opposite sign cancel.`,
  byMemory: 'An LSTM’s term comes by way of {C} as well: it is not the product of the two before it.',
  copyTable: 'Copy table',
} as const;
