/** Heights of the chart in px: the drawing, and its scale, with room above for a number and below for one under a clipped point. */
import type { Extent } from './scale';

export const height = 142;

/** Height of the row at the start, when its label is taller than the drawing: measured, and held by the test of loading. */
export const rowHeight = (isNarrow: boolean): number => (isNarrow ? 210 : 144);

export const extent: Extent = { top: 26, bottom: 122 };
