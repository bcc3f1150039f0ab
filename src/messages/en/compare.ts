/** Sentences of the comparison of two or three set-ups; loaded with it. */
const list = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

export const compare = {
  region: 'Comparison',
  /** Letters of those that are compared, in their order. */
  letters: ['A', 'B', 'C'],
  /** The quick starts follow. */
  start: 'Compare',
  starts: {
    cells: 'RNN, LSTM, GRU',
    thresholds: 'Two thresholds',
    activations: 'Two activations',
    scales: (weight: string) => `Two scales of ${weight}`,
    forgetBiases: 'Two forget biases',
  },
  /** One of those that are compared: `A: RNN`, or `A` where nothing sets it apart. */
  name: (letter: string, what: string) => (what === '' ? letter : `${letter}: ${what}`),
  chosen: 'Chosen set-up',
  chosenNote: 'The set-up panel changes the chosen one, and This step explains it.',
  copyTo: (from: string, to: string) => `Copy ${from} to ${to}`,
  add: (letter: string) => `Add a copy of ${letter}`,
  remove: (letter: string) => `Remove ${letter}`,

  /** What differs follows. */
  different: 'Different:',
  same: (letters: readonly string[]) =>
    `Nothing differs: ${list(letters)} are the same set-up. Choose one and change it.`,
  rest: 'All else is the same.',
  restOfAll: 'All else is the same, sequence and seed included.',
  playhead: (chosen: string, others: readonly string[]) =>
    `Whole steps are exact. Within one, ${chosen} goes by operation; ${list(others)} ${others.length === 1 ? 'stands' : 'stand'} at the nearest moment.`,
  fields: {
    cell: 'Cell',
    sizes: 'Hidden units',
    inputs: 'Input dimension',
    outputs: 'Output dimension',
    g1: 'State activation g₁',
    g2: 'Output activation g₂',
    loss: 'Loss',
    isMean: 'Mean over the time steps',
    bias: 'Biases',
    forgetBias: 'Forget bias',
    errorAt: 'Error at',
    truncation: 'Truncation',
    clip: 'Clipping',
    threshold: 'Clip threshold',
    optimizer: 'Optimizer',
    learningRate: 'Learning rate',
    batch: 'Sequences per update',
    seed: 'Seed',
    scale: (weight: string) => `Scale of ${weight} (σ)`,
    x: 'Inputs',
    d: 'Targets',
    states: 'Initial states',
    weights: 'Single weights',
    updates: 'Updates',
  },
  on: 'on',
  off: 'off',
  /** Where a choice has no effect. */
  none: '–',
  cut: (kind: string, k: number) => `${kind} of ${k}`,
  steps: (steps: readonly number[]) => steps.join(', '),
  /** The names of a set-up, from what sets it apart. */
  short: {
    units: (H: string) => `${H} units`,
    threshold: (theta: string) => `θ = ${theta}`,
    scale: (sigma: string) => `σ = ${sigma}`,
    forgetBias: (bias: string) => `forget bias ${bias}`,
    updates: (count: string) => (count === '1' ? '1 update' : `${count} updates`),
    learningRate: (eta: string) => `η = ${eta}`,
    seed: (seed: string) => `seed ${seed}`,
    clipOff: 'not clipped',
    uncut: 'not truncated',
  },

  /** The stream below a stave. */
  sent: (what: string, size: string) => `‖${what}‖ = ${size}`,
  arrives: (share: string, from: number, to: number) => `${share} of step ${from} arrives at step ${to}`,
  free: (size: string) => `${size} without clipping`,

  /** One line of the chart: its letter and its factor. */
  factor: (letter: string, factor: string) => `${letter} × ${factor}`,
  factorTitle: (name: string, from: number, to: number) =>
    `${name}: geometric mean of the factors from step ${from} back to step ${to}`,
  factorNote: 'per step so far',
  pair: (letters: readonly string[], states: readonly string[]) => `${letters.join(', ')}: ${list(states)}`,
  pairTitle: (state: string, memory: string) =>
    `Of an LSTM: the gradient with respect to all that it carries, ${state} and ${memory} together, each with the other held fixed. What ${memory} does through ${state} counts once, in ${state}.`,
  /** At the overlay's end. */
  forgetLetter: (letter: string, isOnly: boolean) => (isOnly ? 'f' : `f ${letter}`),
  forget: 'Forget gate f',
  forgetNote: 'f: only a part',
  forgetTitle: (memory: string) =>
    `Forget gates alone: their product, times what sets out at ${memory}. It is the way of the gradient along ${memory}; the ways through the gates come on top, so it is only a part of the gradient.`,
  clipAbove: (letters: readonly string[]) => `clip ${letters.join(', ')}`,
  point: (letter: string, norm: string) => `${letter} ${norm}`,
  pointClipped: (letter: string, came: string, flows: string) =>
    `${letter} ${came} came in, ${flows} flows on`,
  step: (t: number) => `t = ${t}`,

  table: 'Table of the norms',
  caption: (error: string) => `Norm of the gradient of ${error} that reaches each step so far`,
  stepHead: 'Step',
  cameIn: (name: string) => `${name}, came in`,
  flowsOn: (name: string) => `${name}, flows on`,
  forgetHead: (letter: string) => `${letter}, forget gates alone: a part`,
  copy: 'Copy table',
  copied: 'Copied.',
  notCopied: 'This browser does not let the page copy.',
  /** The sum of all errors, where the chart is of it. */
  sum: 'all errors',
} as const;
