/** Curves of a training as paths: updates across, evenly; sizes up, by their logarithm. */
import { area, line, scaleLinear, scaleLog } from 'd3';
import type { Curve } from '../../store/state';

export type Lane = 'error' | 'least' | 'most' | 'norm' | 'clippedNorm';

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Plot {
  /** Paths of one lane, and of the band between two. */
  path(curve: Curve, lane: Lane): string;
  band(curve: Curve, from: Lane, to: Lane): string;
  x(update: number): number;
  y(size: number): number;
  /** Powers of ten that are named at the side. */
  readonly powers: readonly number[];
  /** The last update that there is room for. */
  readonly last: number;
}

/** As many decades as are shown at the most, down from the largest size: what is less lies at the bottom. */
const MOST_DECADES = 12;
/** As many powers of ten as can be named one above the other. */
const MOST_NAMED = 4;

const isShown = (size: number): boolean => size > 0 && Number.isFinite(size);

/** The middle of the updates that entry i stands for. */
const middle = ({ span, updates }: Curve, i: number): number =>
  span * i + (Math.min(span, updates - span * i) + 1) / 2;

/**
 * Makes room for all of the curves.
 *
 * @param sizes what else must be in sight
 */
export function plotOf(
  curves: readonly Curve[],
  lanes: readonly Lane[],
  sizes: readonly number[],
  { width, height, left, right, top, bottom }: Frame,
): Plot {
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  const take = (size: number) => {
    if (!isShown(size)) return;
    least = Math.min(least, size);
    most = Math.max(most, size);
  };
  for (const curve of curves) for (const lane of lanes) curve[lane].forEach(take);
  sizes.forEach(take);
  if (most === 0) [least, most] = [0.1, 1];
  const to = Math.ceil(Math.log10(most) + 1e-9);
  const from = Math.max(Math.min(Math.floor(Math.log10(least)), to - 1), to - MOST_DECADES, -307);
  const last = Math.max(2, ...curves.map(({ updates }) => updates));
  const x = scaleLinear([1, last], [left, width - right]);
  const scale = scaleLog([10 ** from, 10 ** Math.min(to, 308)], [height - bottom, top]).clamp(true);
  const y = (size: number) => (size > 0 ? scale(size) : height - bottom);
  const every = Math.ceil((to - from + 1) / MOST_NAMED);
  const entries = (curve: Curve) => Array.from(curve.error, (_, i) => i);
  return {
    path: (curve, lane) =>
      line<number>()
        .defined((i) => !Number.isNaN(curve[lane][i]))
        .x((i) => x(middle(curve, i)))
        .y((i) => y(curve[lane][i]))
        .digits(1)(entries(curve)) ?? '',
    band: (curve, lower, upper) =>
      area<number>()
        .defined((i) => !Number.isNaN(curve[lower][i]))
        .x((i) => x(middle(curve, i)))
        .y0((i) => y(curve[lower][i]))
        .y1((i) => y(curve[upper][i]))
        .digits(1)(entries(curve)) ?? '',
    x,
    y,
    powers: Array.from({ length: to - from + 1 }, (_, k) => from + k)
      .filter((power) => (to - power) % every === 0)
      .map((power) => 10 ** power),
    last,
  };
}
