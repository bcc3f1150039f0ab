import { useId } from 'react';
import { setup as text } from '../../messages/setup';
import { usePlan, useUnrolled } from '../../store';
import { changeSetup, setThreshold } from '../../store/actions';
import { limits } from '../../tasks/setup';
import { AtRest } from '../AtRest';
import { ClippedSteps, ClippedTotals } from './ClippingResult';
import { Group } from './Group';
import { OncePredicted } from './OncePredicted';
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

/** Whether gradients are clipped, on their way or as a whole, from which length on, and what that did. */
export const ClippingSetUp = () => {
  const id = useId();
  const plan = usePlan();
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
      {clip !== 'off' && (
        <OncePredicted from={plan.bounds.update}>
          <AtRest isPatient={plan.shape.H > 8 || plan.shape.T > 60}>
            {clip === 'step' ? <ClippedSteps /> : <ClippedTotals />}
          </AtRest>
        </OncePredicted>
      )}
    </Group>
  );
};
