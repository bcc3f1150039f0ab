/** Heights of the chart in px: the drawing, and its scale, with room above for a number and below for one under a clipped point. */
import type { Extent } from './scale';

export const height = 142;
export const extent: Extent = { top: 26, bottom: 122 };
