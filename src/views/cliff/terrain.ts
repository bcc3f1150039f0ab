/** The map's geometry: levels of the error, contours and holes as paths, places on the drawing. */
import { contours } from 'd3';
import type { Point } from '../../engine/landscape';
import type { Region } from './subject';
import type { Terrain } from './survey';

const count = 14;

export interface Levels {
  readonly values: readonly number[];
  readonly spacing: 'root' | 'log';
}

/**
 * Errors at which a line is drawn: evenly apart in the root, as a squared error measures a distance; in the logarithm where it spans
 * more than four powers of ten. The largest 2 % do not stretch them. None where nothing is finite or all is the same.
 */
export function levelsOf(errors: ArrayLike<number>): Levels {
  const sorted = Float64Array.from(Array.from(errors).filter(Number.isFinite)).sort();
  const quantile = (share: number) => sorted[Math.floor(share * (sorted.length - 1))];
  const [least, most] = [quantile(0), sorted[sorted.length - 1]];
  if (!(most > least)) return { values: [], spacing: 'root' };
  const shares = Array.from({ length: count }, (_, i) => (i + 0.5) / count);
  const [low, high] = [quantile(0.02), quantile(0.98)];
  if (low > 0 && high / low > 1e4)
    return { values: shares.map((share) => low * (high / low) ** share), spacing: 'log' };
  const top = high > least ? high : most;
  return { values: shares.map((share) => least + (top - least) * share ** 2), spacing: 'root' };
}

/** Sizes of the drawing in CSS pixels: the plot stands between its axes' labels. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** How much larger than usual the labels are. */
  readonly type: number;
}

/**
 * @param tallest the greatest height that there is room for
 * @param type how much larger than usual the labels are, and with them their room
 */
export const frameOf = (width: number, tallest = 520, type = 1): Frame => ({
  width,
  height: Math.round(Math.min(0.78 * width, tallest)),
  ...{ left: 48 * type, top: 10, right: 10, bottom: 36 * type, type },
});

/** Where a point of the plane stands on the drawing, and back. */
export function placing([[left, right], [low, high]]: Region, frame: Frame) {
  const wide = frame.width - frame.left - frame.right;
  const tall = frame.height - frame.top - frame.bottom;
  return {
    x: (u: number) => frame.left + ((u - left) / (right - left)) * wide,
    y: (v: number) => frame.top + ((high - v) / (high - low)) * tall,
    point: (x: number, y: number): Point => [
      left + ((x - frame.left) / wide) * (right - left),
      high - ((y - frame.top) / tall) * (high - low),
    ],
  };
}

export type Placing = ReturnType<typeof placing>;

export const isWithin = ([[left, right], [low, high]]: Region, [u, v]: Point): boolean =>
  u >= left && u <= right && v >= low && v <= high;

/** The nearest point of the region. */
export const pulledIn = ([[left, right], [low, high]]: Region, [u, v]: Point): Point => [
  Math.min(right, Math.max(left, u)),
  Math.min(high, Math.max(low, v)),
];

/** One path for each level, around all that is above it, and one around the holes (undefined where there is none). */
export function drawTerrain({ errors, size, region }: Terrain, levels: readonly number[], place: Placing) {
  const [[left, right], [low, high]] = region;
  const write = ({ coordinates }: { coordinates: number[][][][] }) =>
    coordinates
      .flat()
      .map((ring) => {
        const places = ring.map(([i, j]) => {
          const x = place.x(left + (i / size) * (right - left));
          const y = place.y(low + (j / size) * (high - low));
          return `${x.toFixed(1)} ${y.toFixed(1)}`;
        });
        return `M${places.join('L')}Z`;
      })
      .join('');
  const trace = contours().size([size, size]);
  const sound = Array.from(errors, (error) => (Number.isFinite(error) ? error : Number.NaN));
  const holes = Array.from(errors, (error) => (Number.isFinite(error) ? 0 : 1));
  return {
    bands: levels.map((level) => write(trace.contour(sound, level))),
    holes: holes.includes(1) ? write(trace.contour(holes, 0.5)) : undefined,
  };
}
