import type { Setup } from './setup';

/** The article's network: one unit, three steps, the error at the last. */
export const article: Setup = {
  cell: 'rnn',
  T: 3,
  X: 1,
  H: 1,
  Y: 1,
  g1: 'tanh',
  g2: 'identity',
  loss: 'squared',
  isMean: false,
  bias: false,
  forgetBias: 0,
  errorAt: 'last',
  truncation: { kind: 'full' },
  clip: 'off',
  threshold: 1,
  optimizer: 'sgd',
  learningRate: 0.1,
  seed: 1,
  dataSeed: 1,
  scale: null,
  edits: {
    'x1.0': 1,
    'x2.0': 0.5,
    'x3.0': -1,
    'd3.0': 0.7,
    'Wx.0.0': 0.5,
    'Ws.0.0': 0.8,
    'Wy.0.0': 1,
  },
};
