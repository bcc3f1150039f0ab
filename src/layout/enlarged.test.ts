import { expect, it } from 'vitest';
import { compile } from '../engine';
import { columnsFor } from './columns';
import { enlargedColumn, groundOf } from './enlarged';
import { networkFor } from './network';

it('covers a neighbour’s name as a whole or not at all', () => {
  const T = 60;
  const plan = compile({
    ...({ cell: 'rnn', T, X: 1, H: 4, Y: 1, g1: 'tanh', g2: 'identity' } as const),
    ...({ bias: false, errorAt: [T], clip: 'off' } as const),
  });
  const columns = columnsFor(662, T);
  const layout = networkFor(plan, columns);
  const named = layout.nodes.filter(({ lane, t, isNamed }) => lane === 'S' && t > 0 && isNamed);
  expect(named.length).toBeGreaterThan(5);
  let covered = 0;
  for (let t = 1; t <= T; t++) {
    const S = enlargedColumn(plan, t, columns, layout).find(({ lane }) => lane === 'S');
    if (!S) throw new Error(`Step ${t} has no state.`);
    const ground = groundOf(S, layout);
    for (const { t: own, name } of named) {
      if (own === t) continue;
      // `S₁` and `S₁₀` in type of 15 px.
      const size = own < 10 ? 16 : 23;
      const [left, right] = name.anchor === 'end' ? [name.x - size, name.x] : [name.x, name.x + size];
      const isIn = left >= ground.x - 1 && right <= ground.x + ground.width + 1;
      expect(isIn || right <= ground.x + 1 || left >= ground.x + ground.width - 1, `S${own} at ${t}`).toBe(
        true,
      );
      if (isIn) covered++;
    }
  }
  expect(covered).toBeGreaterThan(10);
});
