import { lazily } from '../lazily';

/**
 * What is set: what to start from, the network, its error and weights, clipping, truncation, training. It is loaded apart:
 * the score stands first.
 */
export const SetUp = lazily(() => import('./Controls').then((module) => module.Controls));

/** What to look at in the preset in force. */
export const LookAt = lazily(() => import('./LookAt').then((module) => module.LookAt));
