/** What is said of every operation of many networks. */
import katex from 'katex';
import { expect, test } from 'vitest';
import { articleShape, articleValues } from '../../test/networks/article';
import { seededRun } from '../../test/networks/seeded-run';
import { type Activation, type Clip, compile, execute, type Optimizer, type Shape } from '../engine';
import { accountKey, describe } from './describe';
import { plainText } from './marked';
import { pointedAt } from './tex';

const room = { plain: 17, matrix: 22 };

/** Everything that describes an operation is sound: KaTeX reads it, no cell is missing, no NaN slips in. */
const check = (shape: Shape, seed: number) => {
  const run = seededRun(shape, seed);
  for (const op of run.plan.ops) {
    const { title, kicker, why, symbols, numbers, cells } = describe(run, op);
    expect(accountKey(op), op.out).toMatch(new RegExp(`^${op.rule}( |$)`));
    const { tex } = numbers(room);
    for (const source of [symbols.tex, tex]) {
      let html = '';
      expect(() => {
        html = katex.renderToString(source, {
          displayMode: true,
          throwOnError: true,
          strict: 'ignore',
          trust: true,
        });
      }, `${op.out}: ${source}`).not.toThrow();
      const pointed = Array.from(html.matchAll(/data-cell="([^"]*)"/g), ([, data]) => pointedAt(data));
      expect(cells).toEqual(expect.arrayContaining([...new Set(pointed)]));
    }
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
    const { ops } = compile({ ...articleShape, cell, T: 2, errorAt: [1, 2] });
    for (const op of ops)
      if (
        ['hadamard', 'tanh', 'sigmoid'].includes(op.rule) &&
        op.pass !== 'update' &&
        !op.out.startsWith('Y')
      )
        expect(accountKey(op), op.out).toMatch(new RegExp(`^${op.rule} (d:)?[a-zCS.]+$`));
  }
});

test('the equations of every cell fit a narrow panel in numbers', () => {
  const narrow = { plain: 288 / 16, matrix: 288 / 12 };
  for (const cell of cells)
    for (const H of [1, 4]) {
      const run = seededRun(
        { ...articleShape, cell, H, X: 2, Y: 2, bias: true, optimizer: 'adam', clip: 'norm' },
        2,
      );
      for (const op of run.plan.ops)
        expect(describe(run, op).numbers(narrow).isFitting, `${cell} ${op.out}`).toBe(true);
    }
});

test('an overflown run is described, too', () => {
  const plan = compile({ ...articleShape, T: 12, g1: 'identity', errorAt: [12] });
  const fill = (n: number, value: number) => Array.from({ length: n }, () => value);
  const wild = execute(plan, { ...articleValues, x: fill(12, 1), d: fill(12, 0), Ws: [1e40] });
  for (const op of plan.ops) expect(() => describe(wild, op).numbers(room)).not.toThrow();
});
