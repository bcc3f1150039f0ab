import { Fragment, useMemo, useState } from 'react';
import { messages } from '../../messages';
import { compare as text } from '../../messages/compare';
import { formatFull } from '../../notation';
import { type State, useUnrolled } from '../../store';
import { useColumns } from '../score/columns-context';
import { useExcerptClip } from '../score/excerpt-clip';
import { ScoreRow } from '../score/ScoreRow';
import { ChartLabel } from './ChartLabel';
import { EndLabels } from './EndLabels';
import { LinePoint } from './LinePoint';
import { height, type Line, type Lines, reachedIn, useKnown, useLines } from './lines';
import { views } from './scopes';

/** How far each gradient reaches back: one line for each of those that are compared, on one scale. */
export const CompareChart = () => {
  const chart = useLines();
  const { lines, place } = chart;
  const [hasForget, setForget] = useState(true);
  const inSight = useExcerptClip(height);
  // The chosen one is drawn last, on top.
  const order = useMemo(
    () => [...lines].sort((a, b) => Number(a.index === place) - Number(b.index === place)),
    [lines, place],
  );
  return (
    <ScoreRow
      region={messages.chart.region}
      height={height}
      label={<ChartLabel chart={chart} hasForget={hasForget} onForget={setForget} />}
    >
      {inSight.path}
      <Axis chart={chart} />
      <Hovers lines={lines} />
      <Thresholds chart={chart} />
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group takes no focus; the table says the same */}
      <g className="chart-points" aria-hidden="true" {...inSight.clip}>
        <Free lines={lines} chart={chart} />
        {hasForget &&
          lines.map((line) => line.forget && <Forget key={line.index} line={line} chart={chart} />)}
        {order.map((line) =>
          line.steps.map((t) => (
            <LinePoint
              key={`${line.index} ${t}`}
              line={line}
              t={t}
              scale={chart.scale}
              isChosen={line.index === place}
            />
          )),
        )}
      </g>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: likewise */}
      <g className="chart-points" aria-hidden="true">
        <EndLabels chart={chart} hasForget={hasForget} />
      </g>
    </ScoreRow>
  );
};

const Axis = ({ chart: { scale } }: { chart: Lines }) => {
  const { left, right } = useColumns();
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group takes no focus; the numbers say what the axis says
    <g className="chart-axis" aria-hidden="true">
      {scale.ticks.map(({ value, y, text: name }) => (
        <g key={value} transform={`translate(0 ${y})`}>
          <line x1={left} x2={right} />
          <text x={right + 8} dy="0.35em">
            {name}
          </text>
        </g>
      ))}
    </g>
  );
};

/** The columns: pointing at one shows every digit of all that is known of it. */
const Hovers = ({ lines }: { lines: readonly Line[] }) => {
  const { steps } = useColumns();
  return steps.map((t) => <Hover key={t} t={t} lines={lines} />);
};

const Hover = ({ t, lines }: { t: number; lines: readonly Line[] }) => {
  const { x, width } = useColumns();
  const said = useUnrolled((state) => saidOf(state, lines, t).join('\n'));
  if (said === '') return null;
  return (
    <rect className="chart-hover" x={x(t) - width / 2} y={8} width={width} height={height - 16}>
      <title>{`${text.step(t)}\n${said}`}</title>
    </rect>
  );
};

/** What is known of a step, a text for each line. */
const saidOf = (state: State, lines: readonly Line[], t: number): string[] =>
  lines.flatMap(({ index, cameAt, flownAt, came, flows }) => {
    const { playhead } = views[index](state);
    if (playhead < cameAt[t] || Number.isNaN(came[t])) return [];
    const letter = text.letters[index];
    return playhead >= flownAt[t] && flows[t] !== came[t]
      ? text.pointClipped(letter, formatFull(came[t]), formatFull(flows[t]))
      : text.point(letter, formatFull(came[t]));
  });

/** Every threshold as a line across, once for all that have it. */
const Thresholds = ({ chart: { lines, scale } }: { chart: Lines }) => {
  const { left, right } = useColumns();
  const clipped = lines.filter(({ isClipped }) => isClipped);
  const thresholds = [...new Set(clipped.map(({ threshold }) => threshold))];
  return thresholds.map((threshold) => {
    const letters = clipped
      .filter((line) => line.threshold === threshold)
      .map(({ index }) => text.letters[index]);
    const y = scale.y(threshold);
    return (
      <g key={threshold} className="compare-threshold">
        <line x1={left} x2={right + 4} y1={y} y2={y} />
        <rect x={right + 4} y={y - 9} width={20 + 14 * letters.length + 14} height={18} rx={9} />
        <text x={right + 4 + (20 + 14 * letters.length + 14) / 2} y={y} dy="0.35em">
          {text.clipAbove(letters)}
        </text>
      </g>
    );
  });
};

/** The same without clipping, pale: once for all whose gradient it would be. */
const Free = ({ lines, chart }: { lines: readonly Line[]; chart: Lines }) => {
  const clipped = lines.filter(({ isClipped }) => isClipped);
  const different = clipped.filter(
    ({ free }, i) =>
      !clipped.slice(0, i).some((other) => other.free.every((norm, t) => Object.is(norm, free[t]))),
  );
  return different.map((line) => (
    <Fragment key={line.index}>
      {line.steps.map((t) => (
        <FreePoint key={t} line={line} t={t} chart={chart} />
      ))}
    </Fragment>
  ));
};

const FreePoint = ({ line, t, chart: { scale } }: { line: Line; t: number; chart: Lines }) => {
  const { x } = useColumns();
  const [hasCome] = useKnown(line, t);
  const { free, origin } = line;
  if (!hasCome) return null;
  return (
    <g className="chart-free">
      {t < origin && <line x1={x(t)} y1={scale.y(free[t])} x2={x(t + 1)} y2={scale.y(free[t + 1])} />}
      <circle cx={x(t)} cy={scale.y(free[t])} r={2} />
    </g>
  );
};

/** What comes along C alone. */
const Forget = ({ line, chart: { scale } }: { line: Line; chart: Lines }) => {
  const { x } = useColumns();
  const { forget } = line;
  const reached = useUnrolled((state) => reachedIn(state, line));
  if (!forget) return null;
  const steps = line.steps.filter((t) => t >= reached && !Number.isNaN(forget[t]));
  if (steps.length < 2) return null;
  const points = steps.map((t) => `${x(t)},${scale.y(forget[t])}`);
  return <polyline className="compare-forget" points={points.join(' ')} />;
};
