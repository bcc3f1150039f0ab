import { type PointerEvent, useCallback } from 'react';
import { clipped, doneTimes, grad, opAt } from '../../engine';
import { messages } from '../../messages';
import { formatFull } from '../../notation';
import { focusIn, store, useTheme, useUnrolled } from '../../store';
import { type Draw, RowCanvas } from '../canvas/RowCanvas';
import { useColumns } from '../score/columns-context';
import { ChartNumber } from './ChartPoint';
import type { Labels } from './labelled';
import { paintChart } from './paint-chart';
import { height } from './places';
import type { Chart } from './useChart';

interface Props {
  readonly chart: Chart;
}

/** Points and lines of narrow columns. */
export const ChartCanvas = ({ chart }: Props) => {
  const columns = useColumns();
  const theme = useTheme();
  const playhead = useUnrolled((state) => state.playhead);
  const draw: Draw = useCallback(
    (pen) => paintChart(pen, { chart, columns, playhead, op: opAt(chart.run.plan, playhead), theme }),
    [chart, columns, playhead, theme],
  );
  return <RowCanvas height={height} draw={draw} />;
};

/** Their numbers, of those that fit and of the step in focus. */
export const NarrowNumbers = ({ chart, labels }: Props & { readonly labels: Labels }) => {
  const focus = useUnrolled((state) => {
    const op = focusIn(state);
    return op?.pass === 'backward' ? op.t : 0;
  });
  return chart.steps
    .filter((t) => t === focus || labels.shown.has(t))
    .map((t) => <ChartNumber key={t} t={t} chart={chart} labels={labels} />);
};

/** What is said of the column under the pointer. */
export const NarrowHover = ({ chart }: Props) => {
  const { left, right, width, first } = useColumns();
  const tell = ({ currentTarget, clientX }: PointerEvent<SVGRectElement>) => {
    const box = currentTarget.getBoundingClientRect();
    const t = first + Math.floor((((clientX - box.left) / box.width) * (right - left)) / width);
    const title = currentTarget.querySelector('title');
    if (title) title.textContent = said(chart, t, store.getState().playhead);
  };
  return (
    <rect
      className="chart-hover"
      x={left}
      y={8}
      width={right - left}
      height={height - 16}
      onPointerEnter={tell}
      onPointerMove={tell}
    >
      <title />
    </rect>
  );
};

function said({ run, came, flows, isClipped }: Chart, t: number, playhead: number): string {
  const isKnown = (lane: string) => doneTimes(run.plan, lane)[t] <= playhead;
  if (!isKnown(grad('S'))) return '';
  const isCut = isClipped && isKnown(clipped('S')) && flows[t] !== came[t];
  return isCut
    ? messages.chart.pointClipped(String(t), formatFull(came[t]), formatFull(flows[t]))
    : messages.chart.point(String(t), formatFull(came[t]));
}
