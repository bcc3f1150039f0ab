import { expect, test } from 'vitest';
import { articleShape } from '../../test/networks/article';
import { type CellId, compile } from '../engine';
import { label, parts, spoken } from './labels';
import { nodeName } from './node-name';
import { tex } from './tex';

const plan = compile(articleShape);
const several = compile({ ...articleShape, errorAt: [1, 2, 3] });
const clipped = compile({ ...articleShape, clip: 'step', bias: true });

test.each<[CellId, string, string]>([
  ['S3', 'S₃', 'S 3'],
  ['S0', 'S₀', 'S 0'],
  ['d3', 'd₃', 'd 3'],
  ['Ws', 'Wₛ', 'Ws'],
  ['E3', 'E₃', 'E 3'],
  ['d:S3', 'δ₃', 'gradient of S 3'],
  ['d:S0', '∂E₃/∂S₀', 'gradient of S 0'],
  ['d:a3', '∂E₃/∂a₃', 'gradient of a 3'],
  ['d:Ws@3', '∂E₃/∂Wₛ at step 3', 'term of step 3 in the gradient of Ws'],
  ['sum:Ws@2', '∂E₃/∂Wₛ at step 2…3', 'sum of the gradient of Ws, steps 2 to 3'],
  ['sum:Ws@1', '∂E₃/∂Wₛ', 'gradient of Ws'],
  ['d:Ws', '∂E₃/∂Wₛ', 'gradient of Ws'],
  ['next:Ws', 'Wₛ new', 'Ws after the update'],
  ['theta', 'θ', 'theta'],
])('%s is written %s and read "%s"', (id, written, read) => {
  expect(label(id, plan)).toBe(written);
  expect(spoken(id, plan)).toBe(read);
});

test('with errors at several steps the gradient is that of E, and a state has two ways in', () => {
  expect(label('d:Ws', several)).toBe('∂E/∂Wₛ');
  expect(tex('d:Ws', several)).toBe('\\frac{\\partial E}{\\partial W_{s}}');
  expect(label('d:S2/a3', several)).toBe('δ₂ from S₃');
  expect(spoken('d:S2/o2', several)).toBe('gradient of S 2 from Y 2');
});

test('what is further back than a clipping has a tilde, what is before it has none', () => {
  expect(label('clip:S3', clipped)).toBe('δ\u0303₃');
  expect(label('d:S2', clipped)).toBe('δ₂');
  expect(label('d:o3', clipped)).toBe('∂E₃/∂o₃');
  for (const id of ['d:a3', 'd:Ws@2', 'd:bs@2', 'd:bs', 'd:Wx', 'd:S0'])
    expect(label(id, clipped)).toMatch(/^∂Ẽ₃/);
  for (const id of ['d:Wy', 'd:by', 'd:Y3']) expect(label(id, clipped)).toMatch(/^∂E₃/);
});

test('the tilde is written in TeX, too', () => {
  expect(tex('d:a3', clipped)).toBe('\\frac{\\partial \\tilde{E}_{3}}{\\partial a_{3}}');
});

test('parts are for SVG: prefix, italic letter, index, suffix', () => {
  expect(parts('d:a3', plan)).toEqual({ prefix: '∂E₃/∂', base: 'a', sub: '3' });
  expect(parts('Wy', plan)).toEqual({ base: 'W', sub: 'y' });
});

test('every cell of a plan has a symbol and a name', () => {
  for (const each of [plan, several, clipped])
    for (const id of each.cells.keys()) {
      expect(label(id, each)).not.toMatch(/undefined|NaN/);
      expect(spoken(id, each)).not.toMatch(/undefined|NaN|[₀-₉]/);
    }
});

test('a node is named by what is known of it', () => {
  expect(nodeName('S3', plan, undefined)).toBe('S 3');
  expect(nodeName('S3', plan, [-0.059198902465471916])).toBe('S 3, value −0.0592');
  expect(nodeName('S3', plan, [-0.059198902465471916], [-1.5183978049309437])).toBe(
    'S 3, value −0.0592, gradient −1.52',
  );
  expect(nodeName('S3', plan, [-0.2412, -0.0712, 0.3, -0.1667], [0.1, 0.1, 0, 0])).toBe(
    'S 3, 4 values, −0.24, −0.07, 0.30, −0.17, gradient norm 0.14',
  );
});

const lstm = compile({ ...articleShape, cell: 'lstm', errorAt: [1, 2, 3], optimizer: 'adam', clip: 'norm' });
const gru = compile({ ...articleShape, cell: 'gru', errorAt: [1, 2, 3], horizon: 2 });

test.each<[CellId, string, string, string]>([
  ['f3', 'f₃', 'forget gate f 3', 'f_{3}'],
  ['q3', 'q₃', 'output gate q 3', 'q_{3}'],
  ['a.f3', 'a_f,3', 'a of f 3', 'a_{f,3}'],
  ['d:C2', '∂E/∂C₂', 'gradient of C 2', '\\frac{\\partial E}{\\partial C_{2}}'],
  ['d:S2/a3', 'δ₂ from a₃', 'gradient of S 2 from a 3', '\\delta_{2}^{\\,\\text{from }a_{3}}'],
  ['v:Ws', 'v_Wₛ', 'v of Ws', 'v_{W_{s}}'],
  ['next:m:Ws', 'm_Wₛ new', 'm of Ws after the update', 'm_{W_{s}}^{\\text{new}}'],
  ['unbiased:v:Ws', 'v\u0302_Wₛ', 'v of Ws, freed of its start', '\\hat{v}_{W_{s}}'],
  ['beta1', 'β₁', 'beta 1', '\\beta_{1}'],
  ['updates', 'k', 'k, the number of updates before', 'k'],
  ['clip:Ws', '∂Ẽ/∂Wₛ', 'clipped gradient of Ws', '\\frac{\\partial \\tilde{E}}{\\partial W_{s}}'],
])('in an LSTM %s is written %s and read "%s"', (id, written, read, inTex) => {
  expect(label(id, lstm)).toBe(written);
  expect(spoken(id, lstm)).toBe(read);
  expect(tex(id, lstm)).toBe(inTex);
});

test.each<[CellId, string, string]>([
  ['ar3', 'a_r,3', 'a of r 3'],
  ['w.n3', 'w_n,3', 'w of n 3'],
  ['rw3', 'p₃', 'p 3'],
  ['d:S2/w3~b', 'δ₂ from w₃, E₃', 'gradient of S 2 from w 3, E 3'],
  ['d:az1/z1~b', '∂E/∂a_z,1 from E₂', 'gradient of a of z 1 from E 2'],
])('in a GRU with a horizon %s is written %s and read "%s"', (id, written, read) => {
  expect(label(id, gru)).toBe(written);
  expect(spoken(id, gru)).toBe(read);
});
