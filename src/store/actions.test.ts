import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { compile, valueOf as numbersIn, positionOf, spectralNorm } from '../engine';
import { presets, type Setup, shapeOf, valuesOf } from '../tasks/setup';
import {
  applyPreset,
  changeSetup,
  editEntry,
  endGesture,
  newRandomWeights,
  pasteCell,
  play,
  redo,
  reset,
  setChartOf,
  setPlayhead,
  setScale,
  setStride,
  setThreshold,
  step,
  toFirst,
  togglePlay,
  toLast,
  undo,
  updateOnce,
} from './actions';
import { run } from './run';
import { openingState, type State, store } from './state';

const now = (): State => store.getState();
const value = (cell: string) => Array.from(numbersIn(run(now()).trace, cell) ?? []);
const position = () => positionOf(run(now()).plan, now().playhead);
const placed = (id: string) => (run(now()).plan.cells.get(id)?.doneAt ?? Number.NaN) as number;
/** Everything that undo must bring back. */
const kept = ({ setup, trained, updates, errorBefore, playhead }: State) => ({
  setup,
  trained,
  updates,
  errorBefore,
  playhead,
});

beforeEach(() => {
  vi.useFakeTimers();
  store.setState(openingState, true);
});
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

test('opens on the article’s network with nothing done', () => {
  expect(run(now()).plan.shape.T).toBe(3);
  expect(now().playhead).toBe(0);
  expect(value('d:Ws')[0]).toBeCloseTo(-1.2231768707922428, 14);
});

test('steps on and back, and by time step and pass, within the plan', () => {
  step(1);
  step(1);
  step(-1);
  expect(now().playhead).toBe(1);
  toFirst();
  step(-1);
  expect(now().playhead).toBe(0);
  step(1, 'time step');
  expect(position()).toMatchObject({ pass: 'forward', t: 1 });
  setStride('pass');
  step(1);
  expect(now().playhead).toBe(run(now()).plan.bounds.backward);
  toLast();
  expect(now().playhead).toBe(run(now()).plan.ops.length);
  setPlayhead(1e9);
  expect(now().playhead).toBe(run(now()).plan.ops.length);
  setPlayhead(Number.NaN);
  setPlayhead(-3);
  expect(now().playhead).toBe(0);
});

test('Play at the end starts again from the first step, and moving by hand pauses', () => {
  toLast();
  play();
  expect(now()).toMatchObject({ playing: true, playhead: 0 });
  step(1);
  expect(now()).toMatchObject({ playing: false, playhead: 1 });
  togglePlay();
  togglePlay();
  expect(now().playing).toBe(false);
});

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

test('sizes are kept within their limits, and what is no number changes nothing', () => {
  changeSetup({ T: 1000, H: 0.2, X: Number.NaN, threshold: -1, learningRate: Number.POSITIVE_INFINITY });
  expect(now().setup).toMatchObject({ T: 60, H: 1, X: 1, learningRate: 0.1 });
  expect(now().setup.threshold).toBeGreaterThan(0);
  run(now());
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

test('an edited number is exactly what was typed', () => {
  expect(editEntry('Wx.0.0', 0.1 + 0.2)).toBeNull();
  expect(value('Wx')).toEqual([0.1 + 0.2]);
  expect(editEntry('S0.0', -0)).toBeNull();
  expect(Object.is(value('S0')[0], 0)).toBe(true);
});

test('a number that can’t be computed with is refused with a sentence', () => {
  expect(editEntry('x1.0', Number.NaN)).toContain('finite');
  expect(editEntry('__proto__', 1)).toContain('__proto__');
  expect(now().setup).toBe(openingState.setup);
});

test('an edit of a scaled Ws keeps the other entries and ends the scaling', () => {
  applyPreset('vanishing');
  const before = value('Ws');
  editEntry('Ws.1.2', 0.5);
  expect(now().setup.scale).toBeNull();
  expect(value('Ws')).toEqual(before.map((entry, index) => (index === 6 ? 0.5 : entry)));
});

test('the scale of Ws is its spectral norm, also once trained', () => {
  applyPreset('vanishing');
  setScale(1.25);
  expect(spectralNorm(value('Ws'), 4)).toBeCloseTo(1.25, 12);
  updateOnce();
  setScale(0.5);
  expect(spectralNorm(value('Ws'), 4)).toBeCloseTo(0.5, 12);
  expect(now()).toMatchObject({ updates: 1, setup: { scale: 1.25 } });
});

test('another seed draws every weight, also those given by hand, and keeps the data', () => {
  newRandomWeights();
  expect(value('Wx')).not.toEqual([0.5]);
  expect(value('x1')).toEqual([1]);
  expect(value('d3')).toEqual([0.7]);
  const drawn = value('Ws');
  newRandomWeights();
  expect(value('Ws')).not.toEqual(drawn);
  changeSetup({ seed: openingState.setup.seed + 1 });
  expect(value('Ws')).toEqual(drawn);
});

test('an update takes the gradient step, keeps the playhead and remembers the error before', () => {
  setPlayhead(placed('d:S2'));
  const [before, W, dW, E] = [now().playhead, value('Ws'), value('d:Ws'), value('E3')];
  updateOnce();
  expect(now()).toMatchObject({ playhead: before, updates: 1, errorBefore: E[0] });
  expect(value('Ws')[0]).toBe(W[0] - 0.1 * dW[0]);
  expect(value('E3')[0]).toBeLessThan(E[0]);
  reset();
  expect(now()).toMatchObject({ trained: null, updates: 0, errorBefore: null });
  expect(value('Ws')).toEqual(W);
});

test('a trained weight is edited where it stands, and undo takes the edit back', () => {
  updateOnce();
  const trained = value('Wx');
  editEntry('Ws.0.0', 2);
  expect(value('Ws')).toEqual([2]);
  expect(value('Wx')).toEqual(trained);
  expect(now().setup).toBe(openingState.setup);
  undo();
  expect(value('Wx')).toEqual(trained);
  reset();
  expect(value('Ws')).toEqual([0.8]);
});

test('trained weights survive what they fit, and it is said when they don’t', () => {
  updateOnce();
  changeSetup({ T: 6, g1: 'relu', errorAt: 'every' });
  expect(now().trained).not.toBeNull();
  changeSetup({ H: 2 });
  expect(now()).toMatchObject({ trained: null, updates: 0 });
  expect(now().notice).toContain('Undo');
  undo();
  expect(now()).toMatchObject({ updates: 1, notice: null });
});

test('an update that breaks the weights is taken and explained, nothing breaks, and undo works', () => {
  const huge = { ...openingState.setup, g1: 'identity', T: 60, learningRate: 10 } satisfies Setup;
  changeSetup(huge);
  editEntry('Ws.0.0', 1e8);
  updateOnce();
  expect(now().notice).toContain('no longer finite');
  const { gradientDomain, valueMax } = run(now());
  expect(gradientDomain.every((end) => end > 0 && Number.isFinite(end))).toBe(true);
  expect(valueMax).toBeGreaterThanOrEqual(1);
  expect(Number.isFinite(valueMax)).toBe(true);
  undo();
  expect(value('Ws')).toEqual([1e8]);
  expect(now().notice).toBeNull();
});

test('presets open where they show what they are named after', () => {
  for (const preset of presets) {
    applyPreset(preset.id);
    expect(now().setup).toBe(preset.setup);
    const { bounds } = compile(shapeOf(preset.setup));
    expect(now().playhead).toBe(preset.id === 'article' ? 0 : bounds.update);
  }
});

test('a pasted matrix takes its cell, a wrong one gives a sentence and changes nothing', () => {
  changeSetup({ H: 2 });
  expect(pasteCell('Ws', '[[1, 2], [3, 4]]')).toBeNull();
  expect(value('Ws')).toEqual([1, 2, 3, 4]);
  const { setup } = now();
  expect(pasteCell('Ws', '1 2 3')).toBe('Ws is 2 × 2; the text has 1 row of 3.');
  expect(pasteCell('S3', '1')).toContain('computed');
  expect(pasteCell('bs', '1 2')).toContain('has none');
  expect(pasteCell('x9', '1')).not.toBeNull();
  expect(now().setup).toBe(setup);
  expect(pasteCell('S0', '5; 6')).toBeNull();
  expect(value('S0')).toEqual([5, 6]);
});

test('a pasted sequence fits T, or sets it when asked to', () => {
  expect(pasteCell('x', '1 2 3')).toBeNull();
  expect(value('x3')).toEqual([3]);
  expect(pasteCell('x', '1 2 3 4 5')).toBe('x has 3 time steps; the text has 5.');
  expect(pasteCell('x', '1 2 3 4 5', { setsLength: true })).toBeNull();
  expect(now()).toMatchObject({ chartOf: 5, setup: { T: 5 } });
  expect(value('x5')).toEqual([5]);
  expect(pasteCell('x', '1 '.repeat(61), { setsLength: true })).toContain('1 to 60 time steps');
  undo();
  expect(now().setup.T).toBe(3);
});

test('targets are pasted for the steps that have an error', () => {
  expect(pasteCell('d', '0.25')).toBeNull();
  expect(value('d3')).toEqual([0.25]);
  changeSetup({ errorAt: 'every' });
  expect(pasteCell('d', '1 2 3')).toBeNull();
  expect([value('d1'), value('d2'), value('d3')]).toEqual([[1], [2], [3]]);
});

test('the chart follows the last step, keeps another one as far as it exists, and refuses what does not', () => {
  changeSetup({ T: 6, errorAt: 'every' });
  expect(now().chartOf).toBe(6);
  setChartOf(4);
  setChartOf(7);
  changeSetup({ T: 5 });
  expect(now().chartOf).toBe(4);
  changeSetup({ T: 2 });
  expect(now().chartOf).toBe(2);
  setChartOf('sum');
  changeSetup({ T: 9 });
  expect(now().chartOf).toBe('sum');
});

test('values of the setup stay those of the tasks', () => {
  applyPreset('exploding');
  expect(value('Ws')).toEqual(Array.from(valuesOf(now().setup).Ws));
});
