/**
 * Where the number of a point stands in narrow columns: beside, above or below it, so that it lies neither over the lines
 * nor, with those that are written at all, over another number.
 */
import type { Columns } from '../../layout/columns';
import { extent } from './places';
import type { Chart } from './useChart';

export interface Place {
  /** From the middle of the column and from the point to the text, in px. */
  readonly dx: number;
  readonly dy: number;
  /** Where along the text that is. */
  readonly textAnchor: 'start' | 'middle' | 'end';
}

/** A number's base line above and below its point, and how high its figures are. */
const [ABOVE, BELOW, FIGURES] = [-10, 19, 9];
/** From the middle of a column to a number beside it, and as far as a point and the ground of a number reach. */
const [BESIDE, ROUND] = [3, 5];

const placesAt = (dy: number): readonly Place[] => [
  { dx: -BESIDE, dy, textAnchor: 'end' },
  { dx: BESIDE, dy, textAnchor: 'start' },
  { dx: 0, dy, textAnchor: 'middle' },
];
const places = [...placesAt(ABOVE), ...placesAt(BELOW)];
/** Where the line of an LSTM's C is above: its own number stands there. */
const placesBelow = [...placesAt(BELOW), ...placesAt(ABOVE)];

/** From the middle of the column to the middle of a number `size` px wide. */
const middleOf = ({ dx, textAnchor }: Place, size: number): number =>
  dx + (textAnchor === 'middle' ? 0 : textAnchor === 'start' ? size / 2 : -size / 2);

/** Whether a number `size` px wide would lie over a line or a point of the chart. */
function isOver(place: Place, t: number, size: number, chart: Chart, width: number): boolean {
  const { scale, flows, came, memory, origin, first } = chart;
  const base = scale.y(flows[t]) + place.dy;
  if (base > extent.bottom + BELOW || base - FIGURES < 0) return true;
  const middle = middleOf(place, size);
  const [left, right] = [middle - size / 2, middle + size / 2].map((px) => px / width);
  const isHit = (one: number, other: number): boolean => {
    const [high, low] = [Math.min(one, other), Math.max(one, other)];
    return low > base - FIGURES - ROUND && high < base + ROUND;
  };
  for (let s = Math.max(first, Math.floor(t + left)); s < Math.min(origin, t + right); s++) {
    for (const line of memory ? [flows, memory] : [flows])
      if (isHit(scale.y(line[s]), scale.y(line[s + 1]))) return true;
    if (came[s] !== flows[s] && isHit(scale.y(came[s]), scale.y(flows[s]))) return true;
  }
  return false;
}

/** Where the number of step t stands, `size` px wide; the last one ends with its column. */
export function placeOf(t: number, size: number, chart: Chart, { width }: Pick<Columns, 'width'>): Place {
  const { scale, flows, memory, origin } = chart;
  if (t === origin) {
    const isFalling = scale.y(flows[t - 1]) < scale.y(flows[t]);
    return { dx: width / 2, dy: isFalling ? BELOW : ABOVE, textAnchor: 'end' };
  }
  const wanted = memory && scale.y(memory[t]) < scale.y(flows[t]) ? placesBelow : places;
  return wanted.find((place) => !isOver(place, t, size, chart, width)) ?? wanted[0];
}

/** How far the middle of the number stands from the middle of its column. */
export const shiftOf = (t: number, size: number, chart: Chart, columns: Pick<Columns, 'width'>): number =>
  middleOf(placeOf(t, size, chart, columns), size);
