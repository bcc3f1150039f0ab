import { describe, expect, it } from 'vitest';
import { contestant, yardstick } from './contestants';
import { makeProblem, multiplyAdds } from './problem';
import { comparisons, markdown, median, rowOf, tables } from './table.mjs';

const task = { cell: 'rnn', name: 'unrolled', T: 3, H: 2 } as const;

describe('The table of the benchmark', () => {
  it('takes the middle of the rounds', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });

  it('sets each time against the plain loop of the same round, and takes the rate of the best round', () => {
    const laps = [
      {
        rounds: [[10, 5] as [number, number], [40, 16] as [number, number]],
        difference: 0,
        multiplyAdds: 20,
      },
      { rounds: [[12, 4] as [number, number]], difference: 0, multiplyAdds: 20 },
    ];
    expect(rowOf(task, laps)).toEqual({ ...task, ratio: 0.4, gflops: 10 });
  });

  it('aligns columns in Markdown', () => {
    expect(
      markdown([
        ['', 'one'],
        ['longer', '2'],
      ]),
    ).toBe('|        | one |\n| ------ | --: |\n| longer |   2 |');
  });

  it('compares with the fastest peer, the recording run, the limit and the other cell', () => {
    const rows = [
      { ...task, ratio: 0.5, gflops: 2 },
      { ...task, name: 'unrolled recorded', ratio: 0.6, gflops: 1.8 },
      { ...task, name: 'brain.js', ratio: 2, gflops: 0.5 },
      { ...task, name: 'ml-matrix', ratio: 7, gflops: 0.1 },
      { ...task, cell: 'gru' as const, ratio: 0.5, gflops: 1.6 },
    ];
    const text = comparisons(rows, 4);
    expect(text).toMatch(/tanh RNN: fastest peer's time over ours +\| +4.00 ×/);
    expect(text).toMatch(/tanh RNN: recording over not recording +\| +1.20 ×/);
    expect(text).toMatch(/tanh RNN: share of the limit +\| +50 %/);
    expect(text).toMatch(/GRU: time per multiply-add over the RNN's +\| +1.25 ×/);
    expect(tables(rows)).toMatch(/\| brain.js +\| +2.00 × +0.50 \| +– \|/);
  });
});

describe('The yardsticks', () => {
  it.each([
    ['rnn', 5, 3],
    ['lstm', 5, 3],
    ['gru', 5, 3],
    ['rnn', 14, 18],
    ['lstm', 14, 18],
    ['gru', 14, 18],
  ] as const)('give the gradients of the engine: %s, T = %i, H = %i', async (cell, T, H) => {
    const problem = makeProblem(cell, T, H);
    const plain = yardstick(problem);
    const engine = await contestant('unrolled', problem, '');
    plain.run();
    engine.run();
    for (const weight of ['Wx', 'Ws', 'bs', 'Wy', 'by', ...(cell === 'gru' ? ['bx'] : [])]) {
      const expected = plain.grad(weight);
      const got = engine.grad(weight);
      expect(got.length).toBe(expected.length);
      for (let k = 0; k < got.length; k++) expect(got[k]).toBeCloseTo(expected[k], 12);
    }
  });

  it('count the multiply-adds of the products', () => {
    // 2 steps of 3·2² (W_s), 2·2·2 (W_x) and 3·2·2 (W_y).
    expect(multiplyAdds({ cell: 'rnn', T: 2, X: 2, H: 2, Y: 2 })).toBe(2 * (12 + 8 + 12));
    expect(multiplyAdds({ cell: 'lstm', T: 1, X: 2, H: 2, Y: 2 })).toBe(4 * (12 + 8) + 12);
  });
});
