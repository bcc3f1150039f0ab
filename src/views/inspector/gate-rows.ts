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
/** Its longer side where it is one image. */
const widest = 16;

export const isHeatMap = (rows: number, cols: number): boolean => rows > mostShown || cols > mostShown;

/** More entries than this, or more rows, are drawn as one image. */
const [mostElements, mostRows] = [576, 32];

/** Whether there are so many that they are no elements. */
export const isMap = (rows: number, cols: number): boolean =>
  rows > mostRows || (isHeatMap(rows, cols) && rows * cols > mostElements);

/** Such an image in rem: an entry is at most a patch, and the whole no larger than can be seen at once. */
export const mapSize = (rows: number, cols: number): { readonly width: number; readonly height: number } => ({
  width: Math.min(widest, cols * patch),
  height: Math.min(widest, rows * patch),
});

/** Side of a heat map's patch in rem: many rows share what one matrix may take. */
export const patchSize = (rows: number): number => Math.min(patch, tallest / rows);

/** How much width a matrix asks for, in rem; never less than its head line. */
export const widthOf = (rows: number, cols: number): number =>
  isMap(rows, cols)
    ? Math.max(9.5, 1 + mapSize(rows, cols).width)
    : Math.max(9.5, 1 + cols * ((isHeatMap(rows, cols) ? patchSize(rows) : 2.0625) + 0.125));

/** How high a matrix stands, in rem. */
export const heightOf = (rows: number, cols: number): number =>
  isMap(rows, cols)
    ? mapSize(rows, cols).height
    : rows * ((isHeatMap(rows, cols) ? patchSize(rows) : entryHeight) + 0.125) - 0.125;
