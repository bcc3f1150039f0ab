import { describe, expect, it } from 'vitest';
import { compile } from '../engine';
import type { Shape } from '../engine/types';
import { presets } from '../tasks/presets';
import { shapeOf } from '../tasks/setup';
import { columnsFor } from './columns';
import { staveFor } from './stave';

const staveOf = (patch: Partial<Shape>, bands = 2, available = 662) => {
  const shape: Shape = { ...shapeOf(presets[1].setup), errorAt: [patch.T ?? 12], ...patch };
  return staveFor(compile(shape), columnsFor(available, shape.T), bands);
};
const cells = ['rnn', 'lstm', 'gru'] as const;
const sizes = [1, 2, 3, 4, 8, 16].flatMap((H) =>
  [2, 3, 4, 6].flatMap((bands) => [3, 12, 25, 60].map((T) => [H, bands, T] as const)),
);

describe('a stave', () => {
  it.each(sizes)(
    'of %i units, %i bands in all and %i steps: nothing lies over anything else',
    (H, bands, T) => {
      for (const cell of cells) {
        const { nodes, carried, falling, height, foot } = staveOf({ cell, H, T }, bands);
        for (const { box, gradient, id } of nodes) {
          expect(box.width, id).toBeGreaterThan(0);
          expect(box.y, id).toBeGreaterThanOrEqual(0);
          expect(box.y + box.height, id).toBeLessThanOrEqual(height);
          if (gradient) expect(gradient.x, id).toBeGreaterThanOrEqual(box.x + box.width - 0.01);
        }
        const states = nodes.filter(({ lane }) => lane === 'S').sort((a, b) => a.t - b.t);
        for (const [i, { gradient, id }] of states.slice(0, -1).entries())
          expect((gradient?.x ?? 0) + (gradient?.width ?? 0), id).toBeLessThanOrEqual(
            states[i + 1].box.x + 0.01,
          );
        for (const { line, share } of carried) {
          expect(line[1]).toBeGreaterThan(foot);
          expect(line[2]).toBeLessThan(line[0]);
          if (share) expect(share.y).toBeLessThanOrEqual(height);
        }
        for (const { line } of falling) expect(line[3]).toBeGreaterThan(line[1]);
      }
    },
  );

  it('writes numbers at 11 px or more, or none', () => {
    for (const [H, bands, T] of sizes)
      for (const { type, gradientType } of staveOf({ H, T }, bands).nodes)
        for (const size of [type, gradientType])
          expect(size === 0 || size >= 11, `${H} ${bands} ${T}`).toBe(true);
  });

  it('has a band for each state that its cell carries', () => {
    const bands = (cell: Shape['cell']) => staveOf({ cell }).bands.map(({ lane }) => lane);
    expect(cells.map(bands)).toEqual([['S'], ['S', 'C'], ['S']]);
  });

  it('three networks of four units leave the chart and the time in sight', () => {
    const height = cells.reduce((sum, cell) => sum + staveOf({ cell }, 4).height, 0);
    expect(height).toBeLessThan(380);
  });

  it('has one stream from each step, and one down from each error', () => {
    const { carried, falling } = staveOf({ T: 4, errorAt: [1, 2, 3, 4] });
    expect(carried.map(({ t }) => t)).toEqual([4, 3, 2, 1]);
    expect(falling.map(({ cell }) => cell)).toEqual(['d:S4', 'd:S3/o3', 'd:S2/o2', 'd:S1/o1']);
  });

  it('in strips the streams are one band, and only the single error has a number', () => {
    const { carried, nodes } = staveOf({ T: 60, H: 8 });
    // But for the last, which runs on to S_0.
    expect(carried.slice(0, -1).every(({ isBand, share }) => isBand && !share)).toBe(true);
    expect(nodes.filter(({ type }) => type > 0).map(({ id }) => id)).toEqual(['E60']);
  });
});
