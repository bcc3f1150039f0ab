import { beforeEach, expect, test } from 'vitest';
import { deltaNorms, numbersIn } from '../engine';
import { presets, type Setup } from '../tasks/setup';
import { domainOf, run } from './run';
import { openingState, type State } from './state';

const source = (setup: Partial<Setup>, rest: Partial<State> = {}): State => ({
  ...openingState,
  setup: { ...openingState.setup, ...setup },
  ...rest,
});
const clipped = presets[3].setup;

beforeEach(() => {
  run(openingState);
});

test('the same setup gives the same run, whatever else has changed', () => {
  const moved: State = { ...openingState, playhead: 7, pointed: 'S1', speed: 4 };
  expect(run(moved)).toBe(run(openingState));
});

test('without clipping the unclipped run is the run itself', () => {
  const { trace, unclipped, chart, chartUnclipped } = run(openingState);
  expect(new Set([trace, unclipped, chart, chartUnclipped]).size).toBe(1);
});

test('dragging the threshold keeps the unclipped run, the scale and every forward number', () => {
  const one = run(source(clipped));
  const two = run(source({ ...clipped, threshold: 0.3 }));
  expect(two.trace).not.toBe(one.trace);
  expect(two.unclipped).toBe(one.unclipped);
  expect(two.gradientDomain).toEqual(one.gradientDomain);
  expect(numbersIn(two.trace, 'S9')).toEqual(numbersIn(one.trace, 'S9'));
  expect(numbersIn(two.trace, 'clip:S9')).not.toEqual(numbersIn(one.trace, 'clip:S9'));
});

test('a run that took over its forward part equals one made from nothing', () => {
  const setup = { ...clipped, threshold: 0.3, learningRate: 0.7 };
  run(source(clipped));
  const reused = run(source(setup)).trace.arena;
  run(source({ ...setup, T: 4 }));
  run(source({ ...setup, edits: { 'x1.0': 3 } }));
  expect(run(source(setup)).trace.arena).toEqual(reused);
});

test('with errors at every step the chart shows one of them alone, or their sum', () => {
  const every: Partial<Setup> = { T: 6, errorAt: 'every' };
  const alone = run(source(every, { chartOf: 4 }));
  expect(alone.chart.plan.error).toBe('E4');
  const norms = deltaNorms(alone.chart);
  expect(Array.from(norms.subarray(5)).every(Number.isNaN)).toBe(true);
  expect(norms[4]).toBeGreaterThan(0);
  const sum = run(source(every, { chartOf: 'sum' }));
  expect(sum.chart).toBe(sum.trace);
});

test('trained weights take the place of the setup’s', () => {
  const { trace } = run({ ...openingState, trained: { Wx: [2], Ws: [3], Wy: [4] } });
  expect(['Wx', 'Ws', 'Wy'].map((name) => numbersIn(trace, name)?.[0])).toEqual([2, 3, 4]);
});

test('the scale of values reaches the largest finite one and at least 1', () => {
  expect(run(openingState).valueMax).toBe(1);
  expect(run(source({ edits: { 'Wx.0.0': -12.5 } })).valueMax).toBeGreaterThanOrEqual(12.5);
  const huge = run(source({ g1: 'identity', T: 60, edits: { 'Ws.0.0': 1e200 } }));
  expect(Number.isFinite(huge.valueMax)).toBe(true);
  expect(huge.gradientDomain.every((end) => end > 0 && Number.isFinite(end))).toBe(true);
});

test.each([
  [
    [0.4, 1.5, 1.2, 0.67],
    [0.1, 10],
  ],
  [
    [1e-9, 1e-4, 2],
    [1e-6, 10],
  ],
  [
    [5e9, 30, 2],
    [1, 1e7],
  ],
  [
    [1, 1],
    [1, 10],
  ],
  [
    [0.1, 100],
    [0.1, 100],
  ],
  [[], [1, 10]],
  [
    [0, 0],
    [1, 10],
  ],
  [
    [Number.NaN, Number.POSITIVE_INFINITY, 1],
    [1, 10],
  ],
  [[5e-324], [1e-300, 1e-299]],
  [[1.7e308], [1e299, 1e300]],
])('norms %j span the powers of ten %j', (norms, [least, most]) => {
  expect(domainOf(norms)).toEqual([least, most]);
});
