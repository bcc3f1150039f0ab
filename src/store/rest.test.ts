import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { changeSetup, play, point, setPlayhead } from './actions';
import { isAtRest, restingStore } from './rest';
import { openingState, store } from './state';

beforeEach(() => {
  vi.useFakeTimers();
  store.setState(openingState, true);
  vi.advanceTimersByTime(1000);
});
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

const seen = () => restingStore.getState().playhead;

test('one change is at rest at once', () => {
  setPlayhead(4);
  expect([isAtRest(), seen()]).toEqual([true, 4]);
  vi.advanceTimersByTime(300);
  setPlayhead(5);
  expect([isAtRest(), seen()]).toEqual([true, 5]);
});

test('of changes in quick succession only the first and the last are heard of', () => {
  const heard: number[] = [];
  const forget = restingStore.subscribe(({ playhead }) => heard.push(playhead));
  for (const playhead of [1, 2, 3, 4]) {
    setPlayhead(playhead);
    vi.advanceTimersByTime(16);
  }
  expect([isAtRest(), seen(), heard]).toEqual([false, 1, [1]]);
  vi.advanceTimersByTime(200);
  expect([isAtRest(), seen(), heard]).toEqual([true, 4, [1, 4]]);
  forget();
});

test('what plays is followed step by step, and what is pointed at is no movement', () => {
  play();
  for (const playhead of [1, 2, 3]) {
    store.setState({ playhead });
    expect(seen()).toBe(playhead);
  }
  store.setState({ playing: false });
  vi.advanceTimersByTime(300);
  for (const cell of ['S1', 'S2', 'S3']) point(cell);
  expect(restingStore.getState().pointed).toBe('S3');
});

test('a slider is a movement, too', () => {
  for (const threshold of [0.5, 0.6, 0.7]) {
    changeSetup({ threshold }, 'a drag');
    vi.advanceTimersByTime(16);
  }
  expect(restingStore.getState().setup.threshold).toBe(0.5);
  // Whoever still holds it may have the next change on its way.
  vi.advanceTimersByTime(200);
  expect(restingStore.getState().setup.threshold).toBe(0.5);
  vi.advanceTimersByTime(200);
  expect(restingStore.getState().setup.threshold).toBe(0.7);
});

test('a training is looked at once in a while, and when it is over', () => {
  const curve = { updates: 0, span: 1, ...lanesOf() };
  vi.advanceTimersByTime(1000);
  const training = { setup: openingState.setup, curve, judged: null, rate: 1, isRunning: true };
  const heard: number[] = [];
  const forget = restingStore.subscribe(({ updates }) => heard.push(updates));
  for (let updates = 1; updates <= 15; updates++) {
    store.setState({ training, updates, trained: { Ws: [updates] } });
    vi.advanceTimersByTime(100);
  }
  expect(heard).toEqual([1, 11]);
  store.setState({ training: { ...training, isRunning: false } });
  vi.advanceTimersByTime(300);
  expect(heard.at(-1)).toBe(15);
  forget();
});

const lanesOf = () => {
  const none = new Float64Array();
  return { error: none, least: none, most: none, norm: none, clippedNorm: none };
};
