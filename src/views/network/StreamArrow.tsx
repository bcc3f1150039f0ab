import { type CSSProperties, memo } from 'react';
import { gain, laneOf } from '../../engine';
import { gradientShare, palette } from '../../layout/colour';
import { arrowPath, bandPath, type Stream, wedgePath } from '../../layout/streams';
import { messages } from '../../messages';
import { formatFull, formatPercent, label } from '../../notation';
import { useCell, useRun, useTheme } from '../../store';
import { fitPercent } from './fit-number';
import { pointing } from './pointing';
import { useRenderCount } from './renders';
import { arrivingIn, sizeIn, streamWidth } from './stream-sizes';
import { useRole } from './use-role';

/**
 * The gradient on its way back. Between two states it begins as wide as what leaves the one and ends as wide as what
 * arrives at the other, so that a stream that vanishes runs dry and one that is clipped comes in wide and goes on
 * narrow; it says what is left. Behind a clipped one, pale, what would have come without clipping.
 */
export const StreamArrow = memo(function StreamArrow({ stream }: { stream: Stream }) {
  useRenderCount(stream.cell);
  const { cell, line, thickest, leaves, leaving, share, clip, isBand } = stream;
  const { trace, unclipped, gradientDomain, plan } = useRun();
  const colours = palette(useTheme());
  const arrived = useCell(cell);
  const role = useRole([cell]);
  if (!arrived) return null;
  const size = arrivingIn(trace, stream);
  const left = leaves === undefined ? Number.NaN : gain(trace, leaves, laneOf(stream.to));
  // What arrives was clipped before it left, so by now both are known: no need to wait for them.
  const [before, after] = [sizeIn(trace, clip?.before), sizeIn(trace, clip?.after)];
  const widthOf = (one: number) => streamWidth(gradientShare(one, gradientDomain), thickest);
  const tail = leaving === undefined ? size : sizeIn(trace, leaving);
  // Without clipping nothing ends in δ̃: what leaves is δ itself.
  const free = trace === unclipped ? Number.NaN : arrivingIn(unclipped, stream);
  const [x1, y1, x2, y2] = line;
  const travel = { '--dx': `${x2 - x1}px`, '--dy': `${y2 - y1}px` } as CSSProperties;
  return (
    <g className={`network-stream is-${role}`} {...pointing(cell)}>
      <title>
        {[
          messages.network.norm(label(cell, plan), formatFull(size)),
          ...(Number.isNaN(left)
            ? []
            : [
                messages.network.gain(
                  label(leaving ?? stream.from, plan),
                  label(stream.to, plan),
                  formatPercent(left),
                  formatFull(left),
                ),
              ]),
          ...(before > after
            ? [messages.network.clippedOnTheWay(formatFull(before), formatFull(after))]
            : []),
          ...(free > size ? [messages.network.unclipped(formatFull(free))] : []),
        ].join(' · ')}
      </title>
      {free > size && (
        <path
          className="network-stream-free"
          d={wedgePath(line, widthOf(free), widthOf(clip ? sizeIn(unclipped, clip.before) : free))}
        />
      )}
      <path
        className={isBand ? 'network-stream-body is-band' : 'network-stream-body'}
        d={(isBand ? bandPath : arrowPath)(line, widthOf(size), widthOf(tail))}
        fill={colours.gradient(size, gradientDomain)}
      />
      {before > after && line[1] === line[3] && !isBand && (
        <path
          className="network-valve"
          d={`M${line[0] - 1},${line[1] - 9}h8l-4,8ZM${line[0] - 1},${line[1] + 9}h8l-4,-8Z`}
        />
      )}
      {role === 'writes' && (
        <circle
          className="network-pulse"
          cx={x1}
          cy={y1}
          r={Math.max(2, widthOf(size) * 0.32)}
          style={travel}
        />
      )}
      {share && !Number.isNaN(left) && (
        <text className="network-share" x={share.x} y={share.y} fontSize={share.type}>
          {fitPercent(left, share.room, share.type)}
        </text>
      )}
    </g>
  );
});
