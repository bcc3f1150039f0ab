/** What the page asks of the worker that trains, and what it answers. */

import type { Values } from '../../engine/types';
import type { Report } from '../../store/training';
import type { Setup } from '../../tasks/setup';

export type Ask =
  | { readonly kind: 'start'; readonly setup: Setup; readonly trained: Values | null }
  | { readonly kind: 'alter'; readonly setup: Setup }
  /** The page has drawn the last report and would like another. */
  | { readonly kind: 'report' }
  | { readonly kind: 'stop' };

export interface Answer extends Report {
  readonly isBroken: boolean;
  /** Nothing comes after it: stopped, or broken. */
  readonly isLast: boolean;
}
