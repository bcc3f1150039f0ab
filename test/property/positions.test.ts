/** The playhead as a place, and how it strides. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile, type Plan, playheadOf, positionOf, type Stride, strideFrom } from '../../src/engine';
import { networks } from './networks';
import { holds } from './seeded';

const strides = ['operation', 'time step', 'pass'] as const;

const plans = networks({ T: 9, size: 2 }).map(({ shape }) => compile(shape));
const playheads = (plan: Plan) => Array.from({ length: plan.bounds.end + 1 }, (_, p) => p);

/** Where striding from the start comes to rest, the start included. */
function stops(plan: Plan, stride: Stride, direction: 1 | -1): number[] {
  const [from, to] = direction === 1 ? [0, plan.bounds.end] : [plan.bounds.end, 0];
  const passed = [from];
  for (let p = from; p !== to && passed.length <= plan.bounds.end + 1; ) {
    p = strideFrom(plan, p, direction, stride);
    passed.push(p);
  }
  return passed;
}

test('the position of a playhead leads back to it', () => {
  holds(plans, 100, (plan) => {
    for (const p of playheads(plan)) expect(playheadOf(plan, positionOf(plan, p)), `playhead ${p}`).toBe(p);
  });
});

test('a position of another network gives a playhead of this one, in the same pass where there is one', () => {
  holds(fc.tuple(plans, plans), 60, ([plan, other]) => {
    for (const p of playheads(other)) {
      const position = positionOf(other, p);
      const here = playheadOf(plan, position);
      expect(here).toBeGreaterThanOrEqual(0);
      expect(here).toBeLessThanOrEqual(plan.bounds.end);
      expect(positionOf(plan, here).pass).toBe(position.pass);
    }
  });
});

test.each(strides)(
  'by %s, one passes from the first to the last and the same stops on the way back',
  (stride) => {
    holds(plans, 100, (plan) => {
      const onward = stops(plan, stride, 1);
      expect(onward.at(-1)).toBe(plan.bounds.end);
      expect(stops(plan, stride, -1)).toEqual(onward.toReversed());
    });
  },
);

test.each(strides)('by %s, next and previous move, and undo each other at a stop', (stride) => {
  holds(plans, 40, (plan) => {
    const rests = new Set(stops(plan, stride, 1));
    const { end } = plan.bounds;
    for (const p of playheads(plan)) {
      const [after, before] = [strideFrom(plan, p, 1, stride), strideFrom(plan, p, -1, stride)];
      if (p < end) expect(after).toBeGreaterThan(p);
      if (p > 0) expect(before).toBeLessThan(p);
      expect(rests.has(after) && rests.has(before), `from ${p} to ${before} or ${after}`).toBe(true);
      if (rests.has(p) && p < end) expect(strideFrom(plan, after, -1, stride)).toBe(p);
      if (rests.has(p) && p > 0) expect(strideFrom(plan, before, 1, stride)).toBe(p);
    }
  });
});

test('stops by time step stand where the next operation belongs to another step or pass', () => {
  holds(plans, 40, (plan) => {
    const { ops } = plan;
    const borders = playheads(plan).filter(
      (p) => p === 0 || p === ops.length || ops[p - 1].t !== ops[p].t || ops[p - 1].pass !== ops[p].pass,
    );
    expect(stops(plan, 'time step', 1)).toEqual(borders);
    const { backward, update, end } = plan.bounds;
    expect(stops(plan, 'pass', 1)).toEqual([0, backward, update, end]);
  });
});
