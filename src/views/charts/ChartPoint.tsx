import { at, clipped, doneAt, grad } from '../../engine';
import { gradientShare, palette } from '../../layout/colour';
import { messages } from '../../messages';
import { formatFull, formatNumber } from '../../notation';
import { useTheme, useUnrolled } from '../../store';
import { useColumns } from '../score/columns-context';
import { isReached } from './decay';
import { type Labels, NARROW, useLabelled } from './labelled';
import { type Place, placeOf } from './number-place';
import { height } from './places';
import { type ChartScale, decade } from './scale';
import type { Chart } from './useChart';

interface Props {
  readonly t: number;
  readonly chart: Chart;
}

/** Whether δ_t has come in at the playhead, and whether it has flown on: after its clipping, where it is clipped. */
function useKnown({ t, chart: { run, isClipped } }: Props): { hasCome: boolean; hasFlown: boolean } {
  const came = doneAt(run.plan, grad(at('S', t)));
  const flown = isClipped ? doneAt(run.plan, clipped(at('S', t))) : came;
  const hasCome = useUnrolled((state) => state.playhead >= came);
  const hasFlown = useUnrolled((state) => state.playhead >= flown);
  return { hasCome, hasFlown };
}

/** ‖δ_t‖ at one step, with the line to the step after it. Nothing before δ_t is known. */
export const ChartPoint = (props: Omit<KnownProps, 'hasFlown'>) => {
  const { hasCome, hasFlown } = useKnown(props);
  return hasCome ? <KnownPoint {...props} hasFlown={hasFlown} /> : null;
};

/** The column of a known point: pointing at it shows every digit. */
export const ChartHover = (props: Props) => {
  const { x, width } = useColumns();
  const { hasCome, hasFlown } = useKnown(props);
  if (!hasCome) return null;
  const { t, chart } = props;
  const { came, flows } = chart;
  const isCut = hasFlown && flows[t] !== came[t];
  return (
    <rect className="chart-hover" x={x(t) - width / 2} y={8} width={width} height={height - 16}>
      <title>
        {isCut
          ? messages.chart.pointClipped(String(t), formatFull(came[t]), formatFull(flows[t]))
          : messages.chart.point(String(t), formatFull(came[t]))}
      </title>
    </rect>
  );
};

interface KnownProps extends Props {
  /** The numbers of all points. */
  readonly labels: Labels;
  readonly hasFlown: boolean;
}

const KnownPoint = ({ t, chart, labels, hasFlown }: KnownProps) => {
  const { x, width } = useColumns();
  const colours = palette(useTheme());
  const [isFocus] = useLabelled(t, labels);
  const { came, flows, free, scale, origin, isClipped, run } = chart;
  const colour = (norm: number) => colours.gradient(norm, run.gradientDomain);
  const share = (norm: number) => gradientShare(norm, run.gradientDomain) || 0;
  const [from, to] = [x(t), x(t + 1)];
  const hasNext = t < origin && isReached(run.chart.plan, t + 1);
  const norm = hasFlown ? flows[t] : came[t];
  const isCut = hasFlown && flows[t] !== came[t];
  const isPinned = scale.place(norm) !== 'inside';
  const y = scale.y(norm);
  return (
    <g className={isFocus ? 'chart-step chart-focus' : 'chart-step'}>
      {isClipped && (
        <g className="chart-free">
          {hasNext && <line x1={from} y1={scale.y(free[t])} x2={to} y2={scale.y(free[t + 1])} />}
          <circle cx={from} cy={scale.y(free[t])} r={2} />
        </g>
      )}
      {hasFlown && hasNext && !(isPinned && scale.place(flows[t + 1]) !== 'inside') && (
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
          className={isPinned ? 'chart-point chart-pinned' : 'chart-point'}
          cx={from}
          cy={y}
          r={Math.min(4 + 3 * share(norm) + (isFocus ? 1.5 : 0), width / 2)}
          fill={colour(norm)}
        />
      )}
    </g>
  );
};

/** The number at a point that is known, and, cut, the number of what came in; drawn last, so that no point covers it. */
export const ChartNumber = (props: Omit<KnownProps, 'hasFlown'>) => {
  const { hasCome, hasFlown } = useKnown(props);
  return hasCome ? <KnownNumber {...props} hasFlown={hasFlown} /> : null;
};

const KnownNumber = ({ t, chart, labels, hasFlown }: KnownProps) => {
  const { x, width } = useColumns();
  const [isFocus, hasText] = useLabelled(t, labels);
  const { came, flows, scale, memory } = chart;
  const norm = hasFlown ? flows[t] : came[t];
  const isCut = hasFlown && flows[t] !== came[t];
  const y = scale.y(norm);
  // Where it has room above or below, it stands where nothing else is: what came in, or the line of C.
  const isBelow = isCut || (memory !== undefined && scale.y(memory[t]) < y);
  const { dx, dy, textAnchor }: Place =
    width < NARROW
      ? placeOf(t, labels.sizes[t], chart, { width })
      : { dx: 0, dy: isBelow ? 19 : -11, textAnchor: 'middle' };
  return (
    <g className={isFocus ? 'chart-step chart-focus' : 'chart-step'}>
      {hasText && (
        <text x={x(t) + dx} y={y + dy} textAnchor={textAnchor}>
          {norm === flows[t] ? labels.texts[t] : textOf(norm, scale)}
        </text>
      )}
      {isCut && isFocus && (
        <text className="chart-came-text" x={x(t)} y={scale.y(came[t]) - 6}>
          {textOf(came[t], scale)}
        </text>
      )}
    </g>
  );
};

/** The number at a point; what has left the scale at its lower end is named by that end. */
export function textOf(norm: number, scale: ChartScale, digits = 3): string {
  if (norm > 0 && scale.place(norm) === 'below') return messages.chart.below(decade(scale.min));
  // Clipping misses the threshold by rounding alone: 12 digits are more than are shown.
  return formatNumber(Number(norm.toPrecision(12)), digits);
}
