import { useId } from 'react';
import { doneTimes, grad } from '../../engine';
import type { Plan } from '../../engine/types';
import { messages } from '../../messages';
import { formatFull, formatNumber } from '../../notation';
import { plainText } from '../../notation/marked';
import { store, useUnrolled } from '../../store';
import { useColumns } from '../score/columns-context';
import './bound.css';
import { boundOf, boundsOf } from './bounds';
import type { ChartScale } from './scale';
import type { Chart } from './useChart';

const text = messages.chain;

/** A dashed line over the points, as far as they are known, and off the chart where it leaves the scale. */
export const BoundLine = ({ chart }: { readonly chart: Chart }) => {
  const { x, first: firstSeen, last, mode } = useColumns();
  const isOn = useUnrolled((state) => state.bound);
  const { run, origin, first, scale, flows } = chart;
  const reached = useUnrolled((state) => reachedIn(run.plan, first, origin, state.playhead));
  const bound = boundsOf(chart);
  if (!isOn || reached >= origin || !Number.isFinite(bound(origin))) return null;
  // From one column beyond what is in sight to the other.
  const from = Math.min(origin, last + 1);
  const steps = Array.from(
    { length: from - Math.max(reached, firstSeen - 1) + 1 },
    (_, index) => from - index,
  );
  const end = steps.findIndex((t) => scale.place(bound(t)) !== 'inside');
  const shown = end < 0 ? steps : steps.slice(0, end);
  const points = shown.map((t): readonly [number, number] => [x(t), scale.y(bound(t))]);
  // A line that runs along the edge of the scale would say that the bound stays there: it ends where it leaves.
  if (end > 0) {
    const share = crossing(scale, bound(steps[end - 1]), bound(steps[end]));
    points.push([
      x(steps[end - 1]) + share * (x(steps[end]) - x(steps[end - 1])),
      scale.y(bound(steps[end])),
    ]);
  }
  // Near a point hovering is the point's.
  const isApart = (t: number) => Math.abs(scale.y(bound(t)) - scale.y(flows[t])) > 12;
  return (
    <g className="chart-bound">
      <polyline points={points.join(' ')} />
      {/* In narrow columns they would be more than can be pointed at. */}
      {(mode === 'strip' ? [] : shown.filter(isApart)).map((t) => (
        <rect key={t} x={x(t) - 6} y={scale.y(bound(t)) - 6} width={12} height={12}>
          <title>{text.boundAt(String(t), formatFull(bound(t)))}</title>
        </rect>
      ))}
    </g>
  );
};

/** The share of the way from one norm to the next at which the line leaves the scale. */
const crossing = ({ kind, min, max }: ChartScale, from: number, to: number): number => {
  const edge = to > from ? max : min;
  return kind === 'log' ? Math.log(edge / from) / Math.log(to / from) : (edge - from) / (to - from);
};

/** The earliest step that follows on the origin and is known; the origin and beyond while none is. */
const reachedIn = (plan: Plan, first: number, origin: number, playhead: number): number => {
  const known = doneTimes(plan, grad('S'));
  let reached = origin + 1;
  while (reached > first && known[reached - 1] <= playhead) reached--;
  return reached;
};

/** The switch of the line, with what it stands for. */
export const BoundSwitch = ({ chart }: { readonly chart: Chart }) => {
  const id = useId();
  const isOn = useUnrolled((state) => state.bound);
  const factor = boundOf(chart);
  if (factor === undefined) return null;
  return (
    <label className="chart-bound-switch" htmlFor={id} title={plainText(text.boundTitle(formatFull(factor)))}>
      <input
        id={id}
        type="checkbox"
        checked={isOn}
        onChange={(event) => store.setState({ bound: event.currentTarget.checked })}
      />
      <span className={isOn ? 'is-on' : ''}>
        {text.bound} {isOn && text.times(formatNumber(factor, 2))}
      </span>
    </label>
  );
};
