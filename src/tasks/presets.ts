/** Setups to start from. Each shows at first sight what it is named after; `presets.test.ts` measures that. */
import { messages } from '../messages';
import { article } from './article';
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

/** Four units; seeds and scales were chosen by measuring what the gradient does on its way back. */
const random: Setup = { ...article, H: 4, edits: {} };

const vanishing: Setup = { ...random, T: 12, scale: 0.9, seed: 90, dataSeed: 90 };

/** With tanh a gradient grows only where no state saturates, so most seeds don't explode however large Ws is. */
const exploding: Setup = { ...random, T: 10, scale: 4, seed: 2032, dataSeed: 2032 };

const clipped: Setup = { ...exploding, clip: 'step', threshold: 1 };

const text = messages.tasks.presets;

export const presets: readonly Preset[] = [
  { id: 'article', ...text.article, setup: article, opensAt: 'start' },
  { id: 'vanishing', ...text.vanishing, setup: vanishing, opensAt: 'gradients' },
  { id: 'exploding', ...text.exploding, setup: exploding, opensAt: 'gradients' },
  { id: 'clipped', ...text.clipped, setup: clipped, opensAt: 'gradients' },
];
