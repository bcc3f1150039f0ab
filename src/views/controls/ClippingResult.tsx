import { useMemo } from 'react';
import { angleBetween, clippingOfTotals, deltaNorms, grad, numbersIn } from '../../engine';
import type { Trace } from '../../engine/types';
import { setup as text } from '../../messages/setup';
import { formatFull, formatNumber, label } from '../../notation';
import { useRun } from '../../store';
import { Angle } from './Angle';

/** All weights' gradients, one after the other. */
const wholeGradient = (trace: Trace): number[] =>
  trace.plan.weights.flatMap((weight) => Array.from(numbersIn(trace, grad(weight)) ?? []));

/** At how many of the steps that a gradient reaches it was longer than θ, and where the longest was. */
const countClipped = (trace: Trace) => {
  const [threshold] = numbersIn(trace, 'theta') ?? [Number.NaN];
  const norms = deltaNorms(trace).slice();
  norms[0] = Number.NaN; // S_0 is where it arrives: nothing flows on from there.
  const hardest = norms.reduce((most, norm, t) => (norm > (norms[most] || 0) ? t : most), 0);
  return {
    clipped: norms.filter((norm) => norm > threshold).length,
    steps: norms.filter((norm) => !Number.isNaN(norm)).length,
    hardest,
    longest: norms[hardest],
    threshold,
  };
};

/** What clipping at each step did: how often, where most, and how far the gradient of the weights turned by it. */
export const ClippedSteps = () => {
  const { trace, unclipped, plan } = useRun();
  const { clipped, steps, hardest, longest, threshold } = useMemo(() => countClipped(trace), [trace]);
  const angle = useMemo(
    () => angleBetween(wholeGradient(unclipped), wholeGradient(trace)),
    [unclipped, trace],
  );
  return (
    <>
      <p className="controls-result">{text.clippedAt(clipped, steps)}</p>
      {clipped > 0 && (
        <p className="controls-result">
          <span title={text.hardest(hardest, formatFull(longest), formatFull(threshold))}>
            {text.hardest(hardest, formatNumber(longest), formatNumber(threshold))}
          </span>
          <Angle degrees={angle} title={text.angleOfStepsTitle} />
        </p>
      )}
      {plan.shape.cell === 'lstm' && <UnclippedMemory />}
    </>
  );
};

/** The LSTM's memory has a way back of its own, and clipping at each step leaves it open. */
const UnclippedMemory = () => {
  const { trace, plan } = useRun();
  const { norms, longest } = useMemo(() => {
    const norms = deltaNorms(trace, 'C').subarray(1);
    return { norms, longest: norms.reduce((most, norm, t) => (norm > (norms[most] || 0) ? t : most), 0) };
  }, [trace]);
  const first = norms.findIndex((norm) => !Number.isNaN(norm));
  if (first < 0) return null;
  return (
    <p className="controls-result">
      <span>{text.stateNotClipped('C')}</span>
      <span title={formatFull(norms[first])}>
        {text.stateNorm(label(grad(`C${first + 1}`), plan), formatNumber(norms[first]))}
      </span>
      {longest !== first && (
        <span title={formatFull(norms[longest])}>
          {text.stateLargest(formatNumber(norms[longest]), longest + 1)}
        </span>
      )}
    </p>
  );
};

/** What clipping by norm or by value did to the gradient of all weights. */
export const ClippedTotals = () => {
  const { trace, plan } = useRun();
  const clipping = useMemo(() => clippingOfTotals(trace), [trace]);
  if (!clipping) return null;
  const { before, after, angle, clippedEntries, entries } = clipping;
  const isByNorm = plan.shape.clip === 'norm';
  const whatOfNorm = clippedEntries > 0 ? text.wholeClipped : text.wholeNotClipped;
  return (
    <>
      <p className="controls-result">
        {isByNorm ? whatOfNorm : text.clippedEntries(clippedEntries, entries)}
      </p>
      <p className="controls-result">
        <strong title={text.length(formatFull(before), formatFull(after))}>
          {text.length(formatNumber(before), formatNumber(after))}
        </strong>
        <Angle degrees={angle} title={text.angleTitle} />
      </p>
    </>
  );
};
