import { columnsFor } from '../../layout/columns';

/** How the score's card is divided. */
export interface Frame {
  /** Enlargement of everything drawn. */
  readonly scale: number;
  /** Width of the rows' labels, in px of the page. */
  readonly gutter: number;
  /** What is left for the columns, in px before enlargement. */
  readonly available: number;
}

const GUTTER = 118;
const NARROW_GUTTER = 92;
const NARROW = 560;
/** A card this wide has room for three generous columns; a wider one is enlarged to it while presenting. */
const PRESENTED = 740;

/**
 * Divides a card of `width` px for T steps; presenting enlarges, so that it can be read from the last row of a lecture
 * hall, but not so far that the sum at the right is pushed out: a clicker cannot scroll.
 */
export const frameFor = (width: number, isPresenting: boolean, T: number): Frame => {
  const needed = Math.max(PRESENTED, GUTTER + columnsFor(PRESENTED - GUTTER, T).total);
  const scale = isPresenting ? Math.max(1, Math.min(2.6, width / needed)) : 1;
  const gutter = Math.round((width < NARROW ? NARROW_GUTTER : GUTTER) * scale);
  return { scale, gutter, available: Math.floor((width - gutter) / scale) };
};
