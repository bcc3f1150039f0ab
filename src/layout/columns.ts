/**
 * The columns of the score: one for each time step, shared by every row, so that the eye drops from S_3 to its
 * gradient, its term and its operations.
 *
 * - `full`: a cell is wide enough for its number.
 * - `compact`: cells are drawn one by one, without numbers.
 * - `strip`: a column is one heat strip.
 *
 * The step in focus shows its numbers in every mode.
 */
export type ColumnMode = 'full' | 'compact' | 'strip';

/** Steps that follow on each other. */
export interface Steps {
  readonly first: number;
  readonly last: number;
}

/** The steps that are drawn, and the one behind the last of them, from which the gradient comes. */
export interface Reach {
  readonly steps: readonly number[];
  readonly beyond?: number;
}

/** Places along the time axis in px of the row's svg; its x = 0 is where the row's label ends. */
export interface Columns extends Steps, Reach {
  /** Number of time steps of the sequence. Those from `first` to `last` have a column: all, or an excerpt. */
  readonly T: number;
  readonly mode: ColumnMode;
  /** Width of one column. */
  readonly width: number;
  /** Left edge of the first column. */
  readonly left: number;
  /** Right edge of the last column. */
  readonly right: number;
  /** Centre of the place at the right of the columns: the ledger's sum, the chart's axis, the timeline's names. */
  readonly sum: number;
  /** Width of that place, centred on `sum`. */
  readonly sumWidth: number;
  /** Width of the whole svg. At least what is available; more, and the score scrolls. */
  readonly total: number;
  /** Centre of column t; 0 is the place of S_0, left of column 1. Beyond the excerpt the columns go on as far apart. */
  x(t: number): number;
}

/** The narrowest column whose cells hold a number, and the widest that still reads as a column. */
const FULL_WIDTH = 42;
const WIDEST = 150;
/** Below this a cell of its own is too small to point at. */
const COMPACT_WIDTH = 20;
/** Sixty strips fit the middle of a 1440 px window, with S_0 and the sum. */
const STRIP_WIDTH = 8.4;
/** Room for S_0 at the left and for the sum at the right. */
const BEFORE = 44;
const AFTER = 90;
/** The same when the steps need every pixel. */
const BEFORE_STRIP = 34;
const AFTER_STRIP = 82;
/** And for larger type at the right while presenting. */
const AFTER_PRESENTED = 112;
/** Room for S_0 where columns are generous while presenting: its box is wide enough for a sign and two decimals. */
const BEFORE_PRESENTED = 58;
const GENEROUS = 120;
/** A score narrower than this scrolls rather than shrinking its columns out of reach of a finger. */
const NARROW = 560;
/** The least width of a column in full there; of the article's few steps, so that they fit a phone of 390 px. */
const NARROW_FULL_WIDTH = 54;
const NARROW_FEW_WIDTH = 46;
const FEW_STEPS = 3;
/** As many steps as are shown in full where there is room. */
const FULL_STEPS = 12;

const modeOf = (width: number): ColumnMode =>
  width >= FULL_WIDTH ? 'full' : width >= COMPACT_WIDTH ? 'compact' : 'strip';

/** As many columns as are drawn at once at the most. */
export const MOST_COLUMNS = 60;

/** The least width of so many columns: in full up to 12; beyond, narrower, but no less than can be used. */
const leastWidth = (available: number, count: number): number => {
  if (count <= FULL_STEPS && available < NARROW)
    return count <= FEW_STEPS ? NARROW_FEW_WIDTH : NARROW_FULL_WIDTH;
  if (count <= FULL_STEPS) return FULL_WIDTH;
  return available < NARROW ? COMPACT_WIDTH : STRIP_WIDTH;
};

/** How many columns of an excerpt fit into `available` px without scrolling: what is not in sight is a step away. */
export const mostColumns = (available: number): number => {
  const isNarrow = available < NARROW;
  const room = available - (isNarrow ? BEFORE + AFTER : BEFORE_STRIP + AFTER_STRIP);
  return Math.min(
    MOST_COLUMNS,
    Math.max(FEW_STEPS, Math.floor(room / (isNarrow ? COMPACT_WIDTH : STRIP_WIDTH))),
  );
};

/**
 * Lays columns into `available` px (the row without its label): those of all T steps, or of an excerpt. Columns grow to
 * 150 px and are then centred; where they don't fit they shrink to the least width and `total` exceeds `available`.
 */
export const columnsFor = (
  available: number,
  T: number,
  isPresented = false,
  { first, last }: Steps = { first: 1, last: T },
): Columns => {
  const count = last - first + 1;
  const least = Math.min(leastWidth(available, count), first > 1 || last < T ? STRIP_WIDTH : WIDEST);
  const isTight = (available - BEFORE - AFTER) / count < COMPACT_WIDTH && least < COMPACT_WIDTH;
  const after = isTight ? AFTER_STRIP : isPresented ? AFTER_PRESENTED : AFTER;
  const isGenerous = isPresented && (available - BEFORE_PRESENTED - after) / count >= GENEROUS;
  const before = isTight ? BEFORE_STRIP : isGenerous ? BEFORE_PRESENTED : BEFORE;
  const wide = Math.max(least, Math.min(WIDEST, (available - before - after) / count));
  // Whole px, where a window is moved over strips: what is drawn of them can be moved along.
  const width = first > 1 || last < T ? Math.max(Math.floor(least), Math.floor(wide)) : wide;
  const spare = Math.max(0, available - before - after - count * width);
  // The sum's place grows first: it holds the largest matrix of the ledger.
  const sumWidth = after + Math.min(60, spare * 0.6);
  const left = before + Math.max(0, spare - (sumWidth - after)) / 2;
  const right = left + count * width;
  return {
    T,
    first,
    last,
    steps: Array.from({ length: count }, (_, index) => first + index),
    ...(last < T && { beyond: last + 1 }),
    mode: modeOf(width),
    width,
    left,
    right,
    sum: right + sumWidth / 2,
    sumWidth,
    total: Math.max(available, right + sumWidth),
    x: (t) => (t === 0 ? left - before / 2 : left + (t - first + 0.5) * width),
  };
};

/** In narrow columns the first, the last and every fifth or tenth step are named. */
export const isStepNamed = (t: number, { first, last, width, mode }: Columns): boolean => {
  if (mode === 'full') return true;
  // Names of three and more digits need room for them.
  const every = width >= (last >= 100 ? 40 : 28) ? 1 : width >= 14 ? 5 : 10;
  if (every === 1 || t === first) return true;
  if (t === last) return t % every !== 1;
  return t % every === 0 && last - t >= every / 2 && (first === 1 || t - first >= every / 2);
};
