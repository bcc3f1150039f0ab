import { memo } from 'react';
import { at, grad, norm, numbersIn, waysBack } from '../../engine';
import { carriedGain, carriedGradient, receivedAt } from '../../engine/carried';
import type { Plan, Trace } from '../../engine/types';
import { gradientShare, palette } from '../../layout/colour';
import type { Carried } from '../../layout/stave';
import { arrowPath, bandPath, wedgePath } from '../../layout/streams';
import { compare as text } from '../../messages/compare';
import { formatNumber, formatPercent, label } from '../../notation';
import { useRun, useTheme, useUnrolled } from '../../store';
import { fitPercent } from '../network/fit-number';
import { useRenderCount } from '../network/renders';
import { streamWidth } from '../network/stream-sizes';
import { useRole } from '../network/use-role';

/** The size of what leaves step t, and of what arrives at the step before. */
const sizesOf = (trace: Trace, t: number) => {
  const sent = carriedGradient(trace, t);
  const gain = carriedGain(trace, t);
  const leaving = sent ? norm(sent) : Number.NaN;
  // What left as 0 arrives as 0, and has no gain.
  return { leaving, arriving: leaving === 0 ? 0 : leaving * gain, gain };
};

/** What is carried, by name: δ_t, or the gradients of S_t and of C_t. */
const nameOf = (plan: Plan, t: number): string =>
  plan.program.states.map((lane) => label(grad(at(lane, t)), plan)).join(', ');

/** All that flows back from a step to the one before, as wide as it leaves and as wide as it arrives. */
export const StaveStream = memo(function StaveStream({ carried }: { carried: Carried }) {
  const { t, line, thickest, isBand, share } = carried;
  useRenderCount(`from ${t}`);
  const { plan, trace, unclipped, gradientDomain } = useRun();
  const colours = palette(useTheme());
  const known = receivedAt(plan, t);
  const isKnown = useUnrolled((state) => state.playhead >= known);
  const role = useRole(plan.program.states.flatMap((lane) => waysBack(plan, at(lane, t - 1), t)));
  if (!isKnown) return null;
  const { leaving, arriving, gain } = sizesOf(trace, t);
  const free = trace === unclipped ? undefined : sizesOf(unclipped, t);
  const isFreer = free !== undefined && free.arriving > arriving;
  const widthOf = (size: number) => streamWidth(gradientShare(size, gradientDomain), thickest);
  const before = numbersIn(trace, grad(at('S', t)));
  const isCut = free !== undefined && before !== undefined && norm(before) > clippedSize(trace, t);
  const [x, y] = line;
  return (
    <g className={`network-stream is-${role}`}>
      <title>
        {[
          text.sent(nameOf(plan, t - 1), formatNumber(arriving)),
          ...(Number.isNaN(gain) ? [] : [text.arrives(formatPercent(gain), t, t - 1)]),
          ...(isFreer ? [text.free(formatNumber(free.arriving))] : []),
        ].join(' · ')}
      </title>
      {isFreer && (
        <path
          className="network-stream-free"
          d={wedgePath(line, widthOf(free.arriving), widthOf(free.leaving))}
        />
      )}
      <path
        className={isBand ? 'network-stream-body is-band' : 'network-stream-body'}
        d={(isBand ? bandPath : arrowPath)(line, widthOf(arriving), widthOf(leaving))}
        fill={colours.gradient(arriving, gradientDomain)}
      />
      {isCut && !isBand && (
        <path className="network-valve" d={`M${x - 1},${y - 9}h8l-4,8ZM${x - 1},${y + 9}h8l-4,-8Z`} />
      )}
      {share && !Number.isNaN(gain) && (
        <text className="network-share" x={share.x} y={share.y} fontSize={share.type}>
          {fitPercent(gain, share.room, share.type)}
        </text>
      )}
    </g>
  );
});

const clippedSize = (trace: Trace, t: number): number => {
  const after = numbersIn(trace, `clip:${at('S', t)}`);
  return after ? norm(after) : Number.POSITIVE_INFINITY;
};
