import { memo, useId } from 'react';
import { at, grad } from '../../engine';
import { messages } from '../../messages';
import { formatFull, formatNumber, formatPercent, label } from '../../notation';
import { setChartOf, setChartScale, useUnrolled } from '../../store';
import { AtRest } from '../AtRest';
import { lazily } from '../lazily';
import { useColumns } from '../score/columns-context';
import '../score/foot-table.css';
import { Choice } from './Choice';
import { factorPerStep, reachedStep, trendOf } from './decay';
import { GradientTable } from './GradientTable';
import type { Chart } from './useChart';
import { Written } from './Written';

const text = messages.chart;

const MemoryLegend = lazily(() => import('./MemoryLine').then((module) => module.MemoryLegend));

const BoundSwitch = lazily(() => import('./BoundLine').then((module) => module.BoundSwitch));

/** More rows than these are written when nothing moves. */
const FEW_STEPS = 12;

const scales = { log: text.log, linear: text.linear };

interface Props {
  readonly chart: Chart;
  /** Whether the table below the chart is open. */
  readonly hasTable: boolean;
  readonly onTable: (isOpen: boolean) => void;
}

/** What stands at the left of the chart: its name, the trend in words, the choice of scale and of the error. */
export const ChartLabel = ({ chart, hasTable, onTable }: Props) => {
  const { plan } = chart.run;
  const reached = useUnrolled((state) => Math.max(chart.first, reachedStep(plan, state.playhead)));
  const scale = useUnrolled((state) => state.chartScale);
  return (
    <>
      <h2>
        {text.title}{' '}
        <span className="chart-norm">
          ‖
          <span className="chart-symbol">
            <Written cell="d:S_t" />
          </span>
          ‖
        </span>
      </h2>
      {chart.memory && <MemoryLegend chart={chart} />}
      <div className="chart-trend">
        <Trend chart={chart} reached={reached} hasTable={hasTable} onTable={onTable} />
      </div>
      {plan.shape.errorAt.length > 1 && <ErrorChoice plan={plan} charted={chart.run.charted} />}
      <Choice name={text.scale} choices={scales} value={scale} onChange={setChartScale} />
      {plan.shape.cell === 'rnn' && (
        <BoundSwitch chart={chart} fallback={<div className="chart-bound-room" />} />
      )}
      {!hasTable && (
        <AtRest isPatient={chart.steps.length > FEW_STEPS}>
          <GradientTable chart={chart} reached={reached} />
        </AtRest>
      )}
    </>
  );
};

/** The trend in words; its second line opens the table. */
const Trend = ({ chart, reached, hasTable, onTable }: Props & { readonly reached: number }) => {
  const { flows, free, origin, isClipped } = chart;
  if (reached >= origin) return null;
  const factor = factorPerStep(flows, origin, reached);
  const trend = trendOf(factor, flows[reached]);
  if (trend === 'unknown') return null;
  const words = {
    shrinks: text.shrinks(formatNumber(factor, 2)),
    grows: text.grows(formatNumber(factor, 2)),
    keeps: isHeld(chart, reached) ? text.held : text.keeps,
    vanished: text.vanished,
    overflowed: text.overflowed,
    notANumber: text.notANumber,
  }[trend];
  const isFactor = trend === 'shrinks' || trend === 'grows' || trend === 'keeps';
  const freeFactor = factorPerStep(free, origin, reached);
  const isUnclipped = isClipped && freeFactor !== factor && !Number.isNaN(freeFactor);
  const left = flows[reached] / flows[origin];
  const exactly = text.leftOf(`‖${label(grad(at('S', origin)))}‖`, formatFull(left));
  return (
    <>
      <p
        className="chart-note"
        // Where nothing set out there is no factor.
        title={
          flows[origin] === 0
            ? undefined
            : text.perStepTitle(String(origin), String(reached), formatFull(factor))
        }
      >
        <b>{words}</b>{' '}
        {trend !== 'keeps' && isFactor && (reached > chart.first ? text.perStepSoFar : text.perStep)}
      </p>
      <button
        type="button"
        className="chart-opener foot-table-opener"
        aria-expanded={hasTable}
        title={isUnclipped ? text.unclippedTitle(formatFull(freeFactor)) : isFactor ? exactly : undefined}
        onClick={() => onTable(!hasTable)}
      >
        {isUnclipped && text.unclipped(formatNumber(freeFactor, 2))}
        {!isUnclipped && isFactor && leftOf(left)}
        <span className={isUnclipped || isFactor ? 'visually-hidden' : undefined}> {text.opensTable}</span>
      </button>
    </>
  );
};

/** What has come of a norm: a share of it, or many times as much. */
const leftOf = (ratio: number): string =>
  ratio < 2 ? text.left(formatPercent(ratio)) : text.times(formatNumber(ratio, 2));

/** Whether a gradient keeps its size only because clipping cut it at every step so far. */
const isHeld = ({ came, flows, origin, isClipped }: Chart, reached: number): boolean =>
  isClipped && Array.from(came.subarray(reached, origin + 1)).every((norm, i) => norm > flows[reached + i]);

/** As many errors as a list is looked through for. */
const MOST_OFFERED = 60;

/** One error's gradient is not the one that the network shows: that is of all errors. */
export const ErrorChoice = memo(({ plan, charted }: Pick<Chart['run'], 'plan' | 'charted'>) => {
  const id = useId();
  const { errorAt, isMean } = plan.shape;
  const { first, last } = useColumns();
  // Of a long sequence those in sight, and those that are chosen now or usually.
  const isOffered = (t: number) =>
    errorAt.length <= MOST_OFFERED || (t >= first && t <= last) || t === charted || t === errorAt.at(-1);
  const whole = (isMean ? text.meanOfErrors : text.sumOfErrors)(label('E'));
  return (
    <div className="chart-of">
      <label htmlFor={id}>
        <span className="visually-hidden">{text.title}</span> {text.of}
      </label>
      <select
        id={id}
        value={String(charted)}
        title={charted === 'sum' ? undefined : text.ofOneAlone(label(at('E', charted)), whole)}
        onChange={({ target }) => setChartOf(target.value === 'sum' ? 'sum' : Number(target.value))}
      >
        {errorAt
          .filter(isOffered)
          .reverse()
          .map((t) => (
            <option key={t} value={t}>
              {text.alone(label(at('E', t)))}
            </option>
          ))}
        <option value="sum">{whole}</option>
      </select>
    </div>
  );
});
