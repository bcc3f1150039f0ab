/** From a norm to a height and back. */
import { nice, ticks } from 'd3';
import { formatNumber } from '../../notation';

export interface Tick {
  readonly value: number;
  readonly y: number;
  readonly text: string;
}

/** Where a norm is: on the scale, pinned at one of its ends, or nowhere (NaN). */
export type Place = 'inside' | 'below' | 'above' | 'nowhere';

export interface ChartScale {
  readonly kind: 'log' | 'linear';
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly Tick[];
  /** Height of a norm in px from the top, pinned at the ends of the scale; NaN stands at the bottom. */
  y(norm: number): number;
  /** The norm at a height, within the scale. */
  norm(y: number): number;
  place(norm: number): Place;
}

/** Px from the top of the drawing: `top` for the scale's maximum, `bottom` for its minimum. */
export interface Extent {
  readonly top: number;
  readonly bottom: number;
}

/** What has shrunk below this share of where it set out has vanished: the log scale ends there. */
const vanished = 1e-6;
/** Powers of ten that a double can hold with digits to spare. */
const [leastPower, mostPower] = [-300, 308];
const labelHeight = 20;
const linearTicks = 4;

/**
 * The scale that holds `norms`, those of the run without clipping: dragging the threshold then moves no scale.
 *
 * @param norms norms by step; NaN where no gradient reaches
 * @param origin the norm that set out, ‖δ_N‖; a log scale reaches six decades below it and as far up as there is need
 * @param hasThreshold leaves a decade below the least norm, so that the threshold can be dragged below all of them
 */
export const chartScale = (
  norms: ArrayLike<number>,
  origin: number,
  kind: 'log' | 'linear',
  extent: Extent,
  hasThreshold = false,
): ChartScale => {
  const sizes = Array.from(norms).filter((norm) => norm > 0 && norm < Number.POSITIVE_INFINITY);
  return kind === 'log' ? logScale(sizes, origin, extent, hasThreshold) : linearScale(sizes, extent);
};

/** What is cut to the threshold misses it by rounding: no reason to say that it has left the scale. */
const noise = 1e-9;

const placeIn =
  (min: number, max: number) =>
  (norm: number): Place =>
    Number.isNaN(norm)
      ? 'nowhere'
      : norm < min * (1 - noise)
        ? 'below'
        : norm > max * (1 + noise)
          ? 'above'
          : 'inside';

/** A straight line from one interval to another, pinned at the ends, and back. d3's own scale brings formats along. */
const line = ([a, b]: readonly [number, number], [from, to]: readonly [number, number]) => {
  const pinned = (share: number) => Math.min(1, Math.max(0, share));
  return {
    at: (value: number): number => from + (to - from) * pinned((value - a) / (b - a)),
    invert: (place: number): number => a + (b - a) * pinned((place - from) / (to - from)),
  };
};

function linearScale(sizes: readonly number[], { top, bottom }: Extent): ChartScale {
  const most = sizes.reduce((a, b) => Math.max(a, b), 0) || 1;
  const [, round] = nice(0, most, linearTicks);
  const max = Number.isFinite(round) ? round : most;
  const scale = line([0, max], [bottom, top]);
  return {
    kind: 'linear',
    min: 0,
    max,
    ticks: ticks(0, max, linearTicks).map((value) => ({
      value,
      y: scale.at(value),
      text: formatNumber(value),
    })),
    y: (norm) => (Number.isNaN(norm) ? bottom : scale.at(norm)),
    norm: (y) => scale.invert(y),
    place: placeIn(0, max),
  };
}

function logScale(
  sizes: readonly number[],
  origin: number,
  { top, bottom }: Extent,
  hasThreshold: boolean,
): ChartScale {
  const from = origin > 0 && Number.isFinite(origin) ? origin : (sizes[0] ?? 1);
  const least = sizes.reduce((a, b) => Math.min(a, b), from);
  const most = sizes.reduce((a, b) => Math.max(a, b), from);
  let low = Math.floor(Math.log10(Math.max(least, from * vanished)));
  let high = Math.ceil(Math.log10(most));
  if (high - low < 2 && high - Math.log10(most) < 0.1) high++;
  if (high <= low || hasThreshold) low--;
  low = Math.max(leastPower, low);
  high = Math.max(low + 1, Math.min(mostPower, high));

  const y = line([low, high], [bottom, top]);
  const [min, max] = [10 ** low, 10 ** high];
  // Every decade has its line if their names fit; else every second, fifth, tenth, …
  const room = Math.max(1, Math.floor((bottom - top) / labelHeight));
  const stride = [1, 2, 5, 10, 20, 50, 100, 200].find((s) => (high - low) / s <= room) ?? 500;
  const ticks: Tick[] = [];
  for (let power = Math.ceil(low / stride) * stride; power <= high; power += stride)
    ticks.push({ value: 10 ** power, y: y.at(power), text: decade(10 ** power) });
  return {
    kind: 'log',
    min,
    max,
    ticks,
    y: (norm) => (norm > 0 ? y.at(Math.min(mostPower + 1, Math.log10(norm))) : bottom),
    norm: (at) => 10 ** y.invert(at),
    place: placeIn(min, max),
  };
}

/** A power of ten: `10⁻⁶`, and `0.01` where that is as short. */
export const decade = (value: number): string => formatNumber(value).replace(/^1×/, '');
