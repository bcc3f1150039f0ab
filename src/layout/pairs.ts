/** Where the pairs of errors and states stand on the columns: a row for each error, earliest on top, a column for each state. */
import type { Columns } from './columns';
import { drawingHeight, GAP, rowHeightOf, sumHeightOf, TOP } from './pairs-height';

export interface PairsLayout {
  readonly height: number;
  /** Base line of the columns' names, above the rows. */
  readonly head: number;
  /** Type size of the names. */
  readonly names: number;
  /** Upper edges of the rows: of each error and, last and a little apart, of all errors together. */
  readonly tops: readonly number[];
  readonly rowHeight: number;
  /** Height of the last row. */
  readonly sumHeight: number;
  /** Room between two cells, on both axes; 0: they stand close, with one outline around all of them. */
  readonly seam: number;
  /** Type size of the numbers in the cells; 0: cells without numbers. */
  readonly type: number;
  /** Whether each row has room for its name and for what stands at its right. */
  readonly hasMargin: boolean;
}

/** Below this a row has no room for a number of 11 px. */
const WRITTEN = 15;

/** Type size while presenting, as of all that a lecture hall reads. */
const PRESENTED = 15;

/** @param rows number of errors */
export const pairsFor = (rows: number, columns: Columns, isPresented = false): PairsLayout => {
  const rowHeight = rowHeightOf(rows, isPresented);
  const sumHeight = sumHeightOf(rowHeight);
  const tops = Array.from({ length: rows }, (_, index) => TOP + index * rowHeight);
  const end = TOP + rows * rowHeight;
  const hasNumbers = columns.mode === 'full' && rowHeight >= WRITTEN;
  return {
    height: drawingHeight(rows, isPresented),
    head: TOP - 7,
    tops: rows > 1 ? [...tops, end + GAP] : tops,
    rowHeight,
    sumHeight,
    seam: rowHeight >= 10 && columns.width >= 10 ? 1.5 : 0,
    type: hasNumbers ? (isPresented ? PRESENTED : columns.width < 60 ? 11 : columns.width < 96 ? 12 : 13) : 0,
    names: isPresented ? PRESENTED : 13,
    hasMargin: rowHeight >= 12,
  };
};

/** The row and the column under a point of the drawing: column 0 is a row's name or margin, row −1 the columns' names. */
export const spotAt = (
  x: number,
  y: number,
  { tops, rowHeight, sumHeight }: PairsLayout,
  columns: Columns,
): { readonly row: number; readonly j: number } | undefined => {
  const heightOf = (row: number) => (row === tops.length - 1 && row > 0 ? sumHeight : rowHeight);
  const row = y < tops[0] ? -1 : tops.findIndex((top, index) => y >= top && y < top + heightOf(index));
  if (row < 0 && y >= tops[0]) return undefined;
  const { left, right, width, first, last } = columns;
  const j = x < left || x >= right ? 0 : Math.min(last, Math.floor((x - left) / width) + first);
  return row < 0 && j === 0 ? undefined : { row, j };
};
