import { expect, it } from 'vitest';
import { placeOf } from './number-place';
import type { ChartScale } from './scale';
import type { Chart } from './useChart';

/** A chart whose points stand at these heights in px, from step 1 on. */
const chartAt = (heights: readonly number[], memory?: readonly number[]): Chart => {
  const flows = Float64Array.of(Number.NaN, ...heights);
  const scale = { y: (height: number) => height } as ChartScale;
  const C = memory && Float64Array.of(Number.NaN, ...memory);
  const part = { flows, came: flows, scale, memory: C, origin: heights.length, first: 1 };
  return part as Partial<Chart> as Chart;
};
const place = (t: number, chart: Chart) => placeOf(t, 28, chart, { width: 8 });

it('puts a number above its line, on the side where that does not rise', () => {
  expect(place(5, chartAt([90, 85, 80, 75, 70, 65, 60, 55, 50]))).toMatchObject({
    textAnchor: 'end',
    dy: -10,
  });
  expect(place(5, chartAt([50, 55, 60, 65, 70, 75, 80, 85, 90]))).toMatchObject({
    textAnchor: 'start',
    dy: -10,
  });
  expect(place(5, chartAt([90, 80, 70, 60, 50, 60, 70, 80, 90])).dy).toBe(-10);
});

it('puts it below where the line rises on both sides, or where the line of C is above', () => {
  expect(place(5, chartAt([50, 60, 70, 80, 90, 80, 70, 60, 50])).dy).toBe(19);
  const flat = [90, 90, 90, 90, 90, 90, 90, 90, 90];
  expect(place(5, chartAt(flat)).dy).toBe(-10);
  expect(place(5, chartAt(flat, [80, 80, 80, 80, 80, 80, 80, 80, 80])).dy).toBe(19);
});

it('lets the last one end with its column', () => {
  expect(place(3, chartAt([90, 80, 70]))).toEqual({ dx: 4, dy: -10, textAnchor: 'end' });
  expect(place(3, chartAt([70, 80, 90]))).toEqual({ dx: 4, dy: 19, textAnchor: 'end' });
});
