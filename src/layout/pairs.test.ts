import { describe, expect, it, test } from 'vitest';
import { compile } from '../engine';
import { article } from '../tasks/article';
import { shapeOf } from '../tasks/setup';
import { columnsFor } from './columns';
import { pairsFor, spotAt } from './pairs';
import { pathFrom } from './pairs-path';

/** The row without its label in the middle of a 1440 px window. */
const USUAL = 662;

describe('the rows of the pairs', () => {
  it.each([1, 3, 12, 24, 60])('stand under each other and stay in sight (%i errors)', (rows) => {
    const layout = pairsFor(rows, columnsFor(USUAL, Math.max(3, rows)));
    expect(layout.tops).toHaveLength(rows > 1 ? rows + 1 : 1);
    for (const [index, top] of layout.tops.slice(1).entries())
      expect(top - layout.tops[index]).toBeGreaterThanOrEqual(layout.rowHeight);
    expect(layout.height).toBeLessThan(420);
  });

  it('have numbers of 11 px or more up to twelve errors, and none beyond', () => {
    for (const rows of [1, 3, 8, 12])
      expect(pairsFor(rows, columnsFor(USUAL, rows)).type).toBeGreaterThanOrEqual(11);
    expect(pairsFor(24, columnsFor(USUAL, 24)).type).toBe(0);
    expect(pairsFor(12, columnsFor(USUAL, 12, true), true).type).toBe(15);
  });
});

describe('a point of the drawing', () => {
  const columns = columnsFor(USUAL, 3);
  const layout = pairsFor(3, columns);
  const middle = (row: number) => layout.tops[row] + 4;
  test('is a pair, a whole row or the name of a column', () => {
    expect(spotAt(columns.x(2), middle(1), layout, columns)).toEqual({ row: 1, j: 2 });
    expect(spotAt(columns.x(3), middle(3), layout, columns)).toEqual({ row: 3, j: 3 });
    expect(spotAt(columns.left - 10, middle(2), layout, columns)).toEqual({ row: 2, j: 0 });
    expect(spotAt(columns.sum, middle(0), layout, columns)).toEqual({ row: 0, j: 0 });
    expect(spotAt(columns.x(1), 3, layout, columns)).toEqual({ row: -1, j: 1 });
  });
  test('is nothing between the errors and their sum, below, and above the margins', () => {
    expect(spotAt(columns.x(1), layout.tops[3] - 2, layout, columns)).toBeUndefined();
    expect(spotAt(columns.x(1), layout.height, layout, columns)).toBeUndefined();
    expect(spotAt(columns.sum, 3, layout, columns)).toBeUndefined();
  });
});

describe('the way of a gradient', () => {
  test('leads from the error by its output back to the state, and to no other', () => {
    const plan = compile(shapeOf({ ...article, errorAt: 'every' }));
    const cells = pathFrom(plan, 3, 2, 'S');
    for (const cell of ['E3', 'd:Y3', 'd:o3', 'd:S3', 'd:S2/a3', 'd:S2']) expect(cells).toContain(cell);
    for (const cell of ['E2', 'd:Y2', 'd:S2/o2', 'd:S1']) expect(cells).not.toContain(cell);
  });
  test('ends, for a weight, in the term of the step', () => {
    const plan = compile(shapeOf({ ...article, errorAt: 'every' }));
    expect(pathFrom(plan, 3, 2, 'Ws')).toContain('d:Ws@2');
  });
  test('leads in an LSTM through both states, and to C through S of the same step', () => {
    const plan = compile(shapeOf({ ...article, cell: 'lstm', errorAt: 'every' }));
    const toC = pathFrom(plan, 3, 1, 'C');
    for (const cell of ['d:S3', 'd:C3', 'd:S2', 'd:C2', 'd:C1', 'd:S1']) expect(toC).toContain(cell);
    expect(pathFrom(plan, 3, 1, 'S')).not.toContain('d:C1');
  });
});
