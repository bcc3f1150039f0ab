import katex from 'katex';
import { expect, test } from 'vitest';
import { type Activation, compile, execute, type Shape, type Trace } from '../engine';
import { describe } from './describe';
import { plainText, spokenText } from './marked';

const room = { plain: 17, matrix: 22 };

/** Fills a shape with numbers that repeat for a seed. */
const runOf = (shape: Shape, seed: number): Trace => {
  const plan = compile(shape);
  const values: Record<string, number[]> = {};
  for (const [lane, count] of plan.inputs)
    values[lane] = Array.from({ length: count }, (_, i) => Math.sin(seed + i * 12.9898) * (1 + (seed % 3)));
  return execute(plan, { ...values, theta: [0.5], eta: [0.1] });
};

const article: Shape = {
  cell: 'rnn',
  T: 3,
  X: 1,
  H: 1,
  Y: 1,
  g1: 'tanh',
  g2: 'identity',
  bias: false,
  errorAt: [3],
  clip: 'off',
};
const values = {
  x: [1, 0.5, -1],
  d: [0, 0, 0.7],
  S0: [0],
  Wx: [0.5],
  Ws: [0.8],
  Wy: [1],
  theta: [1],
  eta: [0.1],
};
const trace = execute(compile(article), values);

const bare = (tex: string): string =>
  tex
    .replace(/\\htmlData\{cell=[^}]*\}/g, '')
    .replace(/\\(begin|end)\{aligned\}|\{\}|[&{}]/g, '')
    .replaceAll('\\cdot', '·')
    .replace(/\s+/g, ' ')
    .trim();
const of = (out: string) => {
  const op = trace.plan.ops.find((each) => each.out === out);
  if (op === undefined) throw new Error(`no operation writes ${out}`);
  return describe(trace, op);
};

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
  const clipped = execute(compile({ ...article, clip: 'step' }), values);
  const op = clipped.plan.ops.find(({ out }) => out === 'clip:S3');
  const clip = op && describe(clipped, op);
  expect(clip && bare(clip.numbers(room).tex)).toMatch(/1\.52 > 1 .*-1 = /);
  expect(clip && plainText(clip.why, clipped.plan)).toContain('1.52, is above the threshold 1');
});

/** Everything that describes an operation is sound: KaTeX reads it, no cell is missing, no NaN slips in. */
const check = (shape: Shape, seed: number) => {
  const run = runOf(shape, seed);
  for (const op of run.plan.ops) {
    const { title, kicker, why, symbols, numbers, cells } = describe(run, op);
    const { tex } = numbers(room);
    for (const source of [symbols.tex, tex])
      expect(() => {
        katex.renderToString(source, {
          displayMode: true,
          throwOnError: true,
          strict: 'ignore',
          trust: true,
        });
      }, `${op.out}: ${source}`).not.toThrow();
    expect(cells, op.out).toContain(op.out);
    for (const input of op.in)
      if (!op.rule.endsWith('Slope') && op.rule !== 'total') expect(cells, op.out).toContain(input);
    for (const id of cells) expect(run.plan.cells.has(id), id).toBe(true);
    for (const text of [title, kicker, why])
      expect(plainText(text, run.plan), op.out).not.toMatch(/undefined|NaN|[{}]/);
    expect(symbols.spoken + symbols.text).not.toMatch(/undefined|NaN|[{}\\]/);
  }
};

const activations: readonly Activation[] = ['tanh', 'sigmoid', 'relu', 'identity'];
const shapes = Array.from({ length: 24 }, (_, i): Shape => {
  const T = 1 + ((i * 7) % 6);
  return {
    cell: i % 8 === 7 ? 'lstm' : i % 8 === 5 ? 'gru' : 'rnn',
    T,
    X: 1 + (i % 4),
    H: [1, 2, 4, 8, 16][i % 5],
    Y: 1 + ((i * 3) % 4),
    g1: activations[i % 4],
    g2: activations[(i >> 2) % 4],
    bias: i % 2 === 1,
    errorAt: i % 3 === 0 ? [T] : Array.from({ length: T }, (_, t) => t + 1),
    clip: (['off', 'step', 'step', 'norm', 'value', 'off', 'step'] as const)[i % 7],
  };
});
test.each(shapes.map((shape, seed) => [JSON.stringify(shape), shape, seed] as const))(
  'every operation of %s can be described',
  (_, shape, seed) => check(shape, seed),
);

test('an overflown run is described, too', () => {
  const plan = compile({ ...article, T: 12, g1: 'identity', errorAt: [12] });
  const fill = (n: number, value: number) => Array.from({ length: n }, () => value);
  const wild = execute(plan, { ...values, x: fill(12, 1), d: fill(12, 0), Ws: [1e40] });
  for (const op of plan.ops) expect(() => describe(wild, op).numbers(room)).not.toThrow();
});
