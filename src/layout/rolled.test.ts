import { expect, it } from 'vitest';
import { compile } from '../engine';
import { columnsFor } from './columns';
import { rolledFor } from './rolled';

const planOf = (T: number, H: number) =>
  compile({
    ...({ cell: 'rnn', T, X: 1, H, Y: 1, g1: 'tanh', g2: 'identity' } as const),
    ...({ bias: false, errorAt: [T], clip: 'off' } as const),
  });

it.each([
  [3, 1, 662, 662],
  [8, 4, 274, 274],
  [12, 8, 274, 274],
])('T = %i, H = %i: of %i px all that is drawn is in sight', (T, H, available, seen) => {
  const columns = columnsFor(available, T);
  const { nodes, forward, backward, chip, step } = rolledFor(planOf(T, H), T, columns, seen);
  const drawn = nodes.flatMap(({ box, lane, gradient = box }) =>
    // The target stands beside the error, as everywhere.
    lane === 'd' ? [] : [box.x, box.x + box.width, gradient.x + gradient.width],
  );
  const turns = [forward, backward].flatMap(({ path }) =>
    [...path.matchAll(/H(-?[\d.]+)/g)].map(([, x]) => Number(x)),
  );
  for (const x of [...drawn, ...turns, chip.x - 16, chip.x + 16, step.x - 28]) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(seen);
  }
});

it('names W_x below the loop, where the edge from x_t is alone', () => {
  const { edges, forward, nodes } = rolledFor(planOf(3, 1), 3, columnsFor(662, 3));
  const low = Math.max(...[...forward.path.matchAll(/V(-?[\d.]+)/g)].map(([, y]) => Number(y)));
  const y = edges.find(({ weight }) => weight === 'Wx')?.chip.y ?? 0;
  expect(y).toBeGreaterThan(low + 10);
  expect(y).toBeLessThan((nodes.find(({ lane }) => lane === 'x')?.box.y ?? 0) - 10);
});
