/** Sentences about whether gradients are right and numbers are sound; loaded when either is asked. */
const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;

export const check = {
  title: 'Check of the gradients',
  close: 'Close',
  whole: (agreeing: number, compared: number, worst: string) =>
    `${agreeing} of ${count(compared, 'weight')} agree with central differences, worst relative error ${worst}.`,
  local: (agreeing: number, compared: number, worst: string) =>
    `${agreeing} of ${compared} entries of local derivatives agree with central differences, worst relative error ${worst}.`,
  sampled: (outOf: number) =>
    `That is a sample, evenly spread over all ${outOf}: each costs several runs of the network.`,
  why: {
    step: (error: string) =>
      `Clipping at each step shortens the gradient on its way, so what arrives at a weight is on purpose not the derivative of ${error}: it must differ from a difference quotient.`,
    truncated: (error: string) =>
      `Truncation leaves ways out, so what arrives at a weight is on purpose not the whole derivative of ${error}: it must differ from a difference quotient.`,
  },
  instead: 'Instead, the derivative of each operation was checked by itself.',
  fails: (place: string) => `The worst is ${place}.`,
  entry: (symbol: string, row: number, col: number) => `${symbol}, row ${row}, column ${col}`,
  show: 'Show it',
  notFinite: 'Numbers of this network are no longer finite, so there is nothing to compare there.',

  brokenTitle: 'Numbers that broke',
  first: (symbol: string, value: string, place: string) =>
    `${symbol} is the first to become ${value}, ${place}.`,
  places: {
    forward: (t: number) => `at step ${t} of the forward pass`,
    backward: (t: number) => `at step ${t} of the backward pass`,
    whole: 'after the last step',
    update: 'in the update of the weights',
  },
  causes: {
    weights: (weight: string) => `${weight} itself holds a number that is not finite.`,
    updates: (updates: number, rate: string) =>
      `Before ${updates === 1 ? 'the update' : `the ${updates} updates`} every number was sound: with the learning rate ${rate} a step went so far that the weights became too large.`,
    update: (rate: string) =>
      `The gradients are so large that a step with the learning rate ${rate} leaves the range of doubles. A smaller rate, or clipping, keeps it inside.`,
    grows: (activation: string, weight: string, radius: string) =>
      `${activation} has no upper bound, and the spectral radius of ${weight} is ρ = ${radius}: the state can grow ${radius}-fold at each step. Bounded activations such as tanh, or smaller weights, stop that.`,
    unbounded: (activation: string) =>
      `${activation} has no upper bound, and the weights are so large that what it lets through leaves the range of doubles.`,
    large: 'Inputs and weights are so large that their products leave the range of doubles.',
    error:
      'The output is so far from its target that the square of the distance leaves the range of doubles.',
    gradient: (factor: string) =>
      `The gradient explodes on its way back: each step makes it ${factor} times as long on average. Smaller weights or clipping at each step hold it.`,
    gradientAtOnce: 'Weights and errors are so large that the gradient leaves the range of doubles.',
  },
  toBroken: 'Go to the first broken operation',
  rescue: 'Back to the last sound setup',
} as const;
