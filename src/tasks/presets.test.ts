import { expect, test } from 'vitest';
import { compile, deltaNorms, execute, flowNorms, numbersIn, type Trace } from '../engine';
import { type Preset, presets } from './presets';
import { type Setup, shapeOf, valuesOf } from './setup';

const run = (setup: Setup): Trace => execute(compile(shapeOf(setup)), valuesOf(setup));
const setupOf = (id: Preset['id']) => presets.find((preset) => preset.id === id)?.setup as Setup;
/** ‖δ_1‖ / ‖δ_T‖ */
const left = (trace: Trace) => deltaNorms(trace)[1] / deltaNorms(trace)[trace.plan.shape.T];

test('the article’s network gives the numbers of PyTorch', () => {
  const trace = run(setupOf('article'));
  expect(numbersIn(trace, 'S3')?.[0]).toBeCloseTo(-0.059198902465471916, 15);
  expect(numbersIn(trace, 'E3')?.[0]).toBeCloseTo(0.5763829735047771, 15);
  expect(numbersIn(trace, 'd:Ws')?.[0]).toBeCloseTo(-1.2231768707922428, 14);
  expect(numbersIn(trace, 'd:Wx')?.[0]).toBeCloseTo(0.5611084573590588, 14);
});

test('in Vanishing less than a thousandth reaches the first step, and it shrinks at every step', () => {
  const trace = run(setupOf('vanishing'));
  expect(left(trace)).toBeLessThan(1e-3);
  const norms = deltaNorms(trace);
  for (let t = 1; t < 12; t++) expect(norms[t]).toBeLessThan(norms[t + 1]);
});

test('in Exploding the gradient grows at every step, more than a thousandfold, and stays finite', () => {
  const trace = run(setupOf('exploding'));
  expect(left(trace)).toBeGreaterThan(1e3);
  expect(left(trace)).toBeLessThan(1e6);
  const norms = deltaNorms(trace);
  for (let t = 1; t < 10; t++) expect(norms[t]).toBeGreaterThan(norms[t + 1]);
});

test('Clipped is Exploding with every step cut to the threshold', () => {
  const { clip, threshold, ...rest } = setupOf('clipped');
  expect(setupOf('exploding')).toEqual({ ...rest, clip: 'off', threshold });
  const trace = run(setupOf('clipped'));
  const [arrived, flowing] = [deltaNorms(trace), flowNorms(trace)];
  for (let t = 1; t <= 10; t++) {
    expect(arrived[t]).toBeGreaterThan(1.2);
    expect(flowing[t]).toBeCloseTo(1, 12);
  }
});
