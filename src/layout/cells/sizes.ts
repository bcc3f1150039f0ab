/** How large the inside of a cell is drawn. */
import type { Shape } from '../../engine/types';
import { LONGEST_COLUMN } from '../metrics';

/** Sizes of the vectors in one drawing. */
export interface Sizes {
  /** Distance between the middles of two vectors that stand side by side. */
  readonly unit: number;
  /** Middle of the first. */
  readonly first: number;
  /** Height of one entry, of a state and of an input. */
  readonly entry: number;
  readonly height: number;
  readonly input: number;
  readonly valueWidth: number;
  readonly gradientWidth: number;
  readonly seam: number;
  readonly type: number;
  readonly gradientType: number;
}

const entryHeight = (H: number): number =>
  H === 1 ? 30 : H === 2 ? 24 : H <= 4 ? 20 : H <= LONGEST_COLUMN ? 15 : (15 * LONGEST_COLUMN) / H;

/** Room beside the first and the last vector: for what leaves the drawing there is more at the right. */
const LEFT = 6;
const RIGHT = 30;
const WIDEST = 136;

/** The narrowest drawing whose numbers can be read; a narrower card scrolls. */
export const leastWidth = { lstm: 372, gru: 500 } as const;

/** Sizes that fit `units` vectors side by side into `width` px. */
export const sizesFor = (shape: Pick<Shape, 'H' | 'X'>, width: number, units: number): Sizes => {
  const unit = Math.min(WIDEST, (width - LEFT - RIGHT) / units);
  const hasGradientNumbers = unit >= 80;
  const gradientWidth = hasGradientNumbers ? Math.min(54, unit * 0.4) : unit >= 62 ? 11 : 5;
  const seam = hasGradientNumbers ? 3 : 1;
  const valueWidth = Math.min(58, unit - gradientWidth - seam - (unit < 62 ? 4 : 8));
  const hasNumbers = shape.H <= LONGEST_COLUMN;
  const spare = width - LEFT - RIGHT - unit * units;
  return {
    unit,
    first: LEFT + Math.max(0, spare / 2) + (valueWidth + seam + gradientWidth) / 2,
    entry: entryHeight(shape.H),
    height: entryHeight(shape.H) * shape.H,
    input: (shape.X === 1 ? 26 : 18) * shape.X,
    valueWidth,
    gradientWidth,
    seam,
    type: hasNumbers ? (shape.H === 1 && valueWidth > 56 ? 15 : valueWidth < 40 || shape.H > 4 ? 11 : 12) : 0,
    gradientType: hasNumbers && hasGradientNumbers ? (shape.H === 1 && gradientWidth > 48 ? 13 : 11) : 0,
  };
};
