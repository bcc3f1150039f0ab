/** Why a factor makes a gradient shorter: each reason by a network of one unit that has it, and no other. */
import { describe, expect, test } from 'vitest';
import { boundPerStep, gateParts, type Reason, reasonOf, splitGain, steepestSlope } from './factors';
import { compile, execute, gain, type Shape } from './index';

const run = (g1: Shape['g1'], Ws: number[], x: number[], H = 1) =>
  execute(
    compile({
      ...{ cell: 'rnn', T: 2, X: 1, H, Y: 1, g1, g2: 'identity', bias: false },
      ...{ errorAt: [2], clip: 'off' },
    }),
    {
      ...{ x, d: [0, 5], S0: new Array(H).fill(0), Wx: [1, ...new Array(H - 1).fill(0)], Ws },
      ...{ Wy: [1, ...new Array(H - 1).fill(0)], theta: [1], eta: [0.1] },
    },
  );

const reasonAt = (trace: ReturnType<typeof run>, g1: Shape['g1'], sigma: number): Reason => {
  const split = splitGain(trace, 2);
  if (!split) throw new Error('nothing flows');
  if (split.slopes > 0) expect(split.slopes * split.weights).toBeCloseTo(gain(trace, 2), 12);
  return reasonOf(split, g1, sigma);
};

describe('the reason of a gain', () => {
  test.each([
    ['saturation', 'tanh', 1.5, [0, 3]],
    ['smallWeights', 'tanh', 0.3, [0, 0.2]],
    ['smallWeights', 'identity', 0.5, [1, 1]],
    ['grows', 'identity', 1.5, [1, 1]],
    ['keeps', 'identity', 1, [1, 1]],
    ['keeps', 'relu', -1, [0, 1]],
    ['dead', 'relu', 1.5, [0, -1]],
    // At 0 the sigmoid is as steep as it can be, and Ws does not shrink: what is left is the sigmoid itself.
    ['activation', 'sigmoid', 1, [0, -0.5]],
    ['saturation', 'sigmoid', 1, [0, 9]],
    ['both', 'tanh', 0.5, [0, 0.88]],
  ] as const)('%s: %s, Ws = %d, x = %j', (reason, g1, Ws, x) => {
    expect(reasonAt(run(g1, [Ws], [...x]), g1, Math.abs(Ws))).toBe(reason);
  });

  test('is the direction where Ws could stretch and does not', () => {
    // The error reaches the first unit alone, whose row shrinks; σ_max is the second one’s 2.
    expect(reasonAt(run('identity', [0.3, 0, 0, 2], [1, 1], 2), 'identity', 2)).toBe('direction');
  });

  test('is nothing where nothing arrives, and broken where numbers break', () => {
    expect(reasonOf({ slopes: Number.NaN, weights: Number.NaN }, 'tanh', 1)).toBe('nothing');
    expect(reasonOf({ slopes: 1, weights: Number.POSITIVE_INFINITY }, 'tanh', 1)).toBe('broken');
    expect(reasonOf({ slopes: 1, weights: Number.NaN }, 'tanh', 1)).toBe('broken');
  });
});

test('γ is the steepest slope: 1, of the sigmoid ¼', () => {
  expect((['tanh', 'relu', 'identity', 'sigmoid'] as const).map(steepestSlope)).toEqual([1, 1, 1, 0.25]);
  expect(boundPerStep(run('sigmoid', [0.3, 0, 0, 2], [0, 0], 2))).toBeCloseTo(0.5, 14);
});

test('the slopes are those of the activation at a_t', () => {
  const [{ gate, slopes, sigma }] = gateParts(run('tanh', [0.8], [0, 0.5]), 2);
  expect([gate, sigma]).toEqual(['', 0.8]);
  expect(slopes[0]).toBeCloseTo(1 - Math.tanh(0.5) ** 2, 14);
});
