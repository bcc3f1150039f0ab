import { at, clipped, doneAt, grad, opAt } from '../../engine';
import { gradientShare, palette } from '../../layout/colour';
import { messages } from '../../messages';
import { formatFull, formatNumber } from '../../notation';
import { run as runOf, useTheme, useUnrolled } from '../../store';
import { useColumns } from '../score/columns-context';
import { type ChartScale, decade } from './scale';
import type { Chart } from './useChart';

/** Px that the number at a point needs; where columns are narrower only some points have theirs. */
const labelWidth = 36;

/** ‖δ_t‖ at one step, with the line to the step after it. Nothing before δ_t is known. */
export const ChartPoint = ({ t, chart }: { t: number; chart: Chart }) => {
  const { plan } = chart.run;
  const hasCome = useUnrolled((state) => state.playhead >= doneAt(plan, grad(at('S', t))));
  const hasFlown = useUnrolled(
    (state) => state.playhead >= doneAt(plan, chart.isClipped ? clipped(at('S', t)) : grad(at('S', t))),
  );
  if (!hasCome) return null;
  return <KnownPoint t={t} chart={chart} hasFlown={hasFlown} />;
};

const KnownPoint = ({ t, chart, hasFlown }: { t: number; chart: Chart; hasFlown: boolean }) => {
  const { x, width } = useColumns();
  const colours = palette(useTheme());
  const isFocus = useUnrolled((state) => {
    const op = opAt(runOf(state).plan, state.playhead);
    return op?.pass === 'backward' && op.t === t;
  });
  const { came, flows, free, scale, origin, isClipped, run } = chart;
  const colour = (norm: number) => colours.gradient(norm, run.gradientDomain);
  const share = (norm: number) => gradientShare(norm, run.gradientDomain) || 0;
  const [from, to] = [x(t), x(t + 1)];
  const hasNext = t < origin;
  const norm = hasFlown ? flows[t] : came[t];
  const isCut = hasFlown && flows[t] !== came[t];
  const hasText = isFocus || (origin - t) % Math.ceil(labelWidth / width) === 0;
  const y = scale.y(norm);
  const title = isCut
    ? messages.chart.pointClipped(String(t), formatFull(came[t]), formatFull(flows[t]))
    : messages.chart.point(String(t), formatFull(norm));

  return (
    <g className={isFocus ? 'chart-step chart-focus' : 'chart-step'}>
      {isClipped && (
        <g className="chart-free">
          {hasNext && <line x1={from} y1={scale.y(free[t])} x2={to} y2={scale.y(free[t + 1])} />}
          <circle cx={from} cy={scale.y(free[t])} r={2} />
        </g>
      )}
      {hasFlown && hasNext && (
        <line
          className="chart-line"
          x1={from}
          y1={y}
          x2={to}
          y2={scale.y(flows[t + 1])}
          stroke={colour(norm)}
          strokeWidth={1.25 + 1.75 * share(norm)}
        />
      )}
      {isClipped && (!hasFlown || isCut) && (
        <g className="chart-came">
          <line x1={from} x2={from} y1={scale.y(came[t])} y2={y} />
          <line
            className="chart-tick"
            x1={from - 7}
            x2={from + 7}
            y1={scale.y(came[t])}
            y2={scale.y(came[t])}
          />
        </g>
      )}
      {(hasFlown || !isClipped) && (
        <circle
          className="chart-point"
          cx={from}
          cy={y}
          r={Math.min(4 + 3 * share(norm) + (isFocus ? 1.5 : 0), width / 2)}
          fill={colour(norm)}
        />
      )}
      {hasText && (
        <text x={from} y={isCut ? y + 19 : y - 11}>
          {textOf(norm, scale)}
        </text>
      )}
      {isCut && isFocus && (
        <text className="chart-came-text" x={from} y={scale.y(came[t]) - 6}>
          {textOf(came[t], scale)}
        </text>
      )}
      <rect className="chart-hover" x={from - width / 2} y={8} width={width} height={142}>
        <title>{title}</title>
      </rect>
    </g>
  );
};

/** The number at a point; what has left the scale at its lower end is named by that end. */
function textOf(norm: number, scale: ChartScale): string {
  if (norm > 0 && scale.place(norm) === 'below') return messages.chart.below(decade(scale.min));
  return formatNumber(norm);
}
