import { afterEach, beforeEach, expect, test } from 'vitest';
import { openingState, pause, play, run, setSpeed, setStride, store, toLast } from '../store';
import { connectClock, paceOf, tick } from './clock';

test('at speed 1 about 1.2 operations a second', () => {
  expect(1000 / paceOf(1, 'operation')).toBeCloseTo(1.2, 1);
});

test('strides come due with time and speed, a longer stride more slowly', () => {
  expect(tick(0, 1, 'operation')).toBe(0);
  expect(tick(-5, 1, 'operation')).toBe(0);
  expect(tick(829, 1, 'operation')).toBe(0);
  expect(tick(830, 1, 'operation')).toBe(1);
  expect(tick(830, 4, 'operation')).toBe(4);
  expect(tick(830, 0.5, 'operation')).toBe(0);
  expect(tick(830, 1, 'pass')).toBeLessThan(tick(2500, 1, 'pass'));
});

/** A page whose frames come when the test says so. */
class Page {
  document = Object.assign(new EventTarget(), { hidden: false });
  time = 0;
  callback: FrameRequestCallback | undefined;
  requestAnimationFrame = (callback: FrameRequestCallback) => {
    this.callback = callback;
    return 1;
  };
  cancelAnimationFrame = () => {
    this.callback = undefined;
  };
  frames(count: number, ms = 16) {
    for (let i = 0; i < count; i++) {
      this.time += ms;
      const { callback } = this;
      this.callback = undefined;
      callback?.(this.time);
    }
  }
}

let page: Page;
let disconnect: () => void;
beforeEach(() => {
  store.setState(openingState, true);
  page = new Page();
  disconnect = connectClock(page as unknown as Window);
});
afterEach(() => disconnect());
const playhead = () => store.getState().playhead;

test('nothing runs until it plays; then the first stride comes at once', () => {
  expect(page.callback).toBeUndefined();
  play();
  page.frames(1);
  expect(playhead()).toBe(1);
  page.frames(40);
  expect(playhead()).toBe(1);
  page.frames(15);
  expect(playhead()).toBe(2);
});

test('a change of speed takes effect without a jump', () => {
  play();
  page.frames(51);
  setSpeed(4);
  page.frames(1);
  expect(playhead()).toBe(2);
  page.frames(52);
  expect(playhead()).toBe(6);
});

test('pause stops it where it is', () => {
  play();
  page.frames(60);
  pause();
  const before = playhead();
  page.frames(200);
  expect(playhead()).toBe(before);
  expect(page.callback).toBeUndefined();
});

test('it stops at the end, and Play starts again from the first step', () => {
  setSpeed(4);
  setStride('pass');
  play();
  page.frames(400);
  expect(playhead()).toBe(run(store.getState()).plan.ops.length);
  expect(store.getState().playing).toBe(false);
  setStride('operation');
  play();
  page.frames(1);
  expect(playhead()).toBe(1);
  toLast();
  expect(store.getState().playing).toBe(false);
});

test('a page that slept does not jump', () => {
  play();
  page.frames(2);
  page.frames(1, 60_000);
  expect(playhead()).toBe(1);
});

test('a hidden page pauses', () => {
  play();
  page.document.hidden = true;
  page.document.dispatchEvent(new Event('visibilitychange'));
  expect(store.getState().playing).toBe(false);
});

test('disconnected, it does nothing', () => {
  disconnect();
  play();
  page.frames(5);
  expect(playhead()).toBe(0);
});
