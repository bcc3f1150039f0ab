import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openingState, store } from '../../store';
import { applyPreset, changeSetup, endGesture, reset, undo } from '../../store/actions';
import { encodeLink } from '../../store/link';
import { run } from '../../store/run';
import { chooseTask } from '../../store/tasks';
import { keepTraining } from '../../store/training';
import { article } from '../../tasks/article';
import { shapeOf } from '../../tasks/setup';
import type { Answer, Ask } from './protocol';
import { startTraining, stopTraining } from './run';
import { Session } from './session';

/** A worker in the page: it makes five updates for each report that it is asked for. */
class InPage {
  static latest: InPage;
  onmessage: ((event: { data: Answer }) => void) | null = null;
  onerror: (() => void) | null = null;
  session: Session | undefined;
  isTerminated = false;

  constructor() {
    InPage.latest = this;
  }

  postMessage(ask: Ask): void {
    if (ask.kind === 'start') this.session = new Session(ask.setup, ask.trained);
    else if (ask.kind === 'alter') this.session?.alter(ask.setup);
    else this.report(ask.kind === 'stop');
  }

  report(isLast: boolean): void {
    const { session } = this;
    if (!session) return;
    for (let k = 0; k < 5; k++) session.update();
    const { updates, isBroken } = session;
    const data = { trained: session.state(), updates, curve: session.data(), judged: session.judge() };
    this.onmessage?.({ data: { ...data, rate: 100, isBroken, isLast: isLast || isBroken } });
  }

  terminate(): void {
    this.isTerminated = true;
  }
}

/** What waits for the next frame. */
let frames: (() => void)[] = [];
const nextFrame = () => {
  const due = frames;
  frames = [];
  for (const callback of due) callback();
};

beforeEach(() => {
  store.setState(openingState, true);
  frames = [];
  vi.stubGlobal('Worker', InPage);
  // A frame is drawn at once, and in no time.
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => frames.push(callback));
  vi.stubGlobal('setTimeout', (callback: () => void) => callback());
});

afterEach(() => {
  if (store.getState().training?.isRunning) stopTraining();
  endGesture();
  nextFrame();
  vi.unstubAllGlobals();
});

const begin = () => {
  startTraining();
  InPage.latest.report(false);
};

test('the score follows the weights, and Stop leaves them where they are', () => {
  begin();
  const { trained, updates, training } = store.getState();
  expect(updates).toBe(5);
  expect(training).toMatchObject({ isRunning: true, rate: 100, judged: null });
  expect(training?.curve.error).toHaveLength(5);
  expect(Array.from(run(store.getState()).trace.plan.weights)).toEqual(['Wx', 'Ws', 'Wy']);
  nextFrame();
  expect(store.getState().updates).toBe(10);
  expect(store.getState().trained?.Ws).not.toEqual(trained?.Ws);
  stopTraining();
  expect(store.getState()).toMatchObject({ updates: 15, training: { isRunning: false, rate: 0 } });
  expect(InPage.latest.isTerminated).toBe(true);
  nextFrame();
  expect(store.getState().updates).toBe(15);
});

test('a run is one step back for undo, and Reset leads to the setup’s weights', () => {
  begin();
  nextFrame();
  stopTraining();
  const { past } = store.getState();
  expect(past).toHaveLength(1);
  reset();
  expect(store.getState()).toMatchObject({ trained: null, updates: 0 });
  undo();
  expect(store.getState().updates).toBe(15);
  undo();
  expect(store.getState()).toMatchObject({ trained: null, updates: 0, setup: article });
});

test('what is altered while it runs counts at once, and nothing starts over', () => {
  begin();
  const worker = InPage.latest;
  changeSetup({ learningRate: 0 });
  const { trained } = store.getState();
  nextFrame();
  expect(worker.isTerminated).toBe(false);
  expect(store.getState()).toMatchObject({ updates: 10, training: { isRunning: true } });
  expect(store.getState().trained?.Ws).toEqual(trained?.Ws);
  changeSetup({ learningRate: 0.1, clip: 'value', threshold: 1e-3, optimizer: 'adam' });
  nextFrame();
  expect(store.getState().training?.isRunning).toBe(true);
  expect(store.getState().trained).toHaveProperty('m:Ws');
  expect(store.getState().training?.curve.clippedNorm[12]).toBeLessThan(0.002);
});

test('while a control is dragged the weights go on and are not moved back to where the drag began', () => {
  begin();
  changeSetup({ learningRate: 0.2 }, 'rate');
  nextFrame();
  const { trained, updates } = store.getState();
  expect(updates).toBe(10);
  changeSetup({ learningRate: 0.3 }, 'rate');
  endGesture();
  expect(store.getState()).toMatchObject({ updates: 10, setup: { learningRate: 0.3 } });
  expect(store.getState().trained).toBe(trained);
  expect(store.getState().past).toHaveLength(2);
});

test('another network or another task ends the run', () => {
  begin();
  changeSetup({ H: 3 });
  expect(store.getState().training?.isRunning).toBe(false);
  begin();
  chooseTask('echo');
  expect(store.getState().training?.isRunning).toBe(false);
  expect(store.getState()).toMatchObject({ trained: null, updates: 0, setup: { task: { kind: 'echo' } } });
  begin();
  expect(store.getState().training?.judged?.sequences).toBe(64);
  undo();
  expect(store.getState().training?.isRunning).toBe(false);
});

test('numbers that break end it with a sentence, and undo leads back', () => {
  store.setState({ setup: { ...article, g1: 'identity', T: 30, errorAt: 'every', learningRate: 10 } });
  begin();
  for (let k = 0; k < 400 && store.getState().training?.isRunning; k++) nextFrame();
  const { training, notice } = store.getState();
  expect(training?.isRunning).toBe(false);
  expect(notice).toMatch(
    /^The training stopped after \d+ updates: the error or its gradient is no longer a finite number/,
  );
  expect(run(store.getState()).broken).not.toBeUndefined();
  undo();
  expect(run(store.getState()).broken).toBeUndefined();
});

test('a record can be kept beside the next one', () => {
  begin();
  stopTraining();
  keepTraining();
  const { training } = store.getState();
  applyPreset('article');
  begin();
  expect(store.getState().keptTraining).toBe(training);
  expect(store.getState().training).not.toBe(training);
});

test('a link holds the weights that a run has come to, and its task', () => {
  chooseTask('adding');
  begin();
  stopTraining();
  expect(encodeLink(store.getState()).length).toBeLessThan(40_000);
  expect(shapeOf(store.getState().setup)).toMatchObject({ X: 2, Y: 1, T: 12 });
});
