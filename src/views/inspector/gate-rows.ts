import type { Shape } from '../../engine/types';

const gates: Readonly<Record<Shape['cell'], readonly string[]>> = {
  rnn: [],
  lstm: ['i', 'f', 'g', 'q'],
  gru: ['r', 'z', 'n'],
};

/** The gates that a weight's rows belong to, block by block; empty where it belongs to none. */
export const gatesOf = ({ cell, H }: Shape, weight: string, rows: number): readonly string[] =>
  !weight.endsWith('y') && rows === gates[cell].length * H ? gates[cell] : [];

/** Up to this many rows and columns a matrix shows its numbers; a larger one is a heat map that tells them one by one. */
const mostShown = 8;

/** In rem: an entry with a number, an entry of a heat map, and the most that a heat map takes of the page's height. */
const [entryHeight, patch, tallest] = [1.75, 1.25, 24];

export const isHeatMap = (rows: number, cols: number): boolean => rows > mostShown || cols > mostShown;

/** Side of a heat map's patch in rem: many rows share what one matrix may take. */
export const patchSize = (rows: number): number => Math.min(patch, tallest / rows);

/** How much width a matrix asks for, in rem; never less than its head line. */
export const widthOf = (rows: number, cols: number): number =>
  Math.max(9.5, 1 + cols * ((isHeatMap(rows, cols) ? patchSize(rows) : 2.0625) + 0.125));

/** How high a matrix stands, in rem. */
export const heightOf = (rows: number, cols: number): number =>
  rows * ((isHeatMap(rows, cols) ? patchSize(rows) : entryHeight) + 0.125) - 0.125;
