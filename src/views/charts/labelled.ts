import { useMemo } from 'react';
import type { Steps } from '../../layout/columns';
import { focusIn, useUnrolled } from '../../store';
import { textWidth } from '../network/fit-number';
import { useColumns } from '../score/columns-context';

/** Type of the numbers along the columns, while presenting as well (see present.css), and the least space between two. */
const [usual, presented, space] = [12, 15, 5];

/** Narrower columns than this leave no room beside a number. */
export const NARROW = 28;

/** The numbers along the columns, one a step. */
export interface Labels {
  /** By step, of those in sight, all with as many digits. */
  readonly texts: readonly string[];
  /** How wide they are, in px. */
  readonly sizes: readonly number[];
  /** The steps whose numbers fit beside each other, chosen from the latest back. */
  readonly shown: ReadonlySet<number>;
  /** Whether the numbers of two steps overlap. */
  isOverlap(one: number, other: number): boolean;
}

type Shift = (t: number, size: number) => number;

/**
 * Writes numbers below each other's columns: with three digits where all of them fit, else with two if that lets more
 * of them stand.
 *
 * @param values number by step, from index 1; NaN for none
 * @param steps those that have a place
 * @param width px from one step to the next
 * @param type size in px
 * @param shift how far the middle of a number of so many px stands from the middle of step t, in px
 */
export function labelsAlong(
  values: ArrayLike<number>,
  { first, last }: Steps,
  width: number,
  type: number,
  write: (value: number, digits: number) => string,
  // The last of narrow columns ends with its column: it would run into what stands at the right.
  shift: Shift = (t, size) => (width < NARROW && t === last ? (width - size) / 2 : 0),
): Labels {
  const [exact, short] = [3, 2].map((digits): Labels => {
    const texts: string[] = [];
    const sizes: number[] = [];
    for (let t = first; t <= last; t++) {
      texts[t] = write(values[t], digits);
      sizes[t] = textWidth(texts[t], type);
    }
    const middle = (t: number) => t * width + shift(t, sizes[t]);
    const isOverlap = (one: number, other: number) =>
      Math.abs(middle(one) - middle(other)) < (sizes[one] + sizes[other]) / 2 + space;
    const shown = new Set<number>();
    let latest = 0;
    for (let t = last; t >= first; t--) {
      if (latest > 0 && isOverlap(t, latest)) continue;
      shown.add(t);
      latest = t;
    }
    return { texts, sizes, shown, isOverlap };
  });
  return short.shown.size > exact.shown.size ? short : exact;
}

/** The labels of a row of the score: the same ones whatever the playhead. */
export const useLabels = (
  values: ArrayLike<number>,
  write: (value: number, digits: number) => string,
  shift?: Shift,
): Labels => {
  const { first, last, width } = useColumns();
  const type = useUnrolled((state) => (state.presenting ? presented : usual));
  return useMemo(
    () => labelsAlong(values, { first, last }, width, type, write, shift),
    [values, first, last, width, type, write, shift],
  );
};

/** Whether step t is the one in focus on the way back, and whether its number is written: not where that one's stands. */
export const useLabelled = (t: number, { shown, isOverlap }: Labels): readonly [boolean, boolean] => {
  const focus = useUnrolled((state) => {
    const op = focusIn(state);
    // Only what changes this step's number, so that no other step's draws it again.
    if (op?.pass !== 'backward') return 'none';
    return op.t === t ? 'here' : isOverlap(t, op.t) ? 'near' : 'none';
  });
  return [focus === 'here', focus === 'here' || (focus === 'none' && shown.has(t))];
};
