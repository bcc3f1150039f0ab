/** Sentences of the choice between courses' conventions; loaded with the set-up. Symbols come in as they are written. */
export const conventions = {
  title: 'Conventions',
  article: 'As in the article',
  letters: 'Letters',
  /** State, output, error. */
  letterChoices: { SYE: 'S, Y, E', hyL: 'h, y, L' },
  weights: 'Names of weights',
  delta: 'δ stands for',
  loss: 'Squared error',
  lossNote: 'This is the Loss of the set-up: with ½ the error and every gradient are half as large.',
  noLoss: 'Cross-entropy has no ½ to choose.',
  kept: 'Kept on this machine. A link opens in the convention that it was shared in.',
} as const;
