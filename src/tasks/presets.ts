/** Setups to start from. Each shows at first sight what it is named after; `presets.test.ts` measures that. */
import { messages } from '../messages';
import type { Setup } from './setup';

export interface Preset {
  readonly id: 'article' | 'vanishing' | 'exploding' | 'clipped';
  readonly title: string;
  /** One sentence: what there is to see. */
  readonly about: string;
  readonly setup: Setup;
  /** Where the playhead stands at first: before all, or after the backward pass, when every gradient is there to see. */
  readonly opensAt: 'start' | 'gradients';
}

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

/** Four units; seeds and scales were chosen by measuring what the gradient does on its way back. */
const random: Setup = { ...article, H: 4, edits: {} };

const vanishing: Setup = { ...random, T: 12, scale: 0.9, seed: 90, dataSeed: 90 };

/** With tanh a gradient grows only where no state saturates, so most seeds don't explode however large Ws is. */
const exploding: Setup = { ...random, T: 10, scale: 4, seed: 2032, dataSeed: 2032 };

const clipped: Setup = { ...exploding, clip: 'step', threshold: 1 };

const { presets: text } = messages.tasks;

export const presets: readonly Preset[] = [
  { id: 'article', ...text.article, setup: article, opensAt: 'start' },
  { id: 'vanishing', ...text.vanishing, setup: vanishing, opensAt: 'gradients' },
  { id: 'exploding', ...text.exploding, setup: exploding, opensAt: 'gradients' },
  { id: 'clipped', ...text.clipped, setup: clipped, opensAt: 'gradients' },
];
