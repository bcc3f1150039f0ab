import { at, grad } from '../../engine/cells';
import type { CellId, Op } from '../../engine/types';
import { focusIn, type State, useUnrolled } from '../../store';

/** What the operation in focus, or the pointer, has to do with some cells. */
export type Role = 'writes' | 'points' | 'reads' | 'calm';

/** The step that is shown where only one is: that of the operation in focus; before any, the first. */
export const stepIn = (state: State): number => focusIn(state)?.t || 1;

/** The same of the rolled network, which shows S_0 while its gradient is written. */
export const rolledStepIn = (state: State): number =>
  focusIn(state)?.out === grad(at('S', 0)) ? 0 : stepIn(state);

export const roleIn = (
  { pointed, path }: Pick<State, 'pointed' | 'path'>,
  op: Op | undefined,
  cells: readonly CellId[],
): Role => {
  if (op && cells.includes(op.out)) return 'writes';
  if (cells.some((cell) => cell === pointed || path.has(cell))) return 'points';
  if (op?.in.some((cell) => cells.includes(cell))) return 'reads';
  return 'calm';
};

/**
 * The role of some cells that are drawn as one thing. One string, so that a component renders again only when the
 * role changes.
 */
export const useRole = (cells: readonly CellId[]): Role =>
  useUnrolled((state) => roleIn(state, focusIn(state), cells));
