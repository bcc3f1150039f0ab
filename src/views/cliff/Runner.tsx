import type { Footstep, Point } from '../../engine/landscape';
import type { Region } from './subject';
import { type Placing, pulledIn } from './terrain';

const isSound = (point: Point): boolean => point.every(Number.isFinite);

/** So far from the plot, in pixels, a line is drawn no further: it is cut there anyway, and drawing has its own limits. */
const far = 20_000;

const held = (value: number): string => Math.min(far, Math.max(-far, value)).toFixed(1);

const spot = (place: Placing, [u, v]: Point): string => `${held(place.x(u))} ${held(place.y(v))}`;

interface RunnerProps {
  readonly kind: 'free' | 'clipped';
  readonly steps: readonly Footstep[];
  readonly region: Region;
  readonly place: Placing;
}

/** The way of a descent so far, and where it is: a disc if clipped, a diamond if not; at the edge if it has left the map. */
export const Runner = ({ kind, steps, region, place }: RunnerProps) => {
  const way = steps.map(({ point }) => point).filter(isSound);
  const here = steps.at(-1)?.point;
  const line = `M${way.map((point) => spot(place, point)).join('L')}`;
  if (way.length === 0) return null;
  const [u, v] = here && isSound(here) ? pulledIn(region, here) : [Number.NaN, Number.NaN];
  const [x, y] = [place.x(u), place.y(v)];
  return (
    <g className={`cliff-${kind}`}>
      <path className="cliff-halo" d={line} />
      <path className="cliff-way" d={line} />
      {Number.isFinite(x) &&
        (kind === 'clipped' ? (
          <circle className="cliff-mark" cx={x} cy={y} r={5} />
        ) : (
          <path className="cliff-mark" d={`M${x - 8} ${y}L${x} ${y - 8}L${x + 8} ${y}L${x} ${y + 8}Z`} />
        ))}
    </g>
  );
};

interface NextProps {
  readonly from: Footstep | undefined;
  readonly eta: number;
  readonly theta: number;
  readonly place: Placing;
}

/** The gradient at a point, and the step that it would make, clipped and not. */
export const NextSteps = ({ from, eta, theta, place }: NextProps) => {
  if (!from || !isSound(from.point) || !isSound(from.gradient) || from.norm === 0) return null;
  const {
    point: [u, v],
    gradient: [du, dv],
    norm,
  } = from;
  const after = (factor: number): Point => [u - eta * factor * du, v - eta * factor * dv];
  const factor = Math.min(1, theta / (norm + 1e-6));
  return (
    <>
      <path className="cliff-step" d={`M${spot(place, [u, v])}L${spot(place, after(1))}`} />
      <path className="cliff-step-clipped" d={`M${spot(place, [u, v])}L${spot(place, after(factor))}`} />
      <Arrow
        x={place.x(u)}
        y={place.y(v)}
        angle={Math.atan2(place.y(v + dv / norm) - place.y(v), place.x(u + du / norm) - place.x(u))}
        norm={norm}
      />
    </>
  );
};

interface ArrowProps {
  readonly x: number;
  readonly y: number;
  readonly angle: number;
  readonly norm: number;
}

/** Points uphill; longer and wider by the logarithm of the norm, from 0.001 to 100. */
const Arrow = ({ x, y, angle, norm }: ArrowProps) => {
  const share = Math.min(1, Math.max(0, (Math.log10(norm) + 3) / 5));
  const length = 22 + 58 * share;
  return (
    <g transform={`translate(${x} ${y}) rotate(${(angle * 180) / Math.PI})`}>
      <path className="cliff-gradient" d={`M7 0H${length - 8}`} strokeWidth={2 + 3 * share} />
      <path className="cliff-gradient-head" d={`M${length} 0l-11 -6v12Z`} />
    </g>
  );
};
