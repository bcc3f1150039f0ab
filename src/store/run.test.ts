import { beforeEach, expect, test } from 'vitest';
import { deltaNorms, numbersIn } from '../engine';
import { presets } from '../tasks/presets';
import type { Setup } from '../tasks/setup';
import { run } from './run';
import { domainOf } from './scales';
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

test('without truncation the full run is the run itself, as with a window as long as the sequence', () => {
  expect(run(openingState).full).toBe(run(openingState).trace);
  const { full, trace } = run(source({ T: 5, truncation: { kind: 'window', k: 5 } }));
  expect(full).toBe(trace);
});

test.each(['window', 'horizon'] as const)('with a %s the full run goes all the way back', (kind) => {
  const setup: Partial<Setup> = { T: 6, errorAt: 'every', truncation: { kind, k: 2 } };
  const { full, trace, chart } = run(source(setup, { chartOf: 6 }));
  const untruncated = run(source({ ...setup, truncation: { kind: 'full' } })).trace;
  expect(numbersIn(full, 'd:Ws')).toEqual(numbersIn(untruncated, 'd:Ws'));
  expect(numbersIn(trace, 'd:Ws')).not.toEqual(numbersIn(untruncated, 'd:Ws'));
  const reached = Array.from(deltaNorms(chart), (norm) => norm > 0);
  expect(reached).toEqual([false, false, false, false, false, true, true]);
});

test('clipping by norm or by value leaves the sweep as it is: there is no other run to compare with', () => {
  for (const clip of ['norm', 'value'] as const) {
    const { trace, unclipped, chart, chartUnclipped } = run(source({ clip, threshold: 0.1 }));
    expect(unclipped).toBe(trace);
    expect(chartUnclipped).toBe(chart);
  }
});

test('the chart of one error shows it whole, also where E is the mean', () => {
  const every: Partial<Setup> = { T: 4, errorAt: 'every' };
  const sum = deltaNorms(run(source(every, { chartOf: 4 })).chart);
  const mean = deltaNorms(run(source({ ...every, isMean: true }, { chartOf: 4 })).chart);
  expect(mean).toEqual(sum);
});

test.each(['lstm', 'gru'] as const)('a %s reuses its forward pass while θ and η are dragged', (cell) => {
  const setup: Partial<Setup> = { ...clipped, cell, bias: true, optimizer: 'adam' };
  run(source(setup));
  const reused = run(source({ ...setup, threshold: 0.01, learningRate: 0.3 })).trace.arena;
  run(source({ T: 4 }));
  expect(run(source({ ...setup, threshold: 0.01, learningRate: 0.3 })).trace.arena).toEqual(reused);
});
