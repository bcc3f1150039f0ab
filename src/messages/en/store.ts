/** Sentences of the area "store": what an action or a link has to say. */
export const store = {
  notFinite: 'That is not a number that can be computed with; every entry must be finite.',
  noSuchEntry: (key: string) => `“${key}” is not an entry that can be set.`,
  noSuchCell: (cell: string) =>
    `Nothing can be pasted into “${cell}”: it is computed, or this network has none.`,
  noProbability: 'With softmax a target is the probability of a class: a number from 0 to 1.',
  noDistribution: (sum: string) =>
    `With softmax the targets of a step are the probabilities of its classes and must sum to 1; these sum to ${sum}.`,
  inRow: (row: number) => `Row ${row}: `,
  horizonYields:
    'Truncation is off now: with a horizon the errors are followed back apart, and there is no sum that could be clipped ' +
    'at each step.',
  clippingYields:
    'Clipping is off now: with a horizon the errors are followed back apart, and there is no sum that could be clipped ' +
    'at each step. By norm and by value go with it.',
  horizonShortened: (errors: number, k: number) =>
    `The horizon is ${k} now: with it every error is followed back by itself, and with ${errors} errors it can reach no further.`,
  trainedDropped:
    'The network now starts from the weights of the set-up again: the trained ones no longer apply. Undo brings them back.',
  nothingToReset:
    'There is nothing to take back: the weights are those that the set-up starts from, without an update yet.',
  editsReset: (count: number) =>
    count === 1
      ? 'Reset also took back 1 change made to the weights by hand after updating. Undo brings it back.'
      : `Reset also took back ${count} changes made to the weights by hand after updating. Undo brings them back.`,
  linkDamaged:
    'This link is damaged, perhaps cut off when it was copied. Here is the article’s network instead.',
  linkNewer:
    'This link was made by a newer version of Unrolled, which this one cannot read. Here is the article’s network instead.',
  linkTooLong: 'This link is too long to be one of Unrolled’s. Here is the article’s network instead.',
  talkApart:
    'This link shows one moment of a talk, whose list of moments was too long for a link. Open the talk’s file to have all of them.',
  /** What a link had no room for. */
  left: {
    trained:
      'This link had no room for the trained weights: the network starts from those of the set-up. A file, saved by Export, holds them.',
    edits:
      'This link had no room for all numbers that were given by hand: drawn ones stand in their place. A file, saved by Export, holds them.',
  },
  linkNotAllowed: (what: string) =>
    `This link asks for something that is not allowed (${what}). Here is the article’s network instead.`,
} as const;
