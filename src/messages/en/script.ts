/** Comments of the PyTorch script: what each part does, for someone who reads Python. */
export const script = {
  about: 'A network of Unrolled in PyTorch: its states, error and gradients through time, and one update.',
  usage: 'Run it with python3 and torch; with --json it prints one JSON object.',
  sequence: 'Row t - 1 is the input at step t; targets are by step, only where the error is taken.',
  weights: 'Weights as they stand, row by row.',
  lstm: 'Gate rows in the order i, f, g, o. Of the two biases of nn.LSTM, which only occur as a sum, one is fixed at 0.',
  gru: 'Gate rows in the order r, z, n; the reset comes after the product.',
  advance: 'One step: the states after it.',
  error: 'The error of one step.',
  arrive: 'Notes what reaches a state on the way back.',
  arriveClipped: (state: string) =>
    `Notes what reaches a state on the way back; what reaches ${state} is cut to the threshold before it flows on, C is not.`,
  windows: 'Windows: the state is carried over by value, and no gradient goes back across the border.',
  forward: 'Steps first to last from some states, and all that they make, by name.',
  whole: 'Forward, and backward through time.',
  horizon:
    'A horizon: each error goes back through its own last steps only, so each has a sweep of its own from a copied state.',
  clipNorm: 'All gradients together are cut to the threshold by their norm.',
  clipValue: 'Every entry of a gradient is cut to the threshold.',
  update: 'One update.',
  memory: 'What the optimizer remembers of the updates made so far.',
} as const;
