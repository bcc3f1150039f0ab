import { doneAt } from '../../engine';
import type { CellId } from '../../engine/types';
import { run, useUnrolled } from '../../store';

/** The last cell of a list that is known at the playhead; undefined while none is. */
export const useLatest = (cells: readonly CellId[]): CellId | undefined =>
  useUnrolled((state) => {
    const { plan } = run(state);
    return cells.findLast((cell) => doneAt(plan, cell) <= state.playhead);
  });

/** Whether one of these cells is known at the playhead. */
export const useIsKnown = (cells: readonly CellId[]): boolean => useLatest(cells) !== undefined;
