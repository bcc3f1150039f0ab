import { doneTimes, grad } from '../../engine';
import { gradientShare, palette } from '../../layout/colour';
import { messages } from '../../messages';
import { formatNumber, label } from '../../notation';
import { focusIn, useTheme, useUnrolled } from '../../store';
import { useColumns } from '../score/columns-context';
import { textOf } from './ChartPoint';
import { isMemoryReached, useIsMemoryKnown } from './memory';
import type { Chart } from './useChart';

const text = messages.chart;

/** What the two lines of an LSTM stand for, each with its own mark; and the second in numbers, for those who don't see it. */
export const MemoryLegend = ({ chart }: { chart: Chart }) => {
  const { memory, origin, run, isClipped } = chart;
  const playhead = useUnrolled((state) => state.playhead);
  const { steps } = useColumns();
  if (!memory) return null;
  const done = doneTimes(run.plan, grad('C'));
  const known = steps
    .filter((t) => t <= origin && done[t] <= playhead && isMemoryReached(run.chart.plan, t))
    .reverse();
  return (
    <>
      <p className="chart-note chart-lines">
        <svg width="26" height="10" aria-hidden="true">
          <line x1="0" x2="26" y1="5" y2="5" />
          <circle cx="13" cy="5" r="4" />
        </svg>{' '}
        {label('S')}{' '}
        <span>
          <svg width="26" height="10" aria-hidden="true">
            <line x1="0" x2="26" y1="5" y2="5" strokeDasharray="4 3" />
            <path d="M13,0l5,5l-5,5l-5,-5Z" />
          </svg>{' '}
          {label('C')}
        </span>
      </p>
      {isClipped && <p className="chart-note">{text.notClipped}</p>}
      {known.length > 0 && (
        <table className="visually-hidden">
          <caption>{text.tableC}</caption>
          <tbody>
            {known.map((t) => (
              <tr key={t}>
                <th scope="row">{t}</th>
                <td>{formatNumber(memory[t])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
};

/** ‖∂E/∂C_t‖ at each step, dashed, its points diamonds. */
export const MemoryLine = ({ chart, steps }: { chart: Chart; steps: readonly number[] }) =>
  steps.map((t) => <MemoryPoint key={t} chart={chart} t={t} />);

const MemoryPoint = ({ chart, t }: { chart: Chart; t: number }) => {
  const { x, width } = useColumns();
  const colours = palette(useTheme());
  const isKnown = useIsMemoryKnown(chart.run.plan, t);
  const isFocus = useUnrolled((state) => {
    const op = focusIn(state);
    return op?.pass === 'backward' && op.t === t;
  });
  const { memory, scale, origin, run, flows } = chart;
  if (!memory || !isKnown || Number.isNaN(memory[t])) return null;
  const [norm, later] = [memory[t], memory[t + 1]];
  const y = scale.y(norm);
  const colour = colours.gradient(norm, run.gradientDomain);
  const share = gradientShare(norm, run.gradientDomain) || 0;
  const r = Math.min(4.5 + 2.5 * share + (isFocus ? 1.5 : 0), width / 2);
  const isAbove = y < scale.y(flows[t]);
  return (
    <g className={isFocus ? 'chart-step chart-focus' : 'chart-step'}>
      {t < origin && later > 0 && (
        <line
          x1={x(t)}
          x2={x(t + 1)}
          y1={y}
          y2={scale.y(later)}
          stroke={colour}
          strokeWidth={1.25 + 1.25 * share}
          strokeDasharray="5 4"
        />
      )}
      <path
        className={scale.place(norm) === 'inside' ? 'chart-point' : 'chart-point chart-pinned'}
        d={`M${x(t)},${y - r}l${r},${r}l${-r},${r}l${-r},${-r}Z`}
        fill={colour}
      />
      {isFocus && (
        <text x={x(t)} y={isAbove ? y - 11 : y + 19}>
          {textOf(norm, scale)}
        </text>
      )}
    </g>
  );
};
