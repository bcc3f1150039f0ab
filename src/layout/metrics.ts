/** Sizes and rows of the unrolled network, from the width of a column and the sizes of the vectors. */
import type { Shape } from '../engine/types';
import type { Columns } from './columns';

interface Row {
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Type size of its numbers, 0 for none. */
  readonly type: number;
}

export interface Metrics {
  readonly height: number;
  /** Type size of symbols. */
  readonly label: number;
  /** From a node's left edge to its name: names of two digits would run into the stream of a narrow column. */
  readonly inset: number;
  /** Empty px between two states. */
  readonly gap: number;
  /** From a forward edge that runs upwards to the middle of the gradient's stream beside it. */
  readonly lane: number;
  /** The thickest stream between two states, and the thickest of those that come down from errors and outputs. */
  readonly thickest: number;
  readonly upright: number;
  readonly x: Row;
  readonly S: Row & {
    /** One number: the gradient stands under the value; several: beside it. */
    readonly isStacked: boolean;
    readonly seam: number;
    readonly gradientWidth: number;
    readonly gradientHeight: number;
    readonly gradientType: number;
    /** Height of value and gradient together. */
    readonly reach: number;
    /** Entries side by side. */
    readonly across: number;
    /** Width of S_0 and type size of its numbers. */
    readonly initial: number;
    readonly initialType: number;
    /** From the node's top to the forward edge and to the gradient's stream between two states. */
    readonly forward: number;
    readonly backward: number;
    /**
     * Whether that stream has a lane of its own below the states, from the middle of a column to the middle of the
     * one before: between vectors, and wherever the states leave no room for an arrow between them.
     */
    readonly isUnder: boolean;
    /** From the node's top to the end of all that belongs to it: gradient, stream and share. */
    readonly foot: number;
  };
  readonly Y: Row;
  readonly E: Row;
  readonly d: Row & {
    /** Whether it stands beside E_t, else above. */
    readonly isBeside: boolean;
    /** Whether, above, its name and that of E_t stand at the left of them, which saves their height. */
    readonly isNameBeside: boolean;
    readonly gap: number;
  };
}

/** At most so many entries of a vector are written under each other. */
export const LONGEST_COLUMN = 8;

/** Height of inputs, outputs and targets with more: a heat strip. */
const LONG_HEIGHT = 64;

/** Height of one entry of a state: room for type of 11 px up to 8 entries; a longer state keeps the height of 8. */
const entryHeight = (H: number, isRoomy: boolean): number => {
  if (H === 1) return isRoomy ? 40 : 28;
  if (H === 2) return isRoomy ? 30 : 26;
  if (H <= 4) return isRoomy ? 24 : 21;
  return H <= LONGEST_COLUMN ? 16 : (16 * LONGEST_COLUMN) / H;
};

/** An arrow between two states needs so many px to be seen as what it is; with less it gets a lane below them. */
const SHORTEST_ARROW = 36;

/** Px that an arrow's head is wider than its shaft, both sides together. */
export const HEAD = 6;

/** A minus, a point and two digits are so wide, in em of their type. */
export const SHORT_NUMBER = 2.25;

/** The largest type in which `−.76` stands in a cell, 11 px or more: presented, digits are given up for size. */
const presentedType = (width: number, height: number): number =>
  Math.max(11, Math.min(20, Math.floor((width - 4) / SHORT_NUMBER), Math.floor(height * 0.75)));

/** Widths of the state's value and gradient cells, with the type that fits them. */
const stateWidths = (H: number, width: number, mode: Columns['mode'], isPresented: boolean) => {
  if (mode === 'strip') return { width: Math.max(4, width - 5), gradientWidth: 3, type: 0, gradientType: 0 };
  if (mode === 'compact') {
    const whole = width - 8;
    const gradientWidth = H === 1 ? whole : Math.max(4, whole * 0.22);
    return { width: H === 1 ? whole : whole - gradientWidth - 1, gradientWidth, type: 0, gradientType: 0 };
  }
  if (H === 1 && isPresented && width >= 120)
    return { width: 108, gradientWidth: 108, type: 25, gradientType: 24 };
  if (H === 1) {
    const own = Math.min(84, width * (width < 60 ? 0.84 : 0.7));
    return {
      width: own,
      gradientWidth: own,
      type: isPresented
        ? presentedType(own, entryHeight(1, width >= 96))
        : width < 60
          ? 11
          : width < 96
            ? 13
            : 17,
      gradientType: isPresented ? presentedType(own, 20) : width < 96 ? 11 : 15,
    };
  }
  if (width >= 120 && isPresented && H <= 4)
    return { width: 68, gradientWidth: 60, type: 18, gradientType: 15 };
  if (isPresented && width >= 96) {
    const own = Math.min(72, width * 0.7);
    return { width: own, gradientWidth: 12, type: presentedType(own, entryHeight(H, true)), gradientType: 0 };
  }
  if (width >= 120)
    return { width: 54, gradientWidth: 50, type: H > 4 ? 12 : 13, gradientType: H > 4 ? 11 : 12 };
  if (width >= 96) return { width: 48, gradientWidth: 12, type: 12, gradientType: 0 };
  const gradientWidth = width < 60 ? 5 : 8;
  if (isPresented) {
    const own = width * 0.78;
    return { width: own, gradientWidth, type: presentedType(own, entryHeight(H, false)), gradientType: 0 };
  }
  return {
    width: Math.min(48, width * (width < 60 ? 0.75 : 0.62)),
    gradientWidth,
    type: width < 60 ? 11 : 12,
    gradientType: 0,
  };
};

/**
 * Rows from top to bottom. The distances shrink as states grow, so that a row of eight entries still leaves the
 * chart and the ledger in sight. Presented, numbers are set larger. Rolled, the gradient leaves at the state's side.
 */
export const metricsOf = (shape: Shape, columns: Columns, isPresented = false, isRolled = false): Metrics => {
  const { H, X, Y, T } = shape;
  const { width, mode } = columns;
  const isRoomy = mode === 'full' && width >= 96;
  const hasNumbers = mode === 'full';
  const label =
    (isRoomy ? 18 : width < 60 ? 14 : 15) + (isPresented && mode === 'full' ? (isRoomy ? 2 : 1) : 0);
  const state = stateWidths(H, width, mode, isPresented);
  const isLarge = isPresented && mode === 'full' && width >= 120;
  const isStacked = H === 1;
  const seam = isStacked || (isRoomy && state.gradientType > 0) ? 3 : 1;
  const SHeight = H * entryHeight(H, isRoomy);
  const gradientHeight = isStacked ? (isLarge ? 32 : isRoomy ? 28 : 20) : SHeight;
  const reach = isStacked ? SHeight + seam + gradientHeight : SHeight;
  const fork = H > 4 ? 42 : isRoomy ? 46 : 44;
  const node =
    mode === 'strip' ? Math.max(5, width - 3) : Math.min(isLarge ? 102 : isRoomy ? 64 : 44, width * 0.82);
  const small = !hasNumbers
    ? 0
    : isLarge
      ? 24
      : isPresented
        ? presentedType(node, 24)
        : isRoomy
          ? 14
          : width < 60
            ? 11
            : 12;
  const entry = (n: number, one: number) =>
    n === 1 ? one : n > LONGEST_COLUMN ? LONG_HEIGHT : n * (isRoomy ? 20 : 17);
  const typeOf = (n: number, type: number) => (n > LONGEST_COLUMN ? 0 : type);

  // Beside E_t, d_t and both names run into the next column: they stand side by side where that holds no error.
  const isBeside = shape.errorAt.length < 2 && (shape.errorAt.every((t) => t === T) || width >= 120);
  const dHeight = entry(Y, isLarge ? 32 : isRoomy ? 24 : 20);
  const dType = hasNumbers || isBeside ? Math.min(small || 11, isLarge ? 24 : 13) : 0;
  const EHeight = isRoomy ? 32 : 26;
  const top = (isBeside || isRoomy ? 10 : 6) + label;
  const isNameBeside = !isBeside && hasNumbers && width >= 120;
  const dTop = isBeside ? top : isNameBeside ? 8 : top + 2;
  const ETop = isBeside
    ? mode === 'full'
      ? top - 12 + Math.max(0, dHeight - EHeight) / 2
      : top + 4
    : dTop + dHeight + (isNameBeside ? 16 : label + 8);
  const YHeight = entry(Y, isRoomy ? 34 : 28);
  // Errors above their targets make the row high: they stand closer.
  const YTop = ETop + EHeight + (isRoomy ? 34 : isBeside ? 32 : 28);
  const STop = YTop + YHeight + fork;
  const whole = isStacked ? state.width : state.width + seam + state.gradientWidth;
  const gap = width - whole;
  const thickest = mode === 'full' ? (isRoomy ? 20 : 18) : 12;
  // Side by side in narrow columns, streams from above must leave room for the names between them.
  const isCrowded = width < 60 && shape.errorAt.length > 1;
  const upright =
    mode === 'full' ? (isCrowded ? 12 : thickest) : Math.max(2, Math.min(thickest, node * 0.45));
  const isUnder = !isRolled && (!isStacked || gap < SHORTEST_ARROW);
  const lane = thickest + HEAD;
  const foot = reach + (isUnder ? 3 + lane + (hasNumbers ? (isLarge ? 18 : 14) : 0) : 0);
  // Below it only the edge from x_t and the chip on it.
  const xTop = STop + foot + (isUnder ? 27 : fork - 8);
  const xHeight = entry(X, isRoomy ? 30 : 24);
  const numeric = Math.max(node, 40);
  return {
    height: xTop + xHeight + label + 12,
    label,
    inset: mode === 'full' && width < 60 ? -4 : 1,
    gap,
    lane: mode === 'full' ? upright / 2 + HEAD / 2 + 1 : Math.min(mode === 'strip' ? 3 : 7, width / 4),
    thickest,
    upright,
    x: { y: xTop, width: node, height: xHeight, type: typeOf(X, small) },
    S: {
      y: STop,
      height: SHeight,
      ...state,
      isStacked,
      seam,
      gradientHeight,
      reach,
      across: 1,
      initial: mode === 'strip' ? 16 : isLarge && isStacked ? 60 : 32,
      initialType:
        H > LONGEST_COLUMN ? 0 : Math.min(isLarge && isStacked ? 25 : isPresented ? 18 : 12, state.type),
      forward: isStacked ? SHeight / 2 : Math.min(SHeight * 0.22, 26),
      backward: isUnder
        ? reach + 3 + lane / 2
        : isStacked
          ? SHeight + seam + gradientHeight / 2
          : SHeight - Math.min(SHeight * 0.22, 26),
      isUnder,
      foot,
      type: H > LONGEST_COLUMN ? 0 : state.type,
    },
    Y: { y: YTop, width: isRoomy ? node + 12 : node, height: YHeight, type: typeOf(Y, small) },
    E: {
      y: ETop,
      width: isBeside ? Math.max(numeric, isLarge ? 96 : isRoomy ? 76 : 48) : node,
      height: EHeight,
      type: isBeside ? Math.max(small, 12) : small,
    },
    d: {
      y: isBeside ? ETop + (EHeight - dHeight) / 2 : dTop,
      width: isBeside ? Math.min(isLarge ? 72 : 44, Math.max(numeric, 40)) : node,
      height: dHeight,
      type: typeOf(Y, dType),
      isBeside,
      isNameBeside,
      gap: isRoomy ? 14 : 8,
    },
  };
};
