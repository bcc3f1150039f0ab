/** How large the cells of a term are drawn, and how their numbers are written. */
import { formatNumber } from '../../notation';
import { fitNumbers, textWidth } from '../network/fit-number';

export interface MatrixSize {
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly width: number;
  readonly height: number;
  /** Whether each cell is large enough for its number at 11 px. */
  readonly hasNumbers: boolean;
}

/** Room that a number of three digits with its sign needs. */
const numberWidth = 38;
const numberHeight = 20;
/** Cells without numbers stay squares of at most this size, cells with numbers grow to this width. */
const mostSquare = 26;
const mostWidth = 72;
const mostHeight = 30;

/** The largest cells of a rows × cols matrix in a box of `width` × `height` px. */
export function matrixSize(rows: number, cols: number, width: number, height: number): MatrixSize {
  const wide = Math.min(mostWidth, width / cols);
  const high = Math.min(mostHeight, height / rows);
  const hasNumbers = wide >= numberWidth && high >= numberHeight;
  const square = Math.min(mostSquare, wide, high);
  const cellWidth = hasNumbers ? wide : square;
  const cellHeight = hasNumbers ? high : square;
  return { cellWidth, cellHeight, width: cellWidth * cols, height: cellHeight * rows, hasNumbers };
}

/** Space between two terms, for the plus sign; the same beside the sum. */
export const gaps = { terms: 17, sum: 32 } as const;

/** Below these a cell, or the sign between two terms, can no longer be made out: the term becomes a bar. */
const leastCell = 2.5;
const leastColumn = 30;

/** Whether a term is drawn as one bar of its norm. */
export const isBar = ({ cellWidth }: MatrixSize, columnWidth: number): boolean =>
  columnWidth < leastColumn || cellWidth < leastCell;

/** As many cells as one matrix has elements for; the cells of a larger one are drawn on the canvas. */
export const MOST_CELLS = 64;

/** Whether the cells of a matrix are drawn on the canvas below the row. */
export const isPaintedMatrix = (rows: number, cols: number, { hasNumbers }: MatrixSize): boolean =>
  rows * cols > MOST_CELLS && !hasNumbers;

const leastType = 11;

export interface CellTexts {
  readonly texts: readonly string[];
  /** Type size in px. */
  readonly size: number;
}

/** From the best way to write a matrix's numbers to the shortest that still says them: digits and px. */
const ways = [
  [3, 14],
  [3, 12],
  [3, 11],
  [2, 12],
  [2, 11],
] as const;

/** The numbers of a matrix in cells of `room` px, all written alike if they can be; undefined where they don't fit: then none is. */
export function cellTexts(value: ArrayLike<number>, room: number): CellTexts | undefined {
  for (const [digits, size] of ways) {
    const texts = Array.from(value, (entry) => formatNumber(entry, digits));
    if (texts.every((text) => textWidth(text, size) <= room)) return { texts, size };
  }
  // As in the cells of a state: two decimals, without a leading zero.
  const texts = fitNumbers(value, room, leastType);
  return texts.every((text) => textWidth(text, leastType) <= room) ? { texts, size: leastType } : undefined;
}
