import { useId } from 'react';
import type { Activation } from '../../engine/types';
import { messages } from '../../messages';
import { useUnrolled } from '../../store';
import { changeSetup } from '../../store/actions';
import { limits } from '../../tasks/setup';
import { Group } from './Group';
import { RadioGroup } from './RadioGroup';
import { SelectField } from './SelectField';
import { evenly, SliderField } from './SliderField';
import { Subscripted } from './Subscripted';

const { setup: text } = messages;

/** A whole number of the setup: how many steps, units, inputs, outputs. */
const SizeField = ({ field, name }: { field: 'T' | 'X' | 'H' | 'Y'; name: string }) => {
  const value = useUnrolled((state) => state.setup[field]);
  const range = limits[field];
  return (
    <SliderField
      name={name}
      value={value}
      limits={{ range, isWhole: true }}
      travel={evenly(range[0], range[1], 1)}
      onChange={(next, gesture) => changeSetup({ [field]: next }, gesture)}
    />
  );
};

const ActivationField = ({ field, name }: { field: 'g1' | 'g2'; name: string }) => {
  const value: Activation = useUnrolled((state) => state.setup[field]);
  return (
    <SelectField
      label={
        <>
          {name} <Subscripted base="g" sub={field.slice(1)} />
        </>
      }
      choices={text.activations}
      value={value}
      onChange={(next) => changeSetup({ [field]: next })}
    />
  );
};

const BiasField = () => {
  const id = useId();
  const isOn = useUnrolled((state) => state.setup.bias);
  return (
    <div className="controls-field controls-field-row">
      <label className="controls-label" htmlFor={id}>
        {text.biases}
      </label>
      <input
        id={id}
        className="controls-switch"
        type="checkbox"
        role="switch"
        aria-checked={isOn}
        checked={isOn}
        onChange={(event) => changeSetup({ bias: event.currentTarget.checked })}
      />
    </div>
  );
};

/** What decides which operations there are: sizes, activations, biases, where the error is taken. */
export const NetworkSetUp = () => {
  const errorAt = useUnrolled((state) => state.setup.errorAt);
  return (
    <Group title={text.network}>
      <SizeField field="T" name={text.timeSteps} />
      <SizeField field="H" name={text.hiddenUnits} />
      <SizeField field="X" name={text.inputs} />
      <SizeField field="Y" name={text.outputs} />
      <ActivationField field="g1" name={text.stateActivation} />
      <ActivationField field="g2" name={text.outputActivation} />
      <BiasField />
      <RadioGroup
        name={text.errorAt}
        choices={text.errorAtChoices}
        value={errorAt}
        onChange={(next) => changeSetup({ errorAt: next })}
      />
    </Group>
  );
};
