/** How large the cells of a term are drawn. */

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
const mostWidth = 58;
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

/** Places in the row, in px: a term is centred on `centre`, at most `height` high; its norm stands at `text`. */
export const box = {
  centre: 52,
  height: 64,
  text: 106,
  /** Space between two terms, for the plus sign; the same beside the sum. */
  gap: 17,
  signs: 32,
} as const;

/** Below these a cell, or the sign between two terms, can no longer be made out: the term becomes a bar. */
const leastCell = 2.5;
const leastColumn = 30;

/** Whether a term is drawn as one bar of its norm. */
export const isBar = ({ cellWidth }: MatrixSize, columnWidth: number): boolean =>
  columnWidth < leastColumn || cellWidth < leastCell;
