import { expect, test } from 'vitest';
import { type Compared, openingState } from '../../store/state';
import { presets } from '../../tasks/presets';
import type { Setup } from '../../tasks/setup';
import { differencesOf, namesOf } from './differences';

const of = (patch: Partial<Setup>, rest: Partial<Compared> = {}): Compared => ({
  setup: { ...presets[1].setup, ...patch },
  trained: openingState.trained,
  updates: 0,
  errorBefore: null,
  ...rest,
});
const told = (...all: Compared[]) =>
  differencesOf(all).map(({ name, values }) => (values.length > 0 ? `${name} ${values.join(' · ')}` : name));

test('what is the same differs in nothing and has no name of its own', () => {
  expect(told(of({}), of({}))).toEqual([]);
  expect(namesOf([of({}), of({})])).toEqual(['', '']);
});

test('three cells differ in the cell alone: sequence and seed are the same', () => {
  const all = [of({ cell: 'rnn' }), of({ cell: 'lstm' }), of({ cell: 'gru' })];
  expect(told(...all)).toEqual(['Cell RNN · LSTM · GRU']);
  expect(namesOf(all)).toEqual(['RNN', 'LSTM', 'GRU']);
});

test.each<[Partial<Setup>, Partial<Setup>, string[], string[]]>([
  [
    { clip: 'step', threshold: 1 },
    { clip: 'step', threshold: 0.1 },
    ['Clip threshold 1 · 0.1'],
    ['θ = 1', 'θ = 0.1'],
  ],
  [{ g1: 'tanh' }, { g1: 'relu' }, ['State activation g₁ tanh · relu'], ['tanh', 'relu']],
  [{ scale: 0.9 }, { scale: 1.5 }, ['Scale of Ws (σ) 0.9 · 1.5'], ['σ = 0.9', 'σ = 1.5']],
  [
    { cell: 'lstm', bias: true, forgetBias: 0 },
    { cell: 'lstm', bias: true, forgetBias: 3 },
    ['Forget bias 0 · 3'],
    ['forget bias 0', 'forget bias 3'],
  ],
  [{ H: 3 }, { H: 5 }, ['Hidden units 3 · 5'], ['3 units', '5 units']],
  [{ seed: 1 }, { seed: 2 }, ['Seed 1 · 2'], ['seed 1', 'seed 2']],
  [{}, { dataSeed: 7 }, ['Inputs', 'Targets'], ['', '']],
  [{}, { edits: { 'x3.0': 9 } }, ['Inputs'], ['', '']],
  [{}, { edits: { 'Wx.1.0': 9 } }, ['Single weights'], ['', '']],
  [{}, { edits: { 'S0.1': 0.5 } }, ['Initial states'], ['', '']],
  [
    {},
    { truncation: { kind: 'window', k: 3 } },
    ['Truncation Full · Windows of 3'],
    ['not truncated', 'Windows of 3'],
  ],
  [{ clip: 'off', threshold: 1 }, { clip: 'off', threshold: 2 }, [], ['', '']],
  [{}, { clip: 'step', threshold: 2 }, ['Clipping Off · Each step'], ['not clipped', 'Each step']],
  [{ errorAt: 'every', T: 3 }, { errorAt: [1, 2, 3], T: 3 }, [], ['', '']],
  [{ errorAt: 'last', T: 3 }, { errorAt: [2, 3], T: 3 }, ['Error at Last step · 2, 3'], ['', '']],
  [{ cell: 'gru' }, { cell: 'gru', forgetBias: 3 }, [], ['', '']],
])('%j beside %j', (one, other, sentence, names) => {
  const all = [of(one), of(other)];
  expect(told(...all)).toEqual(sentence);
  expect(namesOf(all)).toEqual(names);
});

test('training sets apart, and the weights that follow from it are not told again', () => {
  const weights = { Wx: [1, 1, 1, 1], Ws: new Array(16).fill(0.1), Wy: [1, 1, 1, 1] };
  expect(told(of({}), of({}, { trained: weights, updates: 3 }))).toEqual(['Updates 0 · 3']);
});
