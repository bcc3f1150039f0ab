import { gradientShare, palette } from '../../layout/colour';
import { useTheme } from '../../store';
import { isReached } from '../charts/decay';
import type { ChartScale } from '../charts/scale';
import { useColumns } from '../score/columns-context';
import { type Line, useKnown } from './lines';
import { dashes, pointPath } from './Mark';

interface Props {
  readonly line: Line;
  readonly t: number;
  readonly scale: ChartScale;
  readonly isChosen: boolean;
}

/** What reaches one step, with the line to the step after it. Nothing before it is known. */
export const LinePoint = (props: Props) => {
  const { line, t } = props;
  const [hasCome, hasFlown] = useKnown(line, t);
  return hasCome && <KnownPoint {...props} hasFlown={hasFlown} />;
};

const KnownPoint = ({ line, t, scale, isChosen, hasFlown }: Props & { hasFlown: boolean }) => {
  const { x, width } = useColumns();
  const colours = palette(useTheme());
  const { came, flows, run, index, origin, isClipped } = line;
  const norm = hasFlown ? flows[t] : came[t];
  const colour = colours.gradient(norm, run.gradientDomain);
  const share = gradientShare(norm, run.gradientDomain) || 0;
  const hasNext = t < origin && isReached(run.chart.plan, t + 1);
  const isPinned = scale.place(norm) !== 'inside';
  const isCut = isClipped && (!hasFlown || flows[t] !== came[t]);
  const y = scale.y(norm);
  const [from, to] = [x(t), x(t + 1)];
  return (
    <g className={isChosen ? 'compare-point is-chosen' : 'compare-point'}>
      {hasFlown && hasNext && !(isPinned && scale.place(flows[t + 1]) !== 'inside') && (
        <line
          x1={from}
          y1={y}
          x2={to}
          y2={scale.y(flows[t + 1])}
          stroke={colour}
          strokeWidth={1.5 + 1.25 * share}
          strokeDasharray={dashes[index]}
        />
      )}
      {isCut && (
        <g className="chart-came">
          <line
            className="chart-tick"
            x1={from - 5}
            x2={from + 5}
            y1={scale.y(came[t])}
            y2={scale.y(came[t])}
          />
        </g>
      )}
      {(hasFlown || !isClipped) && (
        <path
          className={isPinned ? 'chart-point chart-pinned' : 'chart-point'}
          d={pointPath(index, from, y, Math.min(3.5 + 2 * share, width / 2))}
          fill={colour}
        />
      )}
    </g>
  );
};
