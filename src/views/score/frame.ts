import { columnsFor } from '../../layout/columns';

/** How the score's card is divided. */
export interface Frame {
  /** Enlargement of everything drawn. */
  readonly scale: number;
  /** Width of the rows' labels, in px of the page. */
  readonly gutter: number;
  /** Whether the labels have less room than usual. */
  readonly isNarrow: boolean;
  /** What is left for the columns, in px before enlargement. */
  readonly available: number;
  /** Width of the card, where it is not the page that decides. */
  readonly width?: number;
}

const GUTTER = 118;
const NARROW_GUTTER = 92;
const NARROW = 560;

/** Divides a card of `width` px. */
export const frameFor = (width: number): Frame => {
  const isNarrow = width < NARROW;
  const gutter = isNarrow ? NARROW_GUTTER : GUTTER;
  return { scale: 1, gutter, isNarrow, available: Math.floor(width - gutter) };
};

/** As many columns are generous; with more, each pixel is needed for them. */
const FEW = 8;
/** Width of the labels while presenting, before enlargement: they are written larger. */
export const presentedGutter = (T: number): number => (T > FEW ? 150 : 172);
/** Room for three generous columns, before enlargement. */
const GENEROUS = 622;
/** The equation beside the score gets between a third and 45 % of the screen. */
const MOST = 0.67;
const LEAST = 0.55;
const LEAST_SCALE = 0.7;

/**
 * Divides a screen while presenting: the score of T steps, whose rows are `tall` px high before enlargement, is as large
 * as the screen's height and the equation beside it allow, for a clicker cannot scroll. Height that it does not need
 * for its width, or width for its height, goes to the columns and to the equation.
 */
export const presentedFrame = (
  screen: { readonly width: number; readonly height: number },
  T: number,
  tall: number,
): Frame => {
  const needed = presentedGutter(T) + columnsFor(GENEROUS, T, true).total;
  const scale = Math.max(LEAST_SCALE, Math.min(screen.height / tall, (screen.width * MOST) / needed));
  // Up to eight columns are generous already; more make use of what there is.
  const wanted = T > FEW ? MOST * screen.width : needed * scale;
  const width = Math.round(Math.max(LEAST * screen.width, Math.min(MOST * screen.width, wanted)));
  const gutter = Math.round(presentedGutter(T) * scale);
  return { scale, gutter, isNarrow: false, available: Math.floor((width - gutter) / scale), width };
};
