import { describe, expect, it } from 'vitest';
import { articleShape } from '../../test/networks/article';
import { compile } from '../engine';
import type { Shape } from '../engine/types';
import { columnsFor } from './columns';
import { enlargedColumn } from './enlarged';
import { networkFor } from './network';
import { rolledFor } from './rolled';
import { arrowPath, bandPath, wedgePath } from './streams';

const layoutOf = (change: Partial<Shape> = {}, available = 662) => {
  const shape = { ...articleShape, ...change };
  return networkFor(compile(shape), columnsFor(available, shape.T));
};

describe('the network on the columns', () => {
  it('has one node for each number of a step, and S_0', () => {
    const ids = layoutOf().nodes.map(({ id }) => id);
    expect(ids.sort()).toEqual(
      ['S0', 'x1', 'S1', 'Y1', 'x2', 'S2', 'Y2', 'x3', 'S3', 'Y3', 'E3', 'd3'].sort(),
    );
  });
  it('reads upwards from x_t to E_t, in the middle of its column', () => {
    const { node } = layoutOf({ T: 8, H: 4, errorAt: [8] });
    const tops = ['x8', 'S8', 'Y8', 'E8'].map((id) => node.get(id)?.box.y ?? Number.NaN);
    expect(tops).toEqual([...tops].sort((p, q) => q - p));
    const x = node.get('x8')?.box;
    expect((x?.x ?? 0) + (x?.width ?? 0) / 2).toBeCloseTo(columnsFor(662, 8).x(8));
  });
  it('has a stream wherever a gradient arrives, and no other', () => {
    expect(layoutOf().streams.map(({ cell }) => cell)).toEqual(['d:Y3', 'd:S3', 'd:S2', 'd:S1', 'd:S0']);
    const every = layoutOf({ errorAt: [1, 2, 3] }).streams.map(({ cell }) => cell);
    expect(every).toContain('d:S2/o2');
    expect(every).toContain('d:S2/a3');
    expect(every).toContain('d:Y1');
  });
  it('runs each stream against its edge', () => {
    const { streams, node } = layoutOf();
    const back = streams.find(({ cell }) => cell === 'd:S2');
    expect(back?.from).toBe('S3');
    expect(back?.line[0]).toBe(node.get('S3')?.box.x);
    expect(back?.line[2]).toBeLessThan(back?.line[0] ?? 0);
  });
  it.each([
    [12, 4],
    [8, 4],
    [12, 1],
    [3, 4],
    [60, 16],
  ])(
    'leads it through a lane of its own where states leave no room between them (T = %i, H = %i)',
    (T, H) => {
      const { streams, node, metrics } = layoutOf({ T, H, errorAt: [T] });
      const between = streams.filter(({ leaves }) => leaves !== undefined);
      expect(between).toHaveLength(T);
      for (const { line, thickest, share, t } of between) {
        const state = node.get(`S${t}`)?.box ?? { y: 0, height: 0 };
        expect(line[1] - thickest / 2).toBeGreaterThan(state.y + state.height);
        expect(line[0] - line[2]).toBeGreaterThan(columnsFor(662, T).width * 0.6);
        if (share) expect(share.y - share.type).toBeGreaterThan(line[1] + thickest / 2 - 2);
        if (share) expect(share.y).toBeLessThan(metrics.x.y - 24);
      }
    },
  );
  it('gives the sum of several errors a place at the right', () => {
    const { node } = layoutOf({ errorAt: [1, 2, 3] });
    expect(node.get('E')?.box.x).toBeGreaterThan(node.get('E3')?.box.x ?? Number.POSITIVE_INFINITY);
  });
  it.each([false, true])(
    'keeps errors at every step, and their names, apart (presented: %s)',
    (isPresented) => {
      const plan = compile({ ...articleShape, errorAt: [1, 2, 3] });
      const { node, height } = networkFor(plan, columnsFor(662, 3, isPresented), isPresented);
      const boxes = ['E1', 'E2', 'E3', 'E', 'd1', 'd2', 'd3'].map((id) => {
        const { box, name } = node.get(id) ?? {
          box: { x: 0, y: 0, width: 0, height: 0 },
          name: { x: 0, y: 0 },
        };
        // A name is about 24 px wide and stands within the drawing.
        expect(name.y - 12).toBeGreaterThan(0);
        expect(box.y).toBeGreaterThan(0);
        expect(box.y + box.height).toBeLessThan(height);
        return { ...box, left: Math.min(box.x, name.x - 24) };
      });
      for (const one of boxes)
        for (const other of boxes) {
          const isAside = one.left >= other.x + other.width || other.left >= one.x + one.width;
          const isAbove = one.y >= other.y + other.height || other.y >= one.y + one.height;
          expect(one === other || isAside || isAbove).toBe(true);
        }
    },
  );
  it('puts the focus of a clipped step on both gradients', () => {
    const stream = layoutOf({ clip: 'step' }).streams.find(({ leaves }) => leaves === 3);
    expect(stream?.clip).toEqual({ before: 'd:S3', after: 'clip:S3' });
  });
  it.each([
    [3, 1],
    [8, 4],
    [12, 8],
    [24, 4],
    [60, 16],
  ])('keeps states apart and inside (T = %i, H = %i)', (T, H) => {
    const columns = columnsFor(662, T);
    const { node, height } = layoutOf({ T, H, errorAt: [T] });
    for (let t = 1; t <= T; t++) {
      const { box, gradient } = node.get(`S${t}`) ?? { box: { x: 0, y: 0, width: 0, height: 0 } };
      const end = Math.max(box.x + box.width, gradient ? gradient.x + gradient.width : 0);
      expect(box.x).toBeGreaterThanOrEqual(columns.x(t) - columns.width / 2);
      expect(end).toBeLessThanOrEqual(columns.x(t) + columns.width / 2);
      expect(box.y + box.height).toBeLessThan(height);
    }
  });
  it('writes no number smaller than 11 px, and all of them up to T = 12, H = 8', () => {
    for (const { type } of layoutOf({ T: 12, H: 8, errorAt: [12] }).nodes)
      expect(type).toBeGreaterThanOrEqual(11);
  });
  it('enlarges the step in focus where cells have no numbers', () => {
    const plan = compile({ ...articleShape, T: 60, H: 16, errorAt: [60] });
    const columns = columnsFor(662, 60);
    const nodes = enlargedColumn(plan, 1, columns, networkFor(plan, columns));
    const state = nodes.find(({ id }) => id === 'S1');
    expect(state?.across).toBe(2);
    expect(state?.type).toBeGreaterThanOrEqual(11);
    expect(state?.box.x).toBeGreaterThanOrEqual(0);
  });
});

describe('the rolled network', () => {
  it('has one node of each kind and the loop in place of the edges between states', () => {
    const plan = compile(articleShape);
    const { nodes, edges, streams, backward } = rolledFor(plan, 3, columnsFor(662, 3));
    expect(nodes.map(({ id }) => id)).toEqual(['x3', 'S3', 'Y3', 'E3', 'd3']);
    expect(edges.map(({ id }) => id)).toEqual(['x3→S3', 'S3→Y3', 'Y3→E3', 'd3→E3']);
    expect(streams.map(({ cell }) => cell)).toEqual(['d:Y3', 'd:S3']);
    expect(backward.cell).toBeUndefined();
    expect(rolledFor(plan, 2, columnsFor(662, 3)).backward.cell).toBe('d:S2');
  });
});

describe('the rolled network at step 0', () => {
  it('is S_0 alone with the gradient that comes back to it', () => {
    const { nodes, edges, streams, backward } = rolledFor(compile(articleShape), 0, columnsFor(662, 3));
    expect(nodes.map(({ id }) => id)).toEqual(['S0']);
    expect([...edges, ...streams]).toEqual([]);
    expect(backward.cell).toBe('d:S0');
  });
});

describe('an arrow', () => {
  it('ends at its point and is all head when short', () => {
    expect(arrowPath([10, 0, 0, 0], 4)).toContain('0,0');
    expect(arrowPath([3, 0, 0, 0], 4)).not.toContain('NaN');
    expect(arrowPath([1, 1, 1, 1], 4)).toBe('');
  });
  it('begins as wide as its tail', () => {
    expect(arrowPath([40, 0, 0, 0], 4, 10)).toMatch(/^M40,-5L.*L40,5Z$/);
    expect(bandPath([9, 0, 0, 0], 4, 10)).toMatch(/^M9,-5L/);
    expect(wedgePath([9, 0, 0, 0], 4, 10)).toBe('M9,-5L0,-2M0,2L9,5');
  });
});
