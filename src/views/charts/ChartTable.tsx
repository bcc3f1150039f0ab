import { doneTimes, grad } from '../../engine';
import { messages } from '../../messages';
import { copyNumber, formatNumber, label } from '../../notation';
import { useUnrolled } from '../../store';
import { CopyButton } from '../inspector/CopyButton';
import { boundsOf } from './bounds';
import { reachedStep } from './decay';
import { isMemoryReached } from './memory';
import type { Chart } from './useChart';

const text = messages.chart;

interface Column {
  readonly name: string;
  /** Undefined where it is not known yet. */
  readonly of: (t: number) => number | undefined;
}

/** What the chart draws of the steps in sight, in numbers to be copied, latest first: each norm, and what bounds it. */
export const ChartTable = ({ chart }: { readonly chart: Chart }) => {
  const { origin, run, steps } = chart;
  const reached = useUnrolled((state) => Math.max(chart.first, reachedStep(run.plan, state.playhead)));
  const playhead = useUnrolled((state) => state.playhead);
  const columns = columnsOf(chart, playhead);
  const rows = steps
    .filter((t) => t >= reached && t <= origin)
    .reverse()
    .map((t) => ({ t, numbers: columns.map(({ of }) => of(t)) }));
  const name = text.table(label(run.chart.plan.error));
  if (rows.length === 0) return <p className="chart-note">{text.noTable}</p>;
  const copied = () =>
    [
      [text.step, ...columns.map((column) => column.name)].join('\t'),
      ...rows.map(({ t, numbers }) =>
        [t, ...numbers.map((value) => (value === undefined ? '' : copyNumber(value)))].join('\t'),
      ),
    ].join('\n');
  return (
    <>
      <section
        className="foot-table-scroll"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={name}
      >
        <table className="foot-table">
          <caption className="visually-hidden">{name}</caption>
          <thead>
            <tr>
              <th scope="col">{text.step}</th>
              {columns.map((column) => (
                <th key={column.name} scope="col">
                  {column.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ t, numbers }) => (
              <tr key={t}>
                <th scope="row">{t}</th>
                {numbers.map((value, k) => (
                  <td key={columns[k].name}>{value === undefined ? '' : shown(value)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <CopyButton label={text.copyTable} text={copied} />
    </>
  );
};

/** What is cut to θ misses it by rounding alone: 12 digits are more than are shown. */
const shown = (value: number): string => formatNumber(Number(value.toPrecision(12)));

function columnsOf(chart: Chart, playhead: number): readonly Column[] {
  const { came, flows, free, isClipped, memory, run, origin } = chart;
  const bound = boundsOf(chart);
  const done = memory && doneTimes(run.plan, grad('C'));
  const isKnown = (t: number) =>
    done !== undefined && done[t] <= playhead && isMemoryReached(run.chart.plan, t);
  return [
    { name: isClipped ? text.cameIn : text.norm, of: (t) => came[t] },
    ...(isClipped
      ? [
          { name: text.flowsOn, of: (t: number) => flows[t] },
          { name: text.withoutClipping, of: (t: number) => free[t] },
        ]
      : []),
    ...(memory
      ? [{ name: text.normOf(label('C')), of: (t: number) => (isKnown(t) ? memory[t] : undefined) }]
      : []),
    ...(Number.isFinite(bound(origin)) ? [{ name: text.bound, of: bound }] : []),
  ];
}
