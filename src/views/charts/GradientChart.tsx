import { messages } from '../../messages';
import { useColumns } from '../score/columns-context';
import { ScoreRow } from '../score/ScoreRow';
import { ChartLabel } from './ChartLabel';
import { ChartPoint } from './ChartPoint';
import './chart.css';
import { ThresholdLine } from './ThresholdLine';
import { type Chart, height, useChart } from './useChart';

/** How far the gradient reaches back: its norm at each step, on the columns of the score. */
export const GradientChart = () => {
  const chart = useChart();
  const { T } = useColumns();
  const steps = Array.from({ length: Math.min(T, chart.origin) }, (_, index) => index + 1);
  return (
    <ScoreRow region={messages.chart.region} label={<ChartLabel chart={chart} />} height={height}>
      <Axis chart={chart} />
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group takes no focus; the table in the label says the same */}
      <g aria-hidden="true">
        {steps.map((t) => (
          <ChartPoint key={t} t={t} chart={chart} />
        ))}
      </g>
      {chart.isClipped && <ThresholdLine scale={chart.scale} />}
    </ScoreRow>
  );
};

const Axis = ({ chart: { scale } }: { chart: Chart }) => {
  const { left, right } = useColumns();
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group takes no focus; the numbers say what the axis says
    <g className="chart-axis" aria-hidden="true">
      {scale.ticks.map(({ value, y, text }) => (
        <g key={value} transform={`translate(0 ${y})`}>
          <line x1={left} x2={right} />
          <text x={right + 8} dy="0.35em">
            {text}
          </text>
        </g>
      ))}
    </g>
  );
};
