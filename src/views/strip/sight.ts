/** The window on a long sequence while it is moved: in parts of a step, so that many small movements add up. */
import { FEWEST_STEPS } from '../../store/excerpt';

export interface Sight {
  /** The first step in sight. */
  readonly first: number;
  /** As many steps as are in sight. */
  readonly count: number;
}

export interface Bounds {
  /** Number of time steps of the sequence. */
  readonly T: number;
  /** As many as have a column at the most. */
  readonly most: number;
}

const between = (least: number, most: number, value: number): number =>
  Math.max(least, Math.min(most, value));

/** The window so many steps later; within the sequence. */
export const panned = ({ first, count }: Sight, steps: number, { T }: Bounds): Sight => ({
  first: between(1, T - count + 1, first + steps),
  count,
});

/** The window on `factor` times as many steps; the place `around`, in steps, stays where it is in it. */
export const zoomed = (
  { first, count }: Sight,
  factor: number,
  around: number,
  { T, most }: Bounds,
): Sight => {
  const next = between(Math.min(FEWEST_STEPS, T), Math.min(T, most), count * factor);
  return panned({ first: around - ((around - first) * next) / count, count: next }, 0, { T, most });
};

/** The window from one step to another, both in it; the one that was not moved stays where it is. */
export const stretched = (fixed: number, moved: number, { T, most }: Bounds): Sight => {
  const least = Math.min(FEWEST_STEPS, T);
  const count = between(least, Math.min(T, most), Math.abs(moved - fixed) + 1);
  return { first: between(1, T - count + 1, moved < fixed ? fixed - count + 1 : fixed), count };
};
