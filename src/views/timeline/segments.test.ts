import { expect, test } from 'vitest';
import { compile } from '../../engine';
import { columnsFor } from '../../layout/columns';
import { presets } from '../../tasks/presets';
import { shapeOf } from '../../tasks/setup';
import { centres } from './places';
import { frontiers, playheadAt, rowAt, segmentsOf } from './segments';

const plan = compile(shapeOf(presets[0].setup));
const columns = columnsFor(700, 3);
const segments = segmentsOf(plan, columns);

test('every operation has a place of its own, and its middle means its playhead', () => {
  expect(segments.all).toHaveLength(plan.ops.length);
  for (const { op, x, width } of segments.all)
    expect(playheadAt(segments, op.pass, x + width / 2)).toBe(op.index + 1);
});

test('forward runs to the right, backward to the left, inside the column of its step', () => {
  const xs = (pass: 'forward' | 'backward') => segments.rows[pass].map(({ x }) => x);
  expect(xs('forward')).toEqual([...xs('forward')].sort((a, b) => a - b));
  expect(xs('backward')).toEqual([...xs('backward')].sort((a, b) => b - a));
  for (const { op, x, width } of [...segments.rows.forward, ...segments.rows.backward]) {
    expect(x).toBeGreaterThan(columns.x(op.t) - columns.width / 2);
    expect(x + width).toBeLessThan(columns.x(op.t) + columns.width / 2);
  }
});

test('beyond the ends: the start at the left of forward, the nearest operation elsewhere', () => {
  expect(playheadAt(segments, 'forward', 0)).toBe(0);
  expect(playheadAt(segments, 'forward', 5000)).toBe(plan.bounds.backward);
  expect(playheadAt(segments, 'backward', 5000)).toBe(plan.bounds.backward + 1);
  expect(playheadAt(segments, 'backward', 0)).toBe(plan.bounds.update);
  expect(playheadAt(segments, 'update', 5000)).toBe(plan.ops.length);
});

test('the row is the nearer one; a drag keeps its row until it is well inside another', () => {
  const border = (centres.forward + centres.backward) / 2;
  const row = (y: number, held?: 'forward' | 'backward') => rowAt(100, y, centres, columns.right, held);
  expect(row(border - 1)).toBe('forward');
  expect(row(border + 1)).toBe('backward');
  expect(row(border + 4, 'forward')).toBe('forward');
  expect(row(border + 8, 'forward')).toBe('backward');
  expect(row(border - 4, 'backward')).toBe('backward');
  expect(row(500)).toBe('backward');
  expect(rowAt(columns.right + 10, centres.update, centres, columns.right, undefined)).toBe('update');
});

test('what is done reaches exactly to the operation at the playhead', () => {
  const { x, width } = segments.all[4];
  expect(frontiers(segments, 5).forward).toBe(x + width);
  expect(frontiers(segments, 5).backward).toBe(Number.POSITIVE_INFINITY);
  expect(frontiers(segments, plan.bounds.backward + 2).backward).toBe(segments.rows.backward[1].x);
});
