import type { Plan } from '../../engine/types';
import type { Inside } from './figure';
import { insideGru } from './gru';
import { insideLstm } from './lstm';
import { leastWidth } from './sizes';

/** The cells whose inside is drawn. */
const drawings = { lstm: insideLstm, gru: insideGru } as const;

/** The inside of a plan's cell at step t, at least as wide as can be read; undefined for a cell without one. */
export const insideOf = (plan: Plan, t: number, available: number): Inside | undefined => {
  const { cell } = plan.shape;
  if (cell === 'rnn') return undefined;
  return drawings[cell](plan, t, Math.max(leastWidth[cell], available));
};
