/** An excerpt of a long sequence on the columns. */
import { describe, expect, test } from 'vitest';
import { compile, type Shape } from '../engine';
import { gatedNetworkFor } from './cells/states';
import { columnsFor, isStepNamed, mostColumns } from './columns';
import { networkFor } from './network';
import { staveFor } from './stave';

const T = 100;
const shape: Shape = {
  ...{ cell: 'rnn', T, X: 1, H: 2, Y: 1, g1: 'tanh', g2: 'identity', bias: false },
  ...{ errorAt: [50, T], clip: 'off' },
};
const excerpt = { first: 41, last: 60 };
const columns = columnsFor(662, T, false, excerpt);
const plan = compile(shape);

describe('the columns of an excerpt', () => {
  test('are those of its steps, as many whole px wide as if there were no others', () => {
    expect(columns.steps).toEqual(Array.from({ length: 20 }, (_, index) => 41 + index));
    expect(columns.width).toBe(Math.floor(columnsFor(662, 20).width));
    expect(columns.x(41) - columns.width / 2).toBeCloseTo(columns.left);
    expect(columns.x(60) + columns.width / 2).toBeCloseTo(columns.right);
    expect(columns.x(61) - columns.x(60)).toBeCloseTo(columns.width);
  });

  test.each([266, 360, 560, 662, 1100, 2400])(
    'fit into %i px without scrolling, as many as fit at most',
    (available) => {
      const most = mostColumns(available);
      expect(most).toBeLessThanOrEqual(60);
      for (const count of [3, Math.ceil(most / 2), most])
        expect(columnsFor(available, 1000, false, { first: 5, last: 4 + count }).total).toBe(available);
    },
  );

  test('name their first, their last and round steps between, apart from each other', () => {
    const sixty = columnsFor(662, 1000, false, { first: 347, last: 406 });
    const named = sixty.steps.filter((t) => isStepNamed(t, sixty));
    expect(named).toEqual([347, 360, 370, 380, 390, 400, 406]);
  });
});

describe('the network of an excerpt', () => {
  test('has nodes of its steps only, without S_0', () => {
    const { nodes } = networkFor(plan, columns);
    const steps = new Set(nodes.filter(({ id }) => id !== plan.error).map(({ t }) => t));
    expect([...steps].sort((a, b) => a - b)).toEqual(columns.steps);
    expect(nodes.some(({ id }) => id === 'E50')).toBe(true);
  });

  test('is joined to what is out of sight: edges and streams lead in from one side and on to the other', () => {
    for (const layout of [
      networkFor(plan, columns),
      gatedNetworkFor(compile({ ...shape, cell: 'lstm' }), columns),
    ]) {
      const ids = layout.edges.map(({ id }) => id);
      expect(ids).toContain('S40→S41');
      expect(ids).toContain('S60→S61');
      expect(ids).not.toContain('S61→Y61');
      const leaving = layout.streams.flatMap(({ leaves }) => leaves ?? []);
      expect([Math.max(...leaving), Math.min(...leaving)]).toEqual([61, 41]);
    }
  });

  test('at the end of the sequence ends with it, and at its start begins with S_0', () => {
    const end = networkFor(plan, columnsFor(662, T, false, { first: 81, last: T }));
    expect(end.edges.some(({ to }) => to === `S${T + 1}`)).toBe(false);
    const start = networkFor(plan, columnsFor(662, T, false, { first: 1, last: 20 }));
    expect(start.node.has('S0')).toBe(true);
  });

  test('is as low as the whole, also as a stave of a comparison', () => {
    const stave = staveFor(plan, columns, 2);
    expect(stave.carried.map(({ t }) => t)).toEqual([61, ...columns.steps.toReversed()]);
    expect(stave.nodes.every(({ t }) => t >= 41 && t <= 60)).toBe(true);
    expect(stave.height).toBe(
      staveFor(compile({ ...shape, T: 20, errorAt: [9, 20] }), columnsFor(662, 20), 2).height,
    );
  });
});
