import { useId } from 'react';
import { setup as text } from '../../messages/setup';
import { store, useUnrolled } from '../../store';
import { changeSetup, say, setThreshold } from '../../store/actions';
import { limits } from '../../tasks/setup';
import { ClippedSteps, ClippedTotals } from './ClippingResult';
import { Group } from './Group';
import { RadioGroup } from './RadioGroup';
import { SliderField, type Travel } from './SliderField';

/** Equal ways are equal factors; the thumb travels six decades, and further where the threshold is. */
const byFactors = (threshold: number): Travel => ({
  from: Math.min(-3, Math.floor(Math.log10(threshold))),
  to: Math.max(3, Math.ceil(Math.log10(threshold))),
  step: 0.01,
  toValue: (position) => Number((10 ** position).toPrecision(3)),
  toPosition: Math.log10,
});

const ThresholdField = () => {
  const threshold = useUnrolled((state) => state.setup.threshold);
  return (
    <SliderField
      name={text.clipThreshold}
      value={threshold}
      limits={{ range: limits.threshold }}
      travel={byFactors(threshold)}
      onChange={setThreshold}
    />
  );
};

type Clip = keyof typeof text.clippingChoices;

/** With a horizon there is no one gradient of a step to clip: the later choice stands, and it is said. */
const choose = (clip: Clip) => {
  const isRefused = clip === 'step' && store.getState().setup.truncation.kind === 'horizon';
  changeSetup({ clip, ...(isRefused && { truncation: { kind: 'full' } }) });
  if (isRefused) say(text.horizonOff);
};

/** Whether gradients are clipped, on their way or as a whole, from which length on, and what that did. */
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
        onChange={choose}
      />
      {clip !== 'off' && <ThresholdField />}
      {clip === 'step' && <ClippedSteps />}
      {(clip === 'norm' || clip === 'value') && <ClippedTotals />}
    </Group>
  );
};
