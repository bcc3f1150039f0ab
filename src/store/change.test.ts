import { expect, test, vi } from 'vitest';
import { beginAfresh, now, placed, position } from '../../test/networks/store';
import {
  applyPreset,
  changeSetup,
  endGesture,
  redo,
  reset,
  setPlayhead,
  setScale,
  setThreshold,
  undo,
  updateOnce,
} from './actions';
import { editEntry } from './entries';
import type { State } from './state';

/** Everything that undo must bring back. */
const kept = ({ setup, trained, updates, errorBefore, playhead }: State) => ({
  setup,
  trained,
  updates,
  errorBefore,
  playhead,
});

beginAfresh();

test('a change keeps the place in the computation, not the count', () => {
  setPlayhead(placed('d:a2'));
  changeSetup({ T: 7 });
  expect(position()).toEqual({ pass: 'backward', t: 2, op: 'd:a' });
  changeSetup({ clip: 'step', bias: true, errorAt: 'every' });
  expect(position()).toEqual({ pass: 'backward', t: 2, op: 'd:a' });
});

test('where the step is gone, the last step takes its place', () => {
  changeSetup({ T: 5 });
  setPlayhead(placed('d:S5'));
  changeSetup({ T: 3 });
  expect(position()).toEqual({ pass: 'backward', t: 3, op: 'd:S' });
});

test('a gesture is one entry for undo, and its last value is never lost', () => {
  for (const T of [4, 5, 6, 7, 8]) changeSetup({ T }, 'T 1');
  expect(now().setup.T).toBe(4);
  vi.runAllTimers();
  expect(now().setup.T).toBe(8);
  undo();
  expect(now().setup.T).toBe(3);
  expect(now().canUndo).toBe(false);
  redo();
  expect(now().setup.T).toBe(8);
});

test('what waits for the end of the frame is applied before anything else happens', () => {
  changeSetup({ T: 4 }, 'T 1');
  changeSetup({ T: 9 }, 'T 1');
  updateOnce();
  expect(now()).toMatchObject({ updates: 1, setup: { T: 9 } });
  undo();
  undo();
  expect(now().setup.T).toBe(3);
});

test('two gestures are two entries, also with the same key once the first has ended', () => {
  changeSetup({ T: 4 }, 'T');
  endGesture();
  changeSetup({ T: 5 }, 'T');
  vi.runAllTimers();
  setThreshold(2, 'θ');
  vi.runAllTimers();
  undo();
  expect(now().setup).toMatchObject({ T: 5, threshold: 1 });
  undo();
  expect(now().setup.T).toBe(4);
  undo();
  expect(now().setup.T).toBe(3);
});

test('a gesture that goes there and back leaves the playhead where it was', () => {
  changeSetup({ T: 6 });
  setPlayhead(placed('d:a5'));
  const before = now().playhead;
  for (const T of [4, 2, 1, 3, 6]) {
    changeSetup({ T }, 'T 2');
    vi.runAllTimers();
  }
  expect(now().playhead).toBe(before);
});

test('undo brings back setup, weights and playhead; redo takes them forward', () => {
  setPlayhead(5);
  const states = [kept(now())];
  const acts = [
    () => updateOnce(),
    () => editEntry('x2.0', 0.25),
    () => changeSetup({ H: 3, T: 6 }),
    () => setScale(1.5),
    () => updateOnce(),
    () => reset(),
    () => applyPreset('clipped'),
  ];
  for (const act of acts) {
    act();
    states.push(kept(now()));
  }
  for (const expected of states.slice(0, -1).reverse()) {
    undo();
    expect(kept(now())).toEqual(expected);
  }
  undo();
  for (const expected of states.slice(1)) {
    redo();
    expect(kept(now())).toEqual(expected);
  }
  expect(now().canRedo).toBe(false);
});
