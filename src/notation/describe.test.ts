import katex from 'katex';
import { expect, test } from 'vitest';
import {
  type Activation,
  type Clip,
  compile,
  execute,
  type Optimizer,
  type Shape,
  type Trace,
} from '../engine';
import { accountKey, describe } from './describe';
import { plainText, spokenText } from './marked';

const room = { plain: 17, matrix: 22 };

/** Fills a shape with numbers that repeat for a seed. */
const runOf = (shape: Shape, seed: number): Trace => {
  const plan = compile(shape);
  const values: Record<string, number[]> = {};
  for (const [lane, count] of plan.inputs)
    values[lane] = Array.from({ length: count }, (_, i) => Math.sin(seed + i * 12.9898) * (1 + (seed % 3)));
  // Of the optimizer some runs are at their first step, some have a history.
  const remembered: Record<string, number[]> = {};
  for (const lane of plan.defaults.keys())
    if (/^[mv]:/.test(lane) && seed % 2 === 1) remembered[lane] = values[lane].map((v) => Math.abs(v) / 10);
    else delete values[lane];
  if (plan.defaults.has('updates')) remembered.updates = [seed % 2 === 1 ? 4 : 0];
  return execute(plan, { ...values, ...remembered, theta: [0.5], eta: [0.1] });
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
    expect(accountKey(op), `${op.rule} ${op.out}`).toBeDefined();
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
      if (!/Slope$|^(total|mean|norm|crossEntropy|squared|halfSquared)$/.test(op.rule))
        expect(cells, op.out).toContain(input);
    for (const id of cells) expect(run.plan.cells.has(id), id).toBe(true);
    for (const text of [title, kicker, why])
      expect(plainText(text, run.plan), op.out).not.toMatch(/undefined|NaN|[{}]/);
    expect(symbols.spoken + symbols.text).not.toMatch(/undefined|NaN|[{}\\]/);
  }
};

const activations: readonly Activation[] = ['tanh', 'sigmoid', 'relu', 'identity'];
const clips: readonly Clip[] = ['off', 'step', 'norm', 'value'];
const optimizers: readonly Optimizer[] = ['sgd', 'momentum', 'adam'];
const cells = ['rnn', 'lstm', 'gru'] as const;

/** Every cell with every clip and every optimizer; losses, sizes and truncations go through theirs meanwhile. */
const shapes = cells.flatMap((cell, c) =>
  clips.flatMap((clip, k) =>
    optimizers.map((optimizer, o): Shape => {
      const i = c * 12 + k * 3 + o;
      const T = 1 + ((i * 7) % 6);
      return {
        cell,
        T,
        X: 1 + (i % 4),
        H: [1, 2, 4, 8, 16][i % 5],
        Y: 1 + ((i * 3) % 4),
        g1: activations[i % 4],
        g2: i % 5 < 2 ? 'softmax' : activations[(i >> 2) % 4],
        bias: i % 2 === 1,
        errorAt: i % 3 === 0 ? [T] : Array.from({ length: T }, (_, t) => t + 1),
        clip,
        optimizer,
        isHalved: i % 4 === 2,
        isMean: i % 4 > 1,
        ...(i % 3 === 1
          ? { window: 1 + (i % 3) }
          : i % 3 === 2 && clip !== 'step'
            ? { horizon: 1 + (i % 2) }
            : {}),
      };
    }),
  ),
);
test.each(shapes.map((shape, seed) => [JSON.stringify(shape), shape, seed] as const))(
  'every operation of %s has an account of its own',
  (_, shape, seed) => check(shape, seed),
);

test('each operation of a gated cell is told of by its rule and its lane', () => {
  for (const cell of ['lstm', 'gru'] as const) {
    const { ops } = compile({ ...article, cell, T: 2, errorAt: [1, 2] });
    for (const op of ops)
      if (
        ['hadamard', 'tanh', 'sigmoid'].includes(op.rule) &&
        op.pass !== 'update' &&
        !op.out.startsWith('Y')
      )
        expect(accountKey(op), op.out).toMatch(new RegExp(`^${op.rule} (d:)?[a-zCS.]+$`));
  }
});

test('letters mean one thing: the output gate is q beside the readout o, and g is the candidate alone', () => {
  const run = runOf({ ...article, cell: 'lstm', g2: 'tanh', T: 2, errorAt: [2] }, 1);
  const said = (out: string) => {
    const op = run.plan.ops.find((each) => each.out === out);
    if (op === undefined) throw new Error(`no operation writes ${out}`);
    return describe(run, op).symbols.text;
  };
  expect(said('f2')).toBe('f₂ = σ(a_f,2)');
  expect(said('C2')).toBe('C₂ = f₂ · C₁ + i₂ · g₂');
  expect(said('S2')).toBe('S₂ = q₂ · h₂');
  expect(said('Y2')).toBe('Y₂ = tanh(o₂)');
  expect(said('d:C1')).toBe('∂E₂/∂C₁ = ∂E₂/∂C₁ from h₁ + ∂E₂/∂C₁ from C₂ = ∂E₂/∂C₁ from h₁ + ∂E₂/∂C₂ · f₂');
});

/** The sentence of one operation of a run. */
const whyOf = (run: Trace, out: string): string => {
  const op = run.plan.ops.find((each) => each.out === out);
  if (op === undefined) throw new Error(`no operation writes ${out}`);
  return plainText(describe(run, op).why, run.plan);
};

test('an LSTM says what its forget gate lets through, and that C is not clipped', () => {
  const run = runOf({ ...article, cell: 'lstm', T: 3, clip: 'step' }, 1);
  expect(whyOf(run, 'd:C2/C3')).toMatch(/^The forget gate f₃ lets [\d.]+\u202f% of ∂Ẽ₃\/∂C₃ through\./);
  for (const out of ['clip:S3', 'd:C2/C3'])
    expect(whyOf(run, out)).toContain('Only S is clipped at each step');
});

test('clipping of the whole gradient says by how much, and whether it turned', () => {
  const small = { ...values, theta: [0.1] };
  const byNorm = execute(compile({ ...article, clip: 'norm' }), small);
  // ‖(0.5611, −1.2232, 0.0899)‖ = 1.3488
  expect(whyOf(byNorm, 'clip:Ws')).toBe(
    'Clipped by norm: ‖∂E₃/∂W‖ = 1.35 > 0.1, so every entry is multiplied by 0.0741; the direction is unchanged.',
  );
  const byValue = execute(compile({ ...article, clip: 'value' }), small);
  expect(whyOf(byValue, 'clip:Ws')).toBe(
    'By value: it is beyond ±0.1 and is cut. Of the whole gradient, 2 of 3 entries were cut; it turned by 34°.',
  );
});

test('where a window or a horizon ends, the sentence says that nothing comes back', () => {
  const all = { ...article, T: 4, errorAt: [1, 2, 3, 4] };
  const windows = runOf({ ...all, window: 2 }, 1);
  expect(whyOf(windows, 'd:S2')).toContain('Nothing comes back from S₃: the window ends here');
  expect(whyOf(windows, 'd:S1/a2')).not.toContain('window');
  const lstm = runOf({ ...all, cell: 'lstm', window: 2 }, 1);
  expect(whyOf(lstm, 'd:C2')).toContain('Nothing comes back from C₃: the window ends here');
  const horizon = runOf({ ...all, horizon: 2 }, 1);
  expect(whyOf(horizon, 'd:S3/a4~b')).toContain('E₄ ends here: with a horizon of 2 it reaches S₃');
});

test('where no later step has an error, it is not said that this one has none', () => {
  const early = runOf({ ...article, T: 3, errorAt: [2] }, 1);
  expect(whyOf(early, 'd:S2')).not.toContain('No error is taken');
  expect(whyOf(early, 'd:S1')).toContain('No error is taken at step 1');
});

test('the equations of every cell fit a narrow panel in numbers', () => {
  const narrow = { plain: 288 / 16, matrix: 288 / 12 };
  for (const cell of cells)
    for (const H of [1, 4]) {
      const run = runOf({ ...article, cell, H, X: 2, Y: 2, bias: true, optimizer: 'adam', clip: 'norm' }, 2);
      for (const op of run.plan.ops)
        expect(describe(run, op).numbers(narrow).isFitting, `${cell} ${op.out}`).toBe(true);
    }
});

test('an overflown run is described, too', () => {
  const plan = compile({ ...article, T: 12, g1: 'identity', errorAt: [12] });
  const fill = (n: number, value: number) => Array.from({ length: n }, () => value);
  const wild = execute(plan, { ...values, x: fill(12, 1), d: fill(12, 0), Ws: [1e40] });
  for (const op of plan.ops) expect(() => describe(wild, op).numbers(room)).not.toThrow();
});
