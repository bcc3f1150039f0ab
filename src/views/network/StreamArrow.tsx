import { type CSSProperties, memo } from 'react';
import { gain, norm, numbersIn as numbersOf } from '../../engine';
import { gradientShare, palette } from '../../layout/colour';
import { arrowPath, type Stream } from '../../layout/streams';
import { messages } from '../../messages';
import { formatNumber, formatPercent, label } from '../../notation';
import { useCell, useRun, useTheme } from '../../store';
import { point } from '../../store/actions';
import { useRenderCount } from './renders';
import { useRole } from './use-role';

const THINNEST = 2;

/** Width of a stream, in px: by the norm's place on the log scale; what is not a number is as thin as can be. */
export const streamWidth = (share: number, thickest: number): number =>
  THINNEST + (Number.isNaN(share) ? 0 : share) * (thickest - THINNEST);

/**
 * The gradient on its way back, as wide and dark as its norm. Between two states it says what is left of it; where it
 * was clipped on leaving, a pale outline shows how wide it came in.
 */
export const StreamArrow = memo(function StreamArrow({ stream }: { stream: Stream }) {
  useRenderCount(stream.cell);
  const { cell, line, thickest, leaves, share, clip } = stream;
  const { trace, gradientDomain, plan } = useRun();
  const colours = palette(useTheme());
  const arrived = useCell(cell);
  const role = useRole([cell]);
  if (!arrived) return null;
  const size = norm(arrived);
  const width = streamWidth(gradientShare(size, gradientDomain), thickest);
  const left = leaves === undefined ? Number.NaN : gain(trace, leaves);
  // What arrives was clipped before it left, so by now both are known: no need to wait for them.
  const before = clip && numbersOf(trace, clip.before);
  const after = clip && numbersOf(trace, clip.after);
  const cut = before && after && norm(before) > norm(after) ? before : undefined;
  const [x1, y1, x2, y2] = line;
  const travel = { '--dx': `${x2 - x1}px`, '--dy': `${y2 - y1}px` } as CSSProperties;
  return (
    <g
      className={`network-stream is-${role}`}
      onPointerEnter={() => point(cell)}
      onPointerLeave={() => point(null)}
    >
      <title>
        {[
          messages.network.norm(label(cell, plan), formatNumber(size)),
          ...(Number.isNaN(left) ? [] : [messages.network.gain(stream.from, stream.to, formatPercent(left))]),
          ...(cut && after
            ? [messages.network.clippedOnTheWay(formatNumber(norm(cut)), formatNumber(norm(after)))]
            : []),
        ].join(' · ')}
      </title>
      {cut && (
        <path
          className="network-stream-before"
          d={arrowPath(line, streamWidth(gradientShare(norm(cut), gradientDomain), thickest) + 5)}
        />
      )}
      <path
        className="network-stream-body"
        d={arrowPath(line, width)}
        fill={colours.gradient(size, gradientDomain)}
      />
      {role === 'writes' && (
        <circle className="network-pulse" cx={x1} cy={y1} r={Math.max(2, width * 0.32)} style={travel} />
      )}
      {share && !Number.isNaN(left) && (
        <text className="network-share" x={share.x} y={share.y} fontSize={share.type}>
          {formatPercent(left)}
        </text>
      )}
    </g>
  );
});
