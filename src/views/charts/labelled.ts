import { textWidth } from '../network/fit-number';

/** Size of the numbers below and above the columns, and the least space between two of them, in px. */
const size = 12;
const space = 5;

/** Whether the numbers of two points overlap that stand `distance` px apart. */
export const isOverlap = (one: string, other: string, distance: number): boolean =>
  distance < (textWidth(one, size) + textWidth(other, size)) / 2 + space;

/**
 * The steps whose numbers fit beside each other, chosen from the latest back.
 *
 * @param texts number by step, from index 1
 * @param width px from one step to the next
 */
export function labelledSteps(texts: readonly string[], width: number): ReadonlySet<number> {
  const shown = new Set<number>();
  let last = texts.length;
  for (let t = texts.length - 1; t >= 1; t--) {
    if (last < texts.length && isOverlap(texts[t], texts[last], (last - t) * width)) continue;
    shown.add(t);
    last = t;
  }
  return shown;
}
