import { useCallback, useState } from 'react';
import { messages } from '../../messages';
import { useUnrolled } from '../../store';
import { lazily } from '../lazily';
import { useColumns } from '../score/columns-context';
import { useExcerptClip } from '../score/excerpt-clip';
import { ScoreRow } from '../score/ScoreRow';
import { ChartLabel } from './ChartLabel';
import { ChartHover, ChartNumber, ChartPoint, textOf } from './ChartPoint';
import './chart.css';
import { NARROW, useLabels } from './labelled';
import { shiftOf } from './number-place';
import { extent, height } from './places';
import { ThresholdLine } from './ThresholdLine';
import { type Chart, useChart } from './useChart';

/** The second line of an LSTM, loaded with its network. */
const MemoryLine = lazily(() => import('./MemoryLine').then((module) => module.MemoryLine));

/** The line of the bound, loaded where it means something. */
const BoundLine = lazily(() => import('./BoundLine').then((module) => module.BoundLine));

/** Where truncation cuts, loaded where there is any. */
const ChartCuts = lazily(() => import('../cells/Cuts').then((module) => module.ChartCuts));

/** The same of narrow columns, where points are too many for elements. */
const ChartCanvas = lazily(() => import('./NarrowChart').then((module) => module.ChartCanvas));
const NarrowNumbers = lazily(() => import('./NarrowChart').then((module) => module.NarrowNumbers));
const NarrowHover = lazily(() => import('./NarrowChart').then((module) => module.NarrowHover));

/** What few ask for is loaded when they do. */
const ChartTable = lazily(() => import('./ChartTable').then((module) => module.ChartTable));

/** How far the gradient reaches back: its norm at each step, on the columns of the score. */
export const GradientChart = () => {
  const chart = useChart();
  const [hasTable, setHasTable] = useState(false);
  const isPresenting = useUnrolled((state) => state.presenting);
  const isTruncated = useUnrolled((state) => state.setup.truncation.kind !== 'full');
  const { steps, scale, flows } = chart;
  const write = useCallback((norm: number, digits: number) => textOf(norm, scale, digits), [scale]);
  const { width, mode } = useColumns();
  const shift = useCallback(
    (t: number, size: number) => (width < NARROW ? shiftOf(t, size, chart, { width }) : 0),
    [width, chart],
  );
  const labels = useLabels(flows, write, shift);
  const inSight = useExcerptClip(height);
  const isNarrow = mode === 'strip';
  const drawn = isNarrow ? [] : steps;
  return (
    <ScoreRow
      region={messages.chart.region}
      label={<ChartLabel chart={chart} hasTable={hasTable} onTable={setHasTable} />}
      height={height}
      foot={hasTable && !isPresenting && <ChartTable chart={chart} />}
      under={isNarrow && <ChartCanvas chart={chart} />}
    >
      {inSight.path}
      <Axis chart={chart} hasLines={!isNarrow} />
      {isNarrow && <NarrowHover chart={chart} />}
      {drawn.map((t) => (
        <ChartHover key={t} t={t} chart={chart} />
      ))}
      {isTruncated && <ChartCuts from={extent.top - 8} to={extent.bottom + 4} />}
      {chart.run.plan.shape.cell === 'rnn' && (
        <g {...inSight.clip}>
          <BoundLine chart={chart} />
        </g>
      )}
      {chart.isClipped && <ThresholdLine scale={chart.scale} />}
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group takes no focus; the table in the label says the same */}
      <g className="chart-points" aria-hidden="true" {...inSight.clip}>
        {chart.memory && <MemoryLine chart={chart} steps={drawn} />}
        {drawn.map((t) => (
          <ChartPoint key={t} t={t} chart={chart} labels={labels} />
        ))}
        {isNarrow && <NarrowNumbers chart={chart} labels={labels} />}
        {drawn.map((t) => (
          <ChartNumber key={t} t={t} chart={chart} labels={labels} />
        ))}
      </g>
    </ScoreRow>
  );
};

const Axis = ({ chart: { scale }, hasLines }: { chart: Chart; hasLines: boolean }) => {
  const { left, right } = useColumns();
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group takes no focus; the numbers say what the axis says
    <g className="chart-axis" aria-hidden="true">
      {scale.ticks.map(({ value, y, text }) => (
        <g key={value} transform={`translate(0 ${y})`}>
          {hasLines && <line x1={left} x2={right} />}
          <text x={right + 8} dy="0.35em">
            {text}
          </text>
        </g>
      ))}
    </g>
  );
};
