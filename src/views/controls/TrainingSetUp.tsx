import { doneAt, numbersIn } from '../../engine';
import { setup as text } from '../../messages/setup';
import { formatNumber, label } from '../../notation';
import { useRun, useUnrolled } from '../../store';
import { changeSetup, reset, updateOnce } from '../../store/actions';
import { limits } from '../../tasks/setup';
import { CliffButton } from '../cliff/CliffButton';
import { Group } from './Group';
import { OncePredicted } from './OncePredicted';
import { RadioGroup } from './RadioGroup';
import { RunButton } from './RunButton';
import { SliderField, type Travel } from './SliderField';
import { TaskSetUp } from './TaskSetUp';

const most = limits.learningRate[1];

/** Fine near zero, where learning rates live, and yet up to 10: the value grows with the cube of the way. */
const cubed: Travel = {
  from: 0,
  to: 1,
  step: 0.005,
  toValue: (position) => Number((most * position ** 3).toPrecision(2)),
  toPosition: (value) => Math.cbrt(value / most),
};

/** The error before the last update and after it, with the weights in use. */
const ErrorChange = () => {
  const { plan, trace } = useRun();
  const before = useUnrolled((state) => state.errorBefore);
  const updates = useUnrolled((state) => state.updates);
  if (before === null || updates === 0) return null;
  const after = numbersIn(trace, plan.error)?.[0] ?? Number.NaN;
  return (
    <OncePredicted from={doneAt(plan, plan.error)}>
      <p className="controls-result">
        <strong>{text.errorChange(label(plan.error), formatNumber(before), formatNumber(after))}</strong>
        <span>{text.updates(updates)}</span>
      </p>
    </OncePredicted>
  );
};

/** One step of the optimizer, and the way back to the weights of the setup. */
export const TrainingSetUp = () => {
  const rate = useUnrolled((state) => state.setup.learningRate);
  const optimizer = useUnrolled((state) => state.setup.optimizer);
  return (
    <Group title={text.train}>
      <RadioGroup
        name={text.optimizer}
        isInline
        choices={text.optimizers}
        value={optimizer}
        onChange={(next) => changeSetup({ optimizer: next })}
      />
      <SliderField
        name={text.learningRate}
        value={rate}
        limits={{ range: limits.learningRate }}
        travel={cubed}
        onChange={(next, gesture) => changeSetup({ learningRate: next }, gesture)}
      />
      <div className="controls-buttons">
        <RunButton />
        <button type="button" className="button" onClick={() => updateOnce()}>
          {text.updateOnce}
        </button>
        <button type="button" className="button" onClick={() => reset()}>
          {text.reset}
        </button>
        <CliffButton />
      </div>
      <div aria-live="polite">
        <ErrorChange />
      </div>
      <TaskSetUp />
    </Group>
  );
};
