import { messages } from '../../messages';
import { compare as text } from '../../messages/compare';
import { formatNumber, label } from '../../notation';
import { setChartScale, useUnrolled } from '../../store';
import { ErrorChoice } from '../charts/ChartLabel';
import { Choice } from '../charts/Choice';
import { factorPerStep, trendOf } from '../charts/decay';
import { Written } from '../charts/Written';
import { type Line, type Lines, useReached } from './lines';
import { Mark } from './Mark';

interface Props {
  readonly chart: Lines;
  readonly hasForget: boolean;
  readonly onForget: (has: boolean) => void;
}

/** What stands at the left of the chart: a key to its lines with the trend of each, and what can be chosen. */
export const ChartLabel = ({ chart, hasForget, onForget }: Props) => {
  const { lines } = chart;
  const scale = useUnrolled((state) => state.chartScale);
  const { run } = lines.reduce((most, line) => (errorsOf(line) > errorsOf(most) ? line : most));
  const pairs = lines.filter(({ forget }) => forget).map(({ index }) => text.letters[index]);
  return (
    <>
      <h2>
        {messages.chart.title} ‖
        <span className="chart-symbol">
          <Written cell="d:S_t" />
        </span>
        ‖
      </h2>
      <Key chart={chart} />
      {pairs.length > 0 && (
        <>
          <p className="compare-key-note" title={text.pairTitle(label('S'), label('C'))}>
            {text.pair(pairs, [label('S'), label('C')])}
          </p>
          <label className="compare-forget-switch" title={text.forgetTitle(label('C'))}>
            <input type="checkbox" checked={hasForget} onChange={({ target }) => onForget(target.checked)} />
            <span>{text.forget}</span>
          </label>
          <p className="compare-key-note">{text.forgetNote}</p>
        </>
      )}
      {run.plan.shape.errorAt.length > 1 && <ErrorChoice plan={run.plan} charted={run.charted} />}
      <Choice
        name={messages.chart.scale}
        choices={{ log: messages.chart.log, linear: messages.chart.linear }}
        value={scale}
        onChange={setChartScale}
      />
    </>
  );
};

const errorsOf = ({ run }: Line): number => run.plan.shape.errorAt.length;

/** The lines with their marks and, once there is one, their factor per step so far. */
const Key = ({ chart: { lines, names, place } }: { chart: Lines }) => {
  const reached = useReached(lines);
  return (
    <ul className="compare-key">
      {lines.map((line, i) => (
        <li key={line.index} className={line.index === place ? 'is-chosen' : ''}>
          <Mark index={line.index} />
          <span
            title={text.factorTitle(
              text.name(text.letters[line.index], names[i]),
              line.origin,
              Math.min(reached[i], line.origin),
            )}
          >
            {trendIn(line, reached[i])}
          </span>
        </li>
      ))}
    </ul>
  );
};

/** The letter of a line, with its factor per step, or with what has become of it. */
function trendIn({ index, flows, origin }: Line, reached: number): string {
  const letter = text.letters[index];
  if (reached >= origin) return letter;
  const factor = factorPerStep(flows, origin, reached);
  const trend = trendOf(factor, flows[reached]);
  switch (trend) {
    case 'unknown':
      return letter;
    case 'vanished':
    case 'overflowed':
    case 'notANumber':
      return `${letter} ${messages.chart[trend]}`;
    default:
      return text.factor(letter, formatNumber(factor, 2));
  }
}
