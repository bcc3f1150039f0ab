/** For tests of the store: each begins with the network that the app opens with, and with a clock of its own. */
import { afterEach, beforeEach, vi } from 'vitest';
import { numbersIn, type Position, positionOf } from '../../src/engine';
import { openingState, run, type State, store } from '../../src/store';

export function beginAfresh(): void {
  beforeEach(() => {
    vi.useFakeTimers();
    store.setState(openingState, true);
  });
  afterEach(() => {
    vi.runAllTimers();
    vi.useRealTimers();
  });
}

export const now = (): State => store.getState();

/** The numbers of a cell in the present run. */
export const value = (cell: string): number[] => Array.from(numbersIn(run(now()).trace, cell) ?? []);

/** Where the playhead stands. */
export const position = (): Position => positionOf(run(now()).plan, now().playhead);

/** The playhead after the operation that writes a cell. */
export function placed(id: string): number {
  const cell = run(now()).plan.cells.get(id);
  if (!cell) throw new Error(`The network has no cell ${id}.`);
  return cell.doneAt;
}
