import { expect, test } from 'vitest';
import { beginAfresh, now, placed, position, value } from '../../test/networks/store';
import { compile, spectralNorm } from '../engine';
import { presets } from '../tasks/presets';
import { type Setup, shapeOf, valuesOf } from '../tasks/setup';
import {
  applyPreset,
  changeSetup,
  newRandomWeights,
  play,
  reset,
  setChartOf,
  setPlayhead,
  setScale,
  setStride,
  step,
  toFirst,
  togglePlay,
  toLast,
  undo,
  updateOnce,
} from './actions';
import { editEntry } from './entries';
import { run } from './run';
import { openingState } from './state';

beginAfresh();

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

test('sizes are kept within their limits, and what is no number changes nothing', () => {
  changeSetup({ T: 5000, H: 0.2, X: Number.NaN, threshold: -1, learningRate: Number.POSITIVE_INFINITY });
  expect(now().setup).toMatchObject({ T: 1000, H: 1, X: 1, learningRate: 0.1 });
  expect(now().setup.threshold).toBeGreaterThan(0);
  run(now());
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

test('trained weights survive what they fit, and it is said when they don’t', () => {
  updateOnce();
  const { trained } = now();
  changeSetup({ T: 6, g1: 'relu', errorAt: 'every' });
  expect(now().trained).toBe(trained);
  changeSetup({ H: 2 });
  expect(now()).toMatchObject({ trained: null, updates: 0 });
  expect(now().notice).toContain('Undo');
  undo();
  expect(now()).toMatchObject({ updates: 1, notice: null });
});

test('an update that breaks the weights is taken and known, nothing else breaks, and undo works', () => {
  const huge = { ...openingState.setup, g1: 'identity', T: 60, learningRate: 10 } satisfies Setup;
  changeSetup(huge);
  editEntry('Ws.0.0', 1e8);
  updateOnce();
  expect(run(now()).broken).toMatchObject({ pass: 'forward', t: 1 });
  const { gradientDomain, valueMax } = run(now());
  expect(gradientDomain.every((end) => end > 0 && Number.isFinite(end))).toBe(true);
  expect(valueMax).toBeGreaterThanOrEqual(1);
  expect(Number.isFinite(valueMax)).toBe(true);
  undo();
  expect(value('Ws')).toEqual([1e8]);
});

test('presets open where they show what they are named after', () => {
  for (const preset of presets) {
    applyPreset(preset.id);
    expect(now().setup).toBe(preset.setup);
    const { bounds } = compile(shapeOf(preset.setup));
    expect(now().playhead).toBe(preset.id === 'article' ? 0 : bounds.update);
  }
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

test('a reset says what it took back that was done by hand', () => {
  updateOnce();
  reset();
  expect(now().notice).toBeNull();
  updateOnce();
  editEntry('Ws.0.0', 0.5);
  updateOnce();
  editEntry('Wx.0.0', 0.25);
  reset();
  expect(now().notice).toMatch(/took back 2 changes/);
  undo();
  expect(now().trained?.Wx[0]).toBe(0.25);
});

test('a reset with nothing to take back says so, and is nothing to undo', () => {
  changeSetup({ T: 5 });
  const before = now();
  reset();
  expect(now().notice).toBe(
    'There is nothing to take back: the weights are those that the set-up starts from, without an update yet.',
  );
  expect(now()).toEqual({ ...before, notice: now().notice });
});
