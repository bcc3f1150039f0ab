/** How high the pairs are: apart from where they stand, for their place is kept before they are loaded. */

/** Up to twelve rows are written in; beyond, the whole stays in sight beside the network. */
export const rowHeightOf = (rows: number, isPresented: boolean): number => {
  if (rows <= 4) return isPresented ? 32 : 28;
  if (rows <= 8) return isPresented ? 26 : 23;
  if (rows <= 12) return isPresented ? 21 : 19;
  if (rows <= 24) return 13;
  return Math.max(6, Math.floor(300 / rows));
};

/** Height of the last row, of all errors together. */
export const sumHeightOf = (rowHeight: number): number => Math.max(17, rowHeight);

/** Room for the columns' names, between the errors and their sum, and below. */
export const TOP = 20;
export const GAP = 7;
const BOTTOM = 12;

/** Height of the drawing for so many errors. */
export const drawingHeight = (rows: number, isPresented: boolean): number => {
  const rowHeight = rowHeightOf(rows, isPresented);
  return TOP + rows * rowHeight + (rows > 1 ? GAP + sumHeightOf(rowHeight) : 0) + BOTTOM;
};

/** The row while it is closed, the least that its label takes while it is open, and what stands above the drawing. */
const CLOSED = 32;
const LABEL = 146;
const WORDS = 56;

/** About the height of the whole row; 0 where it is not shown. */
export const pairsHeight = (isOpen: boolean, rows: number, isPresented: boolean): number => {
  if (isOpen) return Math.max(LABEL, WORDS + drawingHeight(rows, isPresented));
  return isPresented ? 0 : CLOSED;
};
