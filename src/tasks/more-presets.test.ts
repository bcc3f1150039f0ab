import { describe, expect, test } from 'vitest';
import {
  compile,
  deltaNorms,
  execute,
  grad,
  norm,
  numbersIn,
  type Shape,
  spectralNorm,
  spectralRadius,
  type Trace,
} from '../engine';
import { heardBy } from '../engine/pairs';
import { presets as text } from '../messages/presets';
import { plainText } from '../notation/marked';
import { morePresets } from './more-presets';
import { type Preset, presets } from './presets';
import { type Setup, shapeOf, valuesOf } from './setup';

const run = (setup: Setup, change: Partial<Shape> = {}): Trace =>
  execute(compile({ ...shapeOf(setup), ...change }), valuesOf(setup));
const presetOf = (id: Preset['id']) =>
  [...presets, ...morePresets].find((preset) => preset.id === id) as Preset;
const setupOf = (id: Preset['id']) => presetOf(id).setup;
/** What is left at step 1 of what set out at the last. */
const left = (norms: ArrayLike<number>) => norms[1] / norms[norms.length - 1];
const numbers = (trace: Trace, id: string) => Array.from(numbersIn(trace, id) ?? []);
const every = (T: number) => Array.from({ length: T }, (_, index) => index + 1);

describe('every preset', () => {
  test.each([...presets, ...morePresets])(
    '$id has a title and one sentence, and only finite numbers',
    ({ id, setup }) => {
      const { title, about } = text.of[id];
      expect(title.length).toBeLessThan(30);
      expect(plainText(about)).toMatch(/^\S.{40,190}\.$/);
      expect(run(setup).arena.every(Number.isFinite)).toBe(true);
    },
  );

  test('has its text, and each text its preset', () => {
    expect([...presets, ...morePresets].map(({ id }) => id).sort()).toEqual(Object.keys(text.of).sort());
  });
});

test('in Vanishing Ws is small: its spectral norm is less than 1, which is enough', () => {
  const setup = setupOf('vanishing');
  expect(spectralNorm(valuesOf(setup).Ws, setup.H)).toBeCloseTo(0.9, 12);
});

test('in Vanishing by saturation Ws is larger than 1, but the slopes are what shrinks the gradient', () => {
  const setup = setupOf('saturated');
  const trace = run(setup);
  expect(spectralRadius(valuesOf(setup).Ws, 1)).toBe(1.5);
  expect(left(deltaNorms(trace))).toBeLessThan(1e-5);
  for (const t of every(setup.T).slice(2)) expect(numbers(trace, `S${t}`)[0]).toBeGreaterThan(0.94);
  // Without the slopes the same Ws makes it grow.
  expect(left(deltaNorms(run(setup, { g1: 'identity' })))).toBeGreaterThan(10);
});

test('in Growing ρ is 0.9, δ_T is (1, 0), and it grows to ‖Ws⁹‖ before it shrinks', () => {
  const setup = setupOf('growing');
  const trace = run(setup);
  const { Ws } = valuesOf(setup);
  expect(spectralRadius(Ws, 2)).toBeCloseTo(0.9, 6);
  const [first, second] = numbers(trace, 'd:S60');
  expect(first).toBeCloseTo(1, 14);
  expect(second).toBeCloseTo(0, 14);
  const norms = deltaNorms(trace);
  expect(Math.max(...norms)).toBeCloseTo(19.4, 1);
  expect(norms[51]).toBe(Math.max(...norms));
  for (const t of every(60).slice(51)) expect(norms[t - 1]).toBeGreaterThan(norms[t]);
  for (let t = 51; t > 1; t--) expect(norms[t - 1]).toBeLessThan(norms[t]);
  expect(norms[1]).toBeLessThan(1);
});

test('in relu some units are 0 at every step and others not, and what is passed on keeps its size', () => {
  const setup = setupOf('relu');
  const trace = run(setup);
  for (const t of every(setup.T)) {
    const dead = numbers(trace, `S${t}`).filter((value) => value === 0).length;
    expect(dead, `step ${t}`).toBeGreaterThan(0);
    expect(dead, `step ${t}`).toBeLessThan(setup.H);
  }
  expect(left(deltaNorms(trace))).toBeGreaterThan(0.8);
  expect(left(deltaNorms(trace))).toBeLessThan(1.25);
  // With sigmoid, whose slope is ¼ at the most, the same weights leave nothing.
  expect(left(deltaNorms(run(setup, { g1: 'sigmoid' })))).toBeLessThan(1e-6);
});

test('LSTM remembers: ∂E/∂C stays level; LSTM forgets: it halves at every step', () => {
  const [remembers, forgets] = [setupOf('lstmRemembers'), setupOf('lstmForgets')];
  expect(remembers).toEqual({ ...forgets, bias: true, forgetBias: 3 });
  const [kept, lost] = [deltaNorms(run(remembers), 'C'), deltaNorms(run(forgets), 'C')];
  expect(left(kept)).toBeGreaterThan(0.9);
  for (const t of every(12)) expect(kept[t] / kept[12]).toBeGreaterThan(0.8);
  expect(left(lost)).toBeLessThan(1e-3);
  for (const t of every(11)) {
    expect(lost[t] / lost[t + 1]).toBeGreaterThan(0.35);
    expect(lost[t] / lost[t + 1]).toBeLessThan(0.7);
  }
  for (const t of every(12)) {
    for (const gate of numbers(run(remembers), `f${t}`)) expect(gate).toBeGreaterThan(0.85);
    for (const gate of numbers(run(forgets), `f${t}`)) expect(Math.abs(gate - 0.5)).toBeLessThan(0.25);
  }
});

test('GRU remembers: its update gates are near 1 and most of the gradient reaches the first step', () => {
  const setup = setupOf('gruRemembers');
  const trace = run(setup);
  expect(left(deltaNorms(trace))).toBeGreaterThan(0.7);
  for (const t of every(12)) for (const gate of numbers(trace, `z${t}`)) expect(gate).toBeGreaterThan(0.8);
  expect(left(deltaNorms(run({ ...setup, edits: {} })))).toBeLessThan(0.01);
});

test('Error at every step hides it: the sum keeps its size, though of each early gradient hardly anything is left', () => {
  const preset = presetOf('everyStep');
  expect(preset.setup).toEqual({ ...setupOf('vanishing'), errorAt: 'every' });
  expect(preset).toMatchObject({ chartOf: 'sum', heard: 'S' });
  const trace = run(preset.setup);
  const norms = deltaNorms(trace);
  for (const t of every(12)) expect(norms[t] / norms[12]).toBeGreaterThan(0.4);
  for (const { t, states } of heardBy(trace))
    if (t >= 6) expect(states.S[1] / states.S[t]).toBeLessThan(0.02);
});

test('Truncated too short: all would arrive, and most of the gradient of Ws is left out', () => {
  const setup = setupOf('truncated');
  const [cut, full] = [run(setup), run({ ...setup, truncation: { kind: 'full' } })];
  for (const size of deltaNorms(full).slice(1)) expect(size).toBeCloseTo(deltaNorms(full)[12], 12);
  expect(Array.from(deltaNorms(cut), Number.isNaN)).toEqual([...Array(10).fill(true), false, false, false]);
  const [kept, whole] = [numbers(cut, grad('Ws')), numbers(full, grad('Ws'))];
  expect(norm(whole.map((value, i) => value - kept[i])) / norm(whole)).toBeGreaterThan(0.8);
});
