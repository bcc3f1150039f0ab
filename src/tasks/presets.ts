/** Setups to start from. Each shows at first sight what it is named after; `presets.test.ts` measures that. */
import type { presets as text } from '../messages/en/presets';
import { article } from './article';
import type { Setup } from './setup';

export interface Preset {
  /** Its title and its sentence have the same name in the messages. */
  readonly id: keyof (typeof text)['of'];
  readonly setup: Setup;
  /** Where the playhead stands at first: before all, or after the backward pass, when every gradient is there to see. */
  readonly opensAt: 'start' | 'gradients';
  /** What the chart shows at first, where that is not the gradient of the last error. */
  readonly chartOf?: 'sum';
  /** Whether who hears whom is opened. */
  readonly heard?: 'S';
}

/** Four units; seeds and scales were chosen by measuring what the gradient does on its way back. */
export const random: Setup = { ...article, H: 4, edits: {} };

export const vanishing: Setup = { ...random, T: 12, scale: 0.9, seed: 90, dataSeed: 90 };

/** With tanh a gradient grows only where no state saturates, so most seeds don't explode however large Ws is. */
const exploding: Setup = { ...random, T: 10, scale: 4, seed: 2032, dataSeed: 2032 };

const clipped: Setup = { ...exploding, clip: 'step', threshold: 1 };

/** The first ones; `more-presets.ts` has the others, which are loaded with the panel in which a network is set up. */
export const presets: readonly Preset[] = [
  { id: 'article', setup: article, opensAt: 'start' },
  { id: 'vanishing', setup: vanishing, opensAt: 'gradients' },
  { id: 'exploding', setup: exploding, opensAt: 'gradients' },
  { id: 'clipped', setup: clipped, opensAt: 'gradients' },
];
