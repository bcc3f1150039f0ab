import { useId, useMemo } from 'react';
import { deltaNorms } from '../../engine';
import type { Trace } from '../../engine/types';
import { messages } from '../../messages';
import { useRun, useUnrolled } from '../../store';
import { changeSetup, setThreshold } from '../../store/actions';
import { limits } from '../../tasks/setup';
import { Group } from './Group';
import { RadioGroup } from './RadioGroup';
import { SliderField, type Travel } from './SliderField';

const { setup: text } = messages;

/** Equal ways are equal factors; the thumb travels six decades, and further where the threshold is. */
const byFactors = (threshold: number): Travel => ({
  from: Math.min(-3, Math.floor(Math.log10(threshold))),
  to: Math.max(3, Math.ceil(Math.log10(threshold))),
  step: 0.01,
  toValue: (position) => Number((10 ** position).toPrecision(3)),
  toPosition: Math.log10,
});

/** At how many of the steps that a gradient reaches it was longer than θ. */
const countClipped = (trace: Trace, threshold: number) => {
  const norms = deltaNorms(trace).subarray(1);
  return {
    clipped: norms.filter((norm) => norm > threshold).length,
    steps: norms.filter((norm) => !Number.isNaN(norm)).length,
  };
};

const ThresholdField = () => {
  const { trace } = useRun();
  const threshold = useUnrolled((state) => state.setup.threshold);
  const clip = useUnrolled((state) => state.setup.clip);
  const { clipped, steps } = useMemo(() => countClipped(trace, threshold), [trace, threshold]);
  return (
    <>
      <SliderField
        name={text.clipThreshold}
        value={threshold}
        limits={{ range: limits.threshold }}
        travel={byFactors(threshold)}
        onChange={setThreshold}
      />
      {clip === 'step' && <p className="controls-result">{text.clippedAt(clipped, steps)}</p>}
    </>
  );
};

/** Whether gradients are clipped on their way, and from which length on. */
export const ClippingSetUp = () => {
  const id = useId();
  const clip = useUnrolled((state) => state.setup.clip);
  return (
    <Group title={text.clipping} titleId={id}>
      <RadioGroup
        labelledBy={id}
        name={text.clipping}
        choices={text.clippingChoices}
        value={clip}
        onChange={(next) => changeSetup({ clip: next })}
      />
      {clip !== 'off' && <ThresholdField />}
    </Group>
  );
};
