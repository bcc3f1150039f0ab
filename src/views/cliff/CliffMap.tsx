import { ticks } from 'd3';
import { type KeyboardEvent, type PointerEvent, useId, useMemo, useRef } from 'react';
import type { Footstep, Point } from '../../engine/landscape';
import { cliff as text } from '../../messages/en/cliff';
import { formatNumber } from '../../notation';
import { useUnrolled } from '../../store';
import { useWidth } from '../use-width';
import { MapLegend } from './MapLegend';
import { NextSteps, Runner } from './Runner';
import type { Region } from './subject';
import type { Terrain } from './survey';
import { drawTerrain, frameOf, levelsOf, type Placing, placing, pulledIn } from './terrain';

interface Props {
  readonly terrain: Terrain | undefined;
  readonly region: Region;
  readonly names: readonly [string, string];
  readonly start: Point;
  readonly free: readonly Footstep[];
  readonly clipped: readonly Footstep[];
  readonly eta: number;
  readonly theta: number;
  readonly onStart: (start: Point) => void;
}

/** In a lecture hall the map has so much of the screen's height, and its labels are so much larger. */
const HALL_SHARE = 0.6;
const HALL_TYPE = 1.5;

const directions: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowDown: [0, -1],
  ArrowUp: [0, 1],
};

/** Error as levels of ink, and on it the two descents so far. */
export const CliffMap = ({ terrain, region, names, start, free, clipped, eta, theta, onStart }: Props) => {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 600);
  const isPresenting = useUnrolled((state) => state.presenting);
  const frame = useMemo(
    () => (isPresenting ? frameOf(width, HALL_SHARE * window.innerHeight, HALL_TYPE) : frameOf(width)),
    [width, isPresenting],
  );
  const place = useMemo(() => placing(region, frame), [region, frame]);
  const levels = useMemo(() => levelsOf(terrain?.errors ?? []), [terrain]);
  const drawn = useMemo(
    () => terrain && drawTerrain(terrain, levels.values, place),
    [terrain, levels, place],
  );
  const plot = {
    x: frame.left,
    y: frame.top,
    width: frame.width - frame.left - frame.right,
    height: frame.height - frame.top - frame.bottom,
  };

  const startHere = (event: PointerEvent<SVGSVGElement>) => {
    const edge = event.currentTarget.getBoundingClientRect();
    const point = place.point(event.clientX - edge.left, event.clientY - edge.top);
    onStart(pulledIn(region, [rounded(point[0]), rounded(point[1])]));
  };
  const step = (event: KeyboardEvent) => {
    const way = directions[event.key];
    if (!way) return;
    event.preventDefault();
    const share = event.shiftKey ? 0.001 : 0.01;
    const moved = start.map((value, k) => rounded(value + way[k] * share * (region[k][1] - region[k][0])));
    onStart(pulledIn(region, [moved[0], moved[1]]));
  };
  const [u, v] = start.map((value) => formatNumber(value));
  const said = [text.at(names[0], u), text.at(names[1], v)] as const;
  const [x, y] = [place.x(start[0]), place.y(start[1])];

  return (
    <section className="cliff-map" aria-label={text.map} ref={box}>
      <svg
        width={frame.width}
        height={frame.height}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          startHere(event);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) startHere(event);
        }}
      >
        <title>{text.map}</title>
        <clipPath id={`${id}-plot`}>
          <rect {...plot} />
        </clipPath>
        <pattern
          id={`${id}-hole`}
          width="7"
          height="7"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path className="cliff-hatch" d="M0 0V7" />
        </pattern>
        <g clipPath={`url(#${id}-plot)`}>
          {drawn?.bands.map((path, k) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place
            <path key={k} className="cliff-band" d={path} />
          ))}
          {drawn?.holes && <path className="cliff-hole" fill={`url(#${id}-hole)`} d={drawn.holes} />}
        </g>
        <rect className="cliff-frame" {...plot} />
        <Axes {...{ region, names, place, plot, type: frame.type }} />
        <g clipPath={`url(#${id}-plot)`}>
          <Runner kind="free" steps={free} region={region} place={place} />
          <Runner kind="clipped" steps={clipped} region={region} place={place} />
          <NextSteps from={clipped.at(-1)} {...{ eta, theta, place }} />
        </g>
        <g
          className="cliff-start"
          role="slider"
          tabIndex={0}
          aria-label={text.start}
          aria-valuenow={start[0]}
          aria-valuetext={text.startAt(...said)}
          onKeyDown={step}
        >
          <circle className="cliff-start-target" cx={x} cy={y} r={16} />
          <path className="cliff-cross" d={`M${x - 8} ${y}H${x + 8}M${x} ${y - 8}V${y + 8}`} />
        </g>
      </svg>
      <MapLegend terrain={terrain} levels={levels} hasHoles={drawn?.holes !== undefined} />
    </section>
  );
};

/** What a hand sets has no more digits than it can mean. */
const rounded = (value: number): number => Number(value.toPrecision(4));

interface AxesProps {
  readonly region: Region;
  readonly names: readonly [string, string];
  readonly place: Placing;
  readonly plot: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly type: number;
}

const Axes = ({ region, names, place, plot, type }: AxesProps) => {
  const [across, up] = region;
  const bottom = plot.y + plot.height;
  return (
    <g className="cliff-axes">
      {ticks(...across, Math.max(2, Math.min(8, plot.width / (70 * type)))).map((u) => (
        <text key={u} x={place.x(u)} y={bottom + 15 * type} textAnchor="middle">
          {formatNumber(u)}
        </text>
      ))}
      {ticks(...up, 7).map((v) => (
        <text key={v} x={plot.x - 6} y={place.y(v) + 4 * type} textAnchor="end">
          {formatNumber(v)}
        </text>
      ))}
      <text
        className="cliff-axis-name"
        x={plot.x + plot.width / 2}
        y={bottom + 31 * type}
        textAnchor="middle"
      >
        {names[0]}
      </text>
      <text
        className="cliff-axis-name"
        transform={`translate(${12 * type} ${plot.y + plot.height / 2}) rotate(-90)`}
        textAnchor="middle"
      >
        {names[1]}
      </text>
    </g>
  );
};
