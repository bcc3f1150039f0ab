import { describe, expect, it } from 'vitest';
import { compile, grad, type Plan, type Shape, timeOf } from '../../engine';
import type { Box } from '../boxes';
import { headAt } from '../lines';
import { beside, pathThrough, shortened } from './figure';
import { insideOf } from './inside';
import { innerLanes } from './states';

const shapeOf = (cell: Shape['cell'], H: number, more: Partial<Shape> = {}): Shape => ({
  ...{ cell, T: 4, X: 1, H, Y: 1, g1: 'tanh', g2: 'identity', bias: true, errorAt: [4], clip: 'off' },
  ...more,
});
const cases = (['lstm', 'gru'] as const).flatMap((cell) =>
  [1, 4, 8, 16].flatMap((H) => [330, 752, 1400].map((width) => ({ cell, H, width }))),
);
const isApart = (a: Box, b: Box) =>
  a.x + a.width <= b.x + 0.01 ||
  b.x + b.width <= a.x + 0.01 ||
  a.y + a.height <= b.y + 0.01 ||
  b.y + b.height <= a.y + 0.01;

/** The operations of a step that a cell's inside is about: all but the readout's, the errors' and the sums'. */
const innerOps = (plan: Plan, t: number) => {
  const lanes = [...innerLanes[plan.shape.cell], 'S', 'C'];
  const own = new Set(lanes.flatMap((lane) => [`${lane}${t}`, grad(`${lane}${t}`)]));
  return plan.ops.filter((op) => own.has(op.out.split('/')[0]) && timeOf(op.out) === t);
};

describe('the inside of a cell', () => {
  it.each(cases)('$cell, H = $H, $width px: nothing overlaps, all is inside', ({ cell, H, width }) => {
    const inside = insideOf(compile(shapeOf(cell, H)), 2, width);
    if (!inside) throw new Error('not drawn');
    const boxes = inside.vectors.map(({ box, gradient }): Box => {
      return { ...box, width: gradient.x + gradient.width - box.x };
    });
    boxes.forEach((a, i) => {
      expect(a.x).toBeGreaterThanOrEqual(0);
      expect(a.x + a.width).toBeLessThanOrEqual(inside.width);
      expect(a.y + a.height).toBeLessThanOrEqual(inside.height);
      for (const b of boxes.slice(i + 1)) expect(isApart(a, b)).toBe(true);
    });
    for (const { points } of inside.wires)
      for (const [x, y] of points) {
        expect(x).toBeLessThanOrEqual(inside.width);
        expect(y).toBeLessThanOrEqual(inside.height);
      }
  });

  it.each(cases)('$cell, H = $H, $width px: numbers are set in 11 px at least, or not at all', (one) => {
    const inside = insideOf(compile(shapeOf(one.cell, one.H)), 2, one.width);
    for (const { type, gradientType, id } of inside?.vectors ?? []) {
      expect(type === 0 || type >= 11).toBe(true);
      expect(gradientType === 0 || gradientType >= 11).toBe(true);
      if (one.H <= 8 || id.startsWith('x')) expect(type).toBeGreaterThan(0);
    }
  });

  it.each([
    ['lstm', {}],
    ['gru', {}],
    ['lstm', { errorAt: [1, 2, 3, 4], clip: 'step' }],
    ['gru', { errorAt: [1, 2, 3, 4], clip: 'step' }],
    ['lstm', { window: 2, errorAt: [2, 4] }],
  ] as const)('%s %o: every operation of a step has its place in the drawing', (cell, more) => {
    const plan = compile(shapeOf(cell, 2, more));
    for (const t of [1, 2, 4]) {
      const inside = insideOf(plan, t, 752);
      const drawn = new Set(
        [...(inside?.marks ?? []), ...(inside?.wires ?? [])].flatMap(({ cells }) => cells),
      );
      for (const { stages, gradients } of inside?.vectors ?? [])
        for (const shown of [...stages, ...gradients]) drawn.add(shown);
      expect(innerOps(plan, t).length).toBeGreaterThan(15);
      for (const op of innerOps(plan, t)) expect([...drawn], op.out).toContain(op.out);
    }
  });

  it('an RNN has none: its operations are those of the network', () => {
    expect(insideOf(compile(shapeOf('rnn', 2)), 1, 700)).toBeUndefined();
  });

  it('leaves out what truncation cuts: no gradient comes from beyond the window', () => {
    const wires = (t: number) => insideOf(compile(shapeOf('lstm', 1, { window: 2 })), t, 752)?.wires ?? [];
    const onward = (t: number) => wires(t).filter(({ leadsTo }) => leadsTo?.step === t + 1);
    expect(onward(2)).toHaveLength(2);
    for (const wire of onward(2)) expect(wire.back).toBeUndefined();
    expect(onward(3).map(({ back }) => back?.drawnBy)).toEqual([['d:C3/C4'], ['d:S3']]);
  });
});

describe('lines', () => {
  const corner = [
    [0, 0],
    [10, 0],
    [10, 20],
  ] as const;
  it('run beside each other round a corner', () => {
    expect(beside(corner, 2)).toEqual([
      [0, 2],
      [8, 2],
      [8, 20],
    ]);
  });
  it('are cut short for a head, that points along them', () => {
    expect(shortened(corner, 5).at(-1)).toEqual([10, 15]);
    expect(headAt(corner, 4, 3)).toBe('M10,20L7,16L13,16Z');
    expect(pathThrough(corner, 4)).toBe('M0,0L6,0Q10,0 10,4L10,20');
  });
});
