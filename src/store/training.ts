/** What a training does to the state: the weights follow it, and all of a run is one step back for undo. */

import type { Setup } from '../tasks/setup';
import { change, momentOf } from './change';
import { run } from './run';
import { differences } from './same';
import { type Judged, store, type Training, type Weights } from './state';

/** What a training tells of itself, a few dozen times a second. */
export interface Report {
  readonly trained: Weights;
  /** Updates made since the training began. */
  readonly updates: number;
  readonly curve: Training['curve'];
  readonly judged: Judged | null;
  readonly rate: number;
}

/** Fields of a setup that a training takes over without starting anew. */
const alterable: ReadonlySet<keyof Setup> = new Set<keyof Setup>([
  ...(['learningRate', 'threshold', 'clip', 'truncation', 'optimizer', 'batch'] as const),
]);

/** Whether a training can go on with another setup. */
export const isAlterable = (one: Setup, other: Setup): boolean =>
  differences(one, other).every((field) => alterable.has(field));

/**
 * Begins a run: undo will lead back to this moment.
 *
 * @returns how many updates had been made before
 */
export function beginRun(): number {
  // A change of nothing but what it says: it is the entry for undo.
  change(({ trained, updates }) => ({ trained, updates, errorBefore: null, notice: null }));
  return store.getState().updates;
}

/** Takes over the weights that a run has come to. */
export function takeReport({ trained, updates, curve, judged, rate }: Report, before: number): void {
  const now = store.getState();
  store.setState({
    trained,
    updates: before + updates,
    errorBefore: null,
    check: null,
    sound: run(now).broken ? now.sound : momentOf(now),
    training: { setup: now.setup, curve, judged, rate, isRunning: true },
  });
}

/** A run has ended; its record stays. */
export function endRun(): void {
  const { training } = store.getState();
  if (training?.isRunning) store.setState({ training: { ...training, isRunning: false, rate: 0 } });
}

/** Keeps the present record beside the next one. */
export function keepTraining(): void {
  store.setState(({ training }) => ({ keptTraining: training }));
}

export function dropKeptTraining(): void {
  store.setState({ keptTraining: null });
}
