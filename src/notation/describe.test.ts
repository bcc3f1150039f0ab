import { expect, test } from 'vitest';
import { articleShape, articleValues } from '../../test/networks/article';
import { seededRun } from '../../test/networks/seeded-run';
import { compile, execute, type Trace } from '../engine';
import { describe } from './describe';
import { plainText, spokenText } from './marked';

const room = { plain: 17, matrix: 22 };

const trace = execute(compile(articleShape), articleValues);

const bare = (tex: string): string =>
  tex
    .replace(/\\htmlData\{cell=[^}]*\}/g, '')
    .replace(/\\(begin|end)\{aligned\}|\{\}|[&{}]/g, '')
    .replaceAll('\\cdot', '·')
    .replace(/\s+/g, ' ')
    .trim();
/** The operation of a run that writes a cell, described. */
const told = (run: Trace, out: string) => {
  const op = run.plan.ops.find((each) => each.out === out);
  if (op === undefined) throw new Error(`no operation writes ${out}`);
  return describe(run, op);
};
const of = (out: string) => told(trace, out);
const whyOf = (run: Trace, out: string): string => plainText(told(run, out).why, run.plan);

// The numbers are those that PyTorch gives for the article's network.
test.each([
  ['a1', 'a₁ = Wₓ x₁ + Wₛ S₀', '0.5 = 0.5 · 1 + 0.8 · 0'],
  ['a3', 'a₃ = Wₓ x₃ + Wₛ S₂', '-0.0593 = 0.5 · (-1) + 0.8 · 0.551'],
  ['S2', 'S₂ = g₁(a₂) = tanh(a₂)', '0.551 = \\tanh\\left(0.620\\right)'],
  ['o3', 'o₃ = W_y S₃', '-0.0592 = 1 · (-0.0592)'],
  ['E3', 'E₃ = (d₃ − Y₃)²', '0.576 = (0.7 - (-0.0592))^2'],
  ['d:Y3', '∂E₃/∂Y₃ = −2 (d₃ − Y₃)', '-1.52 = -2 · (0.7 - (-0.0592))'],
  ['d:o3', '∂E₃/∂o₃ = ∂E₃/∂Y₃ · g₂′(o₃); g₂′(o₃) = 1', '-1.52 = -1.52 · 1'],
  ['d:Wy@3', '∂E₃/∂W_y at step 3 = ∂E₃/∂Y₃ ∂⁺Y₃/∂W_y = ∂E₃/∂o₃ S₃ᵀ', '0.0899 = -1.52 · (-0.0592)'],
  ['d:S3', 'δ₃ = W_yᵀ ∂E₃/∂o₃', '-1.52 = 1 · (-1.52)'],
  ['d:S2', 'δ₂ = Wₛᵀ ∂E₃/∂a₃', '-1.21 = 0.8 · (-1.51)'],
  ['d:S1', 'δ₁ = Wₛᵀ ∂E₃/∂a₂', '-0.674 = 0.8 · (-0.843)'],
  ['d:Ws@2', '∂E₃/∂Wₛ at step 2 = ∂E₃/∂S₂ ∂⁺S₂/∂Wₛ = ∂E₃/∂a₂ S₁ᵀ', '-0.390 = -0.843 · 0.462'],
  ['sum:Ws@2', '∂E₃/∂Wₛ at step 2…3 = ∂E₃/∂Wₛ at step 3 + ∂E₃/∂Wₛ at step 2', '-1.22 = -0.834 + (-0.390)'],
  ['sum:Ws@1', '∂E₃/∂Wₛ = ∂E₃/∂Wₛ at step 2…3 + ∂E₃/∂Wₛ at step 1', '-1.22 = -1.22 + 0'],
  ['sum:Wx@1', '∂E₃/∂Wₓ = ∂E₃/∂Wₓ at step 2…3 + ∂E₃/∂Wₓ at step 1', '0.561 = 1.09 + (-0.530)'],
  ['next:Ws', 'Wₛ new = Wₛ − η ∂E₃/∂Wₛ', '0.922 = 0.8 - 0.1 · (-1.22)'],
])('%s: %s, in numbers %s', (out, symbols, numbers) => {
  expect(of(out).symbols.text).toBe(symbols);
  expect(bare(of(out).numbers(room).tex)).toBe(numbers);
});

test('the slope of tanh is spelled out, in symbols and in numbers', () => {
  expect(of('d:a3').symbols.text).toBe('∂E₃/∂a₃ = δ₃ · g₁′(a₃); g₁′(a₃) = 1 − S₃²');
  expect(bare(of('d:a3').numbers(room).tex)).toContain('-1.51 = -1.52 · (1 - (-0.0592)^2)');
  expect(bare(of('d:a3').numbers(room).tex)).toContain('= -1.52 · 0.996');
});

test('title, kicker and sentence say what happens, with the numbers', () => {
  const carried = of('d:S2');
  expect(plainText(carried.title, trace.plan)).toBe('Carry the gradient through Wₛ');
  expect(plainText(carried.kicker, trace.plan)).toMatch(/^Backward · from S₃ to S₂ · 1 of \d+$/);
  expect(plainText(carried.why, trace.plan)).toContain('80\u202f% of δ₃ arrives');
  expect(plainText(carried.why, trace.plan)).toContain('No error is taken at step 2');
  expect(spokenText(of('d:Ws@1').why, trace.plan)).toBe(
    'S 0 is 0, so Ws had no part in this step: the term is 0.',
  );
  expect(of('d:S2').cells).toEqual(['d:S2', 'Ws', 'd:a3']);
});

test('a clipped gradient says that it was above the threshold, and what became of it', () => {
  const clipped = execute(compile({ ...articleShape, clip: 'step' }), articleValues);
  expect(bare(told(clipped, 'clip:S3').numbers(room).tex)).toMatch(/1\.52 > 1 .*-1 = /);
  expect(whyOf(clipped, 'clip:S3')).toContain('1.52, is above the threshold 1');
});

test('letters mean one thing: the output gate is q beside the readout o, and g is the candidate alone', () => {
  const run = seededRun({ ...articleShape, cell: 'lstm', g2: 'tanh', T: 2, errorAt: [2] }, 1);
  const said = (out: string) => told(run, out).symbols.text;
  expect(said('f2')).toBe('f₂ = σ(a_f,2)');
  expect(said('C2')).toBe('C₂ = f₂ · C₁ + i₂ · g₂');
  expect(said('S2')).toBe('S₂ = q₂ · h₂');
  expect(said('Y2')).toBe('Y₂ = tanh(o₂)');
  expect(said('d:C1')).toBe('∂E₂/∂C₁ = ∂E₂/∂C₁ from h₁ + ∂E₂/∂C₁ from C₂ = ∂E₂/∂C₁ from h₁ + ∂E₂/∂C₂ · f₂');
});

test('an LSTM says what its forget gate lets through, and that C is not clipped', () => {
  const run = seededRun({ ...articleShape, cell: 'lstm', T: 3, clip: 'step' }, 1);
  expect(whyOf(run, 'd:C2/C3')).toMatch(/^The forget gate f₃ lets [\d.]+\u202f% of ∂Ẽ₃\/∂C₃ through\./);
  for (const out of ['clip:S3', 'd:C2/C3'])
    expect(whyOf(run, out)).toContain('Only S is clipped at each step');
});

test('clipping of the whole gradient says by how much, and whether it turned', () => {
  const small = { ...articleValues, theta: [0.1] };
  const byNorm = execute(compile({ ...articleShape, clip: 'norm' }), small);
  // ‖(0.5611, −1.2232, 0.0899)‖ = 1.3488
  expect(whyOf(byNorm, 'clip:Ws')).toBe(
    'Clipped by norm: ‖∂E₃/∂W‖ = 1.35 > 0.1, so every entry is multiplied by 0.0741; the direction is unchanged.',
  );
  const byValue = execute(compile({ ...articleShape, clip: 'value' }), small);
  expect(whyOf(byValue, 'clip:Ws')).toBe(
    'By value: it is beyond ±0.1 and is cut. Of the whole gradient, 2 of 3 entries were cut; it turned by 34°.',
  );
});

test('where a window or a horizon ends, the sentence says that nothing comes back', () => {
  const all = { ...articleShape, T: 4, errorAt: [1, 2, 3, 4] };
  const windows = seededRun({ ...all, window: 2 }, 1);
  expect(whyOf(windows, 'd:S2')).toContain('Nothing comes back from S₃: the window ends here');
  expect(whyOf(windows, 'd:S1/a2')).not.toContain('window');
  const lstm = seededRun({ ...all, cell: 'lstm', window: 2 }, 1);
  expect(whyOf(lstm, 'd:C2')).toContain('Nothing comes back from C₃: the window ends here');
  const horizon = seededRun({ ...all, horizon: 2 }, 1);
  expect(whyOf(horizon, 'd:S3/a4~b')).toContain('E₄ ends here: with a horizon of 2 it reaches S₃');
});

test('where no later step has an error, it is not said that this one has none', () => {
  const early = seededRun({ ...articleShape, T: 3, errorAt: [2] }, 1);
  expect(whyOf(early, 'd:S2')).not.toContain('No error is taken');
  expect(whyOf(early, 'd:S1')).toContain('No error is taken at step 1');
});
