/** Sentences that stand in the explanation from the first, before what `inspector` says is loaded. */
export const explanation = {
  thisStep: 'This step',
  chain: 'Chain rule so far',
  weights: 'Weights and their gradients',

  invitationKicker: 'Before the first operation',
  invitationTitle: (T: number) =>
    T === 1 ? 'One step forward, and back again' : `${T} steps forward, and back again`,
  invitation: (T: number) =>
    `The network is about to read its ${T === 1 ? 'input' : `${T} inputs, one at a time,`} then to carry the gradient of its error back through every step.`,
  howToStart:
    'Press Next step or the right arrow key for one operation, Play or the space bar to watch them all.',
  clickToChange: 'Click any weight to change it.',
} as const;
