/** The vanilla network as a list of operations. */
import { describe, expect, test } from 'vitest';
import { compile, execute, type Shape, type Trace, valueAt } from '../index';

const shape: Shape = {
  ...{ cell: 'rnn', T: 2, X: 2, H: 3, Y: 2, g1: 'tanh', g2: 'sigmoid', bias: true },
  ...{ errorAt: [1, 2], clip: 'off' },
};
const final = (trace: Trace, id: string) => valueAt(trace, id, trace.plan.bounds.end) as Float64Array;
const sizeOf = (id: string, plan = compile(shape)) => {
  const cell = plan.cells.get(id);
  return cell && [cell.rows, cell.cols];
};

describe('a vanilla network', () => {
  test('gives every cell the size that NOTATION says, and gradients that of what they belong to', () => {
    expect(['x1', 'S0', 'a2', 'S2', 'o1', 'Y1', 'd1', 'E1', 'E'].map((id) => sizeOf(id))).toEqual(
      [2, 3, 3, 3, 2, 2, 2, 1, 1].map((rows) => [rows, 1]),
    );
    const matrices = [
      ['Wx', 3, 2],
      ['Ws', 3, 3],
      ['bs', 3, 1],
      ['Wy', 2, 3],
      ['by', 2, 1],
    ] as const;
    for (const [weight, rows, cols] of matrices)
      for (const id of [weight, `d:${weight}`, `d:${weight}@1`, `sum:${weight}@2`, `next:${weight}`])
        expect(sizeOf(id), id).toEqual([rows, cols]);
  });

  test('has biases only where they are asked for', () => {
    expect(compile(shape).weights).toEqual(['Wx', 'Ws', 'bs', 'Wy', 'by']);
    expect(compile({ ...shape, bias: false }).weights).toEqual(['Wx', 'Ws', 'Wy']);
    expect(compile(shape).ops[0]).toMatchObject({ out: 'a1', in: ['Wx', 'x1', 'Ws', 'S0', 'bs'] });
    expect(compile({ ...shape, bias: false }).ops[0]).toMatchObject({ in: ['Wx', 'x1', 'Ws', 'S0'] });
  });

  test('adds to a bias’s gradient what reaches the pre-activation, and names it a term', () => {
    const trace = execute(compile(shape), {
      ...{ x: [1, -1, 0.5, 2], d: [0, 1, 1, 0], S0: [0.1, 0.2, 0.3], bs: [0.1, 0, -0.1], by: [0.2, 0.1] },
      ...{
        Wx: [1, 2, 3, 4, 5, 6],
        Ws: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9],
        Wy: [1, 0, -1, 0.5, 1, 2],
      },
      ...{ theta: [1], eta: [0.5] },
    });
    expect(final(trace, 'd:bs@2')).toEqual(final(trace, 'd:a2'));
    expect(final(trace, 'd:by@1')).toEqual(final(trace, 'd:o1'));
    const [first, second] = [final(trace, 'd:a1'), final(trace, 'd:a2')];
    expect(final(trace, 'd:bs')).toEqual(second.map((v, i) => v + first[i]));
    expect(final(trace, 'next:bs')).toEqual(
      final(trace, 'bs').map((v, i) => v - 0.5 * (first[i] + second[i])),
    );
  });

  test('with softmax goes from the error to o directly: Y’s own gradient is never made', () => {
    const plan = compile({ ...shape, g2: 'softmax', errorAt: [2] });
    expect(plan.cells.has('d:Y2')).toBe(false);
    expect(plan.ops[plan.bounds.backward]).toMatchObject({ out: 'd:o2', rule: 'crossEntropySlope' });
  });

  test('softmax does not overflow, and is honest where a probability rounds to 0', () => {
    const plan = compile({
      ...shape,
      T: 1,
      X: 1,
      H: 1,
      g1: 'identity',
      g2: 'softmax',
      errorAt: [1],
      bias: false,
    });
    const run = (d: number[]) =>
      execute(plan, { x: [1], d, S0: [0], Wx: [1], Ws: [0], Wy: [2000, 0], theta: [1], eta: [1] });
    expect(Array.from(final(run([0, 1]), 'Y1'))).toEqual([1, 0]);
    expect(final(run([0, 1]), 'E1')[0]).toBe(2000);
    expect(Array.from(final(run([0, 1]), 'd:o1'))).toEqual([1, -1]);
    expect(final(run([1, 0]), 'E1')[0]).toBe(0);
  });

  test('needs no recurrence: one step has no way back but to S_0', () => {
    const plan = compile({ ...shape, T: 1, errorAt: [1] });
    expect(plan.error).toBe('E1');
    expect(plan.ops.filter((op) => op.out.startsWith('d:S')).map((op) => op.out)).toEqual(['d:S1', 'd:S0']);
  });
});
