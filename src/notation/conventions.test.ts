import { afterEach, expect, test } from 'vitest';
import { compile, type Shape } from '../engine';
import { article, type Convention, followConvention } from './convention';
import { identifier } from './identifier';
import { label, spoken } from './labels';
import { plainText, spokenText } from './marked';
import { tex } from './tex';

const shape: Shape = {
  ...{ cell: 'rnn', T: 3, X: 1, H: 1, Y: 1, g1: 'tanh', g2: 'identity' },
  ...{ bias: true, errorAt: [3], clip: 'step' },
};
const plan = compile(shape);

const choose = (convention: Convention) => followConvention(() => convention);
afterEach(() => choose(article));

const written = (ids: readonly string[]) => ids.map((id) => label(id, plan)).join('  ');

test('the letters of state, output and error', () => {
  choose('S hyL Ws');
  expect(written(['S3', 'Y3', 'E3', 'x3', 'd3', 'd:o3', 'd:a3', 'd:S2', 'clip:S3'])).toBe(
    'h₃  y₃  L₃  x₃  d₃  ∂L₃/∂o₃  ∂L̃₃/∂a₃  δ₂  δ̃₃',
  );
  expect(spoken('d:S3', plan)).toBe('gradient of h 3');
  expect(tex('d:Y3', plan)).toBe('\\frac{\\partial L_{3}}{\\partial y_{3}}');
});

test('the names of weights and biases', () => {
  const weights = ['Wx', 'Ws', 'Wy', 'bs', 'by', 'd:Ws'];
  choose('S SYE Whh');
  expect(written(weights)).toBe('Wₓₕ  Wₕₕ  W_hy  bₕ  b_y  ∂Ẽ₃/∂Wₕₕ');
  expect(tex('Ws')).toBe('W_{hh}');
  expect(spoken('d:Ws@2', plan)).toBe('term of step 2 in the gradient of Whh');
  choose('S SYE UWV');
  expect(written(weights)).toBe('U  W  V  b  c  ∂Ẽ₃/∂W');
  expect(label('v:Ws')).toBe('v_W');
  expect(spoken('next:v:Wx')).toBe('v of U after the update');
});

test('δ as the gradient of a_t: then that of the state is written out, with a tilde once clipped', () => {
  choose('a SYE Ws');
  expect(written(['d:S3', 'clip:S3', 'd:a3', 'd:S2', 'd:a2', 'd:S0'])).toBe(
    '∂E₃/∂S₃  ∂Ẽ₃/∂S₃  δ̃₃  ∂E₃/∂S₂  δ̃₂  ∂Ẽ₃/∂S₀',
  );
  const free = compile({ ...shape, clip: 'off' });
  expect(label('d:a3', free)).toBe('δ₃');
  expect(tex('d:a3', free)).toBe('\\delta_{3}');
});

test('names in files are those of the program, by the letters of the convention', () => {
  const ids = ['S3', 'E', 'd:S3', 'sum:Ws@2', 'next:v:Wx', 'd:h2~h', 'd:C2/C3', 'theta', 'd:bs', 'norm:d'];
  expect(ids.map(identifier)).toEqual(ids);
  choose('a hyL Whh');
  expect(ids.map(identifier)).toEqual([
    ...['h3', 'L', 'd:h3', 'sum:Whh@2', 'next:v:Wxh', 'd:s2~h', 'd:C2/C3', 'theta', 'd:bh', 'norm:d'],
  ]);
});

test('any step has its letter', () => {
  expect(plainText('‖{d:S_t}‖ of {E_N}, ∂{S_N}/∂{S_j}, {d:S_t−1}, {d:a_t}, {S}, {C_t}')).toBe(
    '‖δₜ‖ of E_N, ∂S_N/∂Sⱼ, δₜ₋₁, ∂E/∂aₜ, S, Cₜ',
  );
  choose('a hyL UWV');
  expect(plainText('‖{d:S_t}‖ of {E_N}, ∂{S_N}/∂{S_j}, {d:a_t}, {S}, ∂⁺{S_j}/∂{Ws}')).toBe(
    '‖∂L/∂hₜ‖ of L_N, ∂h_N/∂hⱼ, δₜ, h, ∂⁺hⱼ/∂W',
  );
  expect(spokenText('{d:S_t} and {E_N}')).toBe('gradient of h t and L N');
  expect(tex('d:S_t−1')).toBe('\\frac{\\partial L}{\\partial h_{t−1}}');
});
