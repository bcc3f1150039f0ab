/**
 * Further setups to start from, each with a point; `more-presets.test.ts` measures that it is plain to see. Seeds were
 * chosen by measuring what the gradient does on its way back.
 */
import { article } from './article';
import { type Preset, random, vanishing } from './presets';
import type { Setup } from './setup';

const steps = (T: number) => Array.from({ length: T }, (_, index) => index + 1);

/** One unit driven upwards at every step: Ws is larger than 1, but the slope of tanh is small wherever the state is. */
const saturated: Setup = {
  ...article,
  T: 8,
  edits: {
    ...Object.fromEntries(steps(8).map((t) => [`x${t}.0`, 0.5])),
    ...{ 'Wx.0.0': 1, 'Ws.0.0': 1.5, 'Wy.0.0': 1, 'd8.0': 0 },
  },
};

/**
 * ρ = 0.9, but Ws is far from symmetric: ‖Ws⁹‖ = 19.4. The target is chosen so that δ_T = (1, 0), as far as doubles go:
 * Y_T is 1.47…, and −2 (d − Y) is 1.
 */
const growing: Setup = {
  ...article,
  ...{ T: 60, H: 2, g1: 'identity' },
  edits: {
    ...{ 'Ws.0.0': 0.9, 'Ws.0.1': 5, 'Ws.1.0': 0, 'Ws.1.1': 0.9 },
    ...{ 'Wx.0.0': 1, 'Wx.1.0': 0.1, 'Wy.0.0': 1, 'Wy.0.1': 0, 'd60.0': 0.9721620191679419 },
  },
};

const relu: Setup = { ...random, T: 12, g1: 'relu', scale: 1.4, seed: 696, dataSeed: 696 };

const lstmForgets: Setup = { ...random, cell: 'lstm', T: 12, seed: 665, dataSeed: 665 };

const lstmRemembers: Setup = { ...lstmForgets, bias: true, forgetBias: 3 };

/** The update gates' biases are the second of three blocks of rows. */
const gruRemembers: Setup = {
  ...random,
  ...{ cell: 'gru', T: 12, seed: 3972, dataSeed: 3972, bias: true },
  edits: { 'bs.4': 3, 'bs.5': 3, 'bs.6': 3, 'bs.7': 3 },
};

const everyStep: Setup = { ...vanishing, errorAt: 'every' };

/** Ws turns the state and keeps its length, so every gradient keeps its own, as far as it may go. */
const truncated: Setup = {
  ...article,
  ...{ T: 12, H: 2, g1: 'identity', truncation: { kind: 'horizon', k: 3 } },
  edits: { 'Ws.0.0': 0.8, 'Ws.0.1': -0.6, 'Ws.1.0': 0.6, 'Ws.1.1': 0.8 },
};

export const morePresets: readonly Preset[] = [
  { id: 'saturated', setup: saturated, opensAt: 'gradients' },
  { id: 'growing', setup: growing, opensAt: 'gradients' },
  { id: 'relu', setup: relu, opensAt: 'gradients' },
  { id: 'lstmRemembers', setup: lstmRemembers, opensAt: 'gradients' },
  { id: 'lstmForgets', setup: lstmForgets, opensAt: 'gradients' },
  { id: 'gruRemembers', setup: gruRemembers, opensAt: 'gradients' },
  { id: 'everyStep', setup: everyStep, opensAt: 'gradients', chartOf: 'sum', heard: 'S' },
  { id: 'truncated', setup: truncated, opensAt: 'gradients' },
];
