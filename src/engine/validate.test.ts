/** Sizes that don't fit together are refused, and the sentence names them. */
import { describe, expect, test } from 'vitest';
import { compile, execute, type Shape, ShapeError, type Values } from './index';

const shape: Shape = {
  ...{ cell: 'rnn', T: 3, X: 2, H: 2, Y: 1, g1: 'tanh', g2: 'identity', bias: true },
  ...{ errorAt: [3], clip: 'off' },
};
const values: Values = {
  ...{ x: [1, 0, 0, 1, 1, 1], d: [0, 0, 1], S0: [0, 0] },
  ...{ Wx: [1, 2, 3, 4], Ws: [1, 0, 0, 1], bs: [0, 0], Wy: [1, 1], by: [0], theta: [1], eta: [0.1] },
};

/** The sentence of the refusal. */
function refusal(attempt: () => unknown): string {
  try {
    attempt();
  } catch (error) {
    expect(error).toBeInstanceOf(ShapeError);
    return (error as ShapeError).message;
  }
  throw new Error('It was not refused.');
}

describe('a shape is refused', () => {
  test.each([
    ['T', 0],
    ['T', 1.5],
    ['T', -3],
    ['T', Number.NaN],
    ['X', 0],
    ['H', Number.POSITIVE_INFINITY],
    ['H', 2.000001],
    ['Y', -1],
  ] as const)('when %s is %d', (size, number) => {
    const sentence = refusal(() => compile({ ...shape, [size]: number }));
    expect(sentence).toContain(`${size} is ${number}`);
    expect(sentence).toContain('whole number');
  });

  test.each([[[7]], [[0]], [[-1]], [[2, 4]], [[1.5]]])(
    'when errors are placed at %j of 3 steps',
    (errorAt) => {
      const wrong = errorAt.at(-1);
      expect(refusal(() => compile({ ...shape, errorAt }))).toMatch(
        new RegExp(`step ${wrong}; with T = 3 .* from 1 to 3`),
      );
    },
  );

  test.each([[[3, 1]], [[2, 2]], [[1, 3, 2]]])(
    'when the steps with an error are unsorted or doubled: %j',
    (errorAt) => {
      expect(refusal(() => compile({ ...shape, errorAt }))).toContain('ascending order');
    },
  );

  test('when no step has an error', () => {
    expect(refusal(() => compile({ ...shape, errorAt: [] }))).toContain('No step has an error');
  });
});

describe('values are refused', () => {
  const plan = compile(shape);

  test.each(Object.keys(values))('when %s is missing', (lane) => {
    const { [lane]: _, ...rest } = values;
    const sentence = refusal(() => execute(plan, rest));
    expect(sentence).toContain(`${lane} is missing`);
    expect(sentence).toContain(`${values[lane].length} entries`);
    expect(sentence).toContain('T = 3, X = 2, H = 2, Y = 1');
  });

  test.each(Object.keys(values))('when %s has an entry too many, or none', (lane) => {
    const right = Array.from(values[lane]);
    for (const wrong of [[...right, 1], []]) {
      expect(refusal(() => execute(plan, { ...values, [lane]: wrong }))).toMatch(
        new RegExp(`${lane} has ${wrong.length} entries; it needs ${right.length}.*H = 2`),
      );
    }
  });

  test('when an LSTM gets the weights of a vanilla network', () => {
    const lstm = compile({ ...shape, cell: 'lstm' });
    expect(refusal(() => execute(lstm, { ...values, C0: [0, 0] }))).toMatch(
      /Wx has 4 entries; it needs 16.*lstm/,
    );
    expect(refusal(() => execute(lstm, values))).toMatch(/\w+ (is missing|has)/);
  });

  test('but not for lanes that the network does not read', () => {
    expect(() => execute(plan, { ...values, C0: [1, 2, 3], by2: [] })).not.toThrow();
  });
});
