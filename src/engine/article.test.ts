/** The article's network, three steps of one tanh unit, operation by operation: PyTorch's numbers to the last digits. */
import { describe, expect, test } from 'vitest';
import { compile, doneAt, execute, opAt, type Shape, type Values, valueAt, weightsAfter } from './index';

const shape: Shape = {
  ...{ cell: 'rnn', T: 3, X: 1, H: 1, Y: 1, g1: 'tanh', g2: 'identity', bias: false },
  ...{ errorAt: [3], clip: 'off' },
};
const values: Values = {
  ...{ x: [1, 0.5, -1], d: [0, 0, 0.7], S0: [0], Wx: [0.5], Ws: [0.8], Wy: [1], theta: [1], eta: [0.1] },
};
const plan = compile(shape);
const trace = execute(plan, values);

/** Every operation in order: the pass, the step, what it writes, the number. */
const story = [
  ['forward', 1, 'a1', 0.5],
  ['forward', 1, 'S1', 0.46211715726000974],
  ['forward', 1, 'o1', 0.46211715726000974],
  ['forward', 1, 'Y1', 0.46211715726000974],
  ['forward', 2, 'a2', 0.6196937258080077],
  ['forward', 2, 'S2', 0.5509147467190711],
  ['forward', 2, 'o2', 0.5509147467190711],
  ['forward', 2, 'Y2', 0.5509147467190711],
  ['forward', 3, 'a3', -0.05926820262474308],
  ['forward', 3, 'S3', -0.059198902465471916],
  ['forward', 3, 'o3', -0.059198902465471916],
  ['forward', 3, 'Y3', -0.059198902465471916],
  ['forward', 3, 'E3', 0.5763829735047771],
  ['backward', 3, 'd:Y3', -1.5183978049309437],
  ['backward', 3, 'd:o3', -1.5183978049309437],
  ['backward', 3, 'd:Wy@3', 0.08988748355789358],
  ['backward', 3, 'sum:Wy@3', 0.08988748355789358],
  ['backward', 3, 'd:S3', -1.5183978049309437],
  ['backward', 3, 'd:a3', -1.5130765645589332],
  ['backward', 3, 'd:Ws@3', -0.833576192330547],
  ['backward', 3, 'sum:Ws@3', -0.833576192330547],
  ['backward', 3, 'd:Wx@3', 1.5130765645589332],
  ['backward', 3, 'sum:Wx@3', 1.5130765645589332],
  ['backward', 2, 'd:S2', -1.2104612516471467],
  ['backward', 2, 'd:a2', -0.8430777181520819],
  ['backward', 2, 'd:Ws@2', -0.38960067846169577],
  ['backward', 2, 'sum:Ws@2', -1.2231768707922428],
  ['backward', 2, 'd:Wx@2', -0.42153885907604094],
  ['backward', 2, 'sum:Wx@2', 1.5130765645589332 - 0.42153885907604094],
  ['backward', 1, 'd:S1', -0.6744621745216656],
  ['backward', 1, 'd:a1', -0.5304292481238335],
  ['backward', 1, 'd:Ws@1', 0],
  ['backward', 1, 'sum:Ws@1', -1.2231768707922428],
  ['backward', 1, 'd:Wx@1', -0.5304292481238335],
  ['backward', 1, 'sum:Wx@1', 0.5611084573590588],
  ['backward', 1, 'd:S0', -0.4243433984990668],
  ['update', 0, 'next:Wx', 0.44388915426409414],
  ['update', 0, 'next:Ws', 0.9223176870792243],
  ['update', 0, 'next:Wy', 0.9910112516442107],
] as const;

describe('the article’s network', () => {
  test('has these operations, in this order', () => {
    expect(plan.ops.map(({ pass, t, out }) => [pass, t, out])).toEqual(
      story.map(([pass, t, out]) => [pass, t, out]),
    );
  });

  test.each(story.map(([, , out, number], k) => [k + 1, out, number] as const))(
    'at playhead %i, %s is %f, and a moment earlier it was not there',
    (playhead, out, number) => {
      expect(opAt(plan, playhead)?.out).toBe(out);
      expect(doneAt(plan, out)).toBe(playhead);
      expect(valueAt(trace, out, playhead - 1)).toBeUndefined();
      expect(valueAt(trace, out, playhead)?.[0]).toBeCloseTo(number, 14);
    },
  );

  test('at the start shows what is given, and nothing else', () => {
    expect(opAt(plan, 0)).toBeUndefined();
    const shown = [...plan.cells.keys()].filter((id) => valueAt(trace, id, 0) !== undefined);
    expect(shown.sort()).toEqual(['S0', 'Ws', 'Wx', 'Wy', 'd3', 'eta', 'theta', 'x1', 'x2', 'x3']);
  });

  test('has no gradient at the outputs of the steps without an error', () => {
    for (const id of ['d:Y1', 'd:o2', 'd:Wy@1', 'd:S2/o2', 'E1', 'd1']) {
      expect(doneAt(plan, id)).toBe(Number.POSITIVE_INFINITY);
      expect(valueAt(trace, id, plan.bounds.end)).toBeUndefined();
    }
  });

  test('names the whole gradient of a weight after its last partial sum', () => {
    expect(valueAt(trace, 'd:Ws', doneAt(plan, 'sum:Ws@1') - 1)).toBeUndefined();
    expect(valueAt(trace, 'd:Ws', doneAt(plan, 'sum:Ws@1'))?.[0]).toBeCloseTo(-1.2231768707922428, 14);
  });

  test('is better after one update, by as much as PyTorch says', () => {
    const next = execute(plan, { ...values, ...weightsAfter(trace) });
    expect(valueAt(next, plan.error, plan.bounds.end)?.[0]).toBeCloseTo(0.4159139240043001, 14);
  });
});

test('with an error at every step, S_t hears of its own output and of S_{t+1}, one operation each, then their sum', () => {
  const every = compile({ ...shape, errorAt: [1, 2, 3] });
  const column = every.ops.filter((op) => op.pass === 'backward' && op.t === 2).map((op) => op.out);
  expect(column.slice(0, 8)).toEqual([
    'd:Y2',
    'd:o2',
    'd:Wy@2',
    'sum:Wy@2',
    'd:S2/o2',
    'd:S2/a3',
    'd:S2',
    'd:a2',
  ]);
  expect(every.error).toBe('E');
  expect(every.ops[every.bounds.backward - 1]).toMatchObject({ rule: 'total', in: ['E1', 'E2', 'E3'] });
  expect(plan.error).toBe('E3');
});
