import { type Op, opAt } from '../engine';
import { run } from './run';
import type { State } from './state';

/** The operation in focus: the last one done; undefined before the first. */
export const focusIn = (state: State): Op | undefined => opAt(run(state).plan, state.playhead);
