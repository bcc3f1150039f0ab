import { type ReactNode, useMemo, useRef } from 'react';
import { formatCount, formatNumber } from '../../notation';
import type { Curve } from '../../store/state';
import { useWidth } from '../use-width';
import { type Lane, type Plot, plotOf } from './plot';

interface Props {
  readonly title: string;
  /** What the curves say, for those who don't see them. */
  readonly said: string;
  readonly curves: readonly Curve[];
  readonly lanes: readonly Lane[];
  /** A size that is marked across, by its name. */
  readonly mark?: { readonly size: number; readonly name: string } | undefined;
  /** Draws the curves on the plot. */
  readonly children: (plot: Plot) => ReactNode;
}

const height = 132;
const frame = { left: 44, right: 10, top: 10, bottom: 20 };

/** A chart over the updates of a training, as wide as there is room. */
export const CurveChart = ({ title, said, curves, lanes, mark, children }: Props) => {
  const box = useRef<HTMLElement>(null);
  const width = useWidth(box, 320);
  const size = mark?.size;
  const plot = useMemo(
    () => plotOf(curves, lanes, size === undefined ? [] : [size], { ...frame, width, height }),
    [curves, lanes, size, width],
  );
  return (
    <figure className="training-chart" ref={box}>
      <figcaption>{title}</figcaption>
      <svg width={width} height={height} role="img" aria-label={said}>
        {plot.powers.map((power) => (
          <g key={power} className="training-axis" transform={`translate(0 ${plot.y(power)})`}>
            <line x1={frame.left} x2={width - frame.right} />
            <text x={frame.left - 6} dy="0.35em" textAnchor="end">
              {formatNumber(power)}
            </text>
          </g>
        ))}
        <g className="training-axis">
          <text x={frame.left} y={height - 5}>
            1
          </text>
          <text x={width - frame.right} y={height - 5} textAnchor="end">
            {formatCount(plot.last)}
          </text>
        </g>
        {mark && (
          <g className="training-mark">
            <line x1={frame.left} x2={width - frame.right} y1={plot.y(mark.size)} y2={plot.y(mark.size)} />
            <text x={width - frame.right} y={plot.y(mark.size) - 4} textAnchor="end">
              {mark.name}
            </text>
          </g>
        )}
        {children(plot)}
      </svg>
    </figure>
  );
};
