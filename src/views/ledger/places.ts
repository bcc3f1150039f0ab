/** Places in the row, in px: a term is centred on `centre`, at most `height` high; its norm stands at `text`. */
export const boxFor = (blocks: number) => {
  // Four gates' rows need more height than those of one state.
  const height = blocks > 1 ? 28 * blocks : 64;
  return {
    centre: 17 + height / 2,
    height,
    text: height + 38,
    /** Height of the whole row. */
    row: height + 62,
  };
};

/** What the label needs beside the drawing: title, weights, switch and three lines. */
const LABEL = 142;

/** Height of the whole row, as its drawing or its label needs it. */
export const rowHeight = (blocks: number): number => Math.max(LABEL, boxFor(blocks).row);
