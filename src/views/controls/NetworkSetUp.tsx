import { useId } from 'react';
import { messages } from '../../messages';
import { store, useUnrolled } from '../../store';
import { changeSetup } from '../../store/actions';
import { errorSteps, limits } from '../../tasks/setup';
import { Group } from './Group';
import { RadioGroup } from './RadioGroup';
import { SelectField } from './SelectField';
import { evenly, SliderField } from './SliderField';
import { Subscripted } from './Subscripted';

const { setup: text } = messages;
const setup = () => store.getState().setup;

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

const StateActivation = () => {
  const value = useUnrolled((state) => state.setup.g1);
  return (
    <SelectField
      label={
        <>
          {text.stateActivation} <Subscripted base="g" sub="1" />
        </>
      }
      choices={text.activations}
      value={value}
      onChange={(g1) => changeSetup({ g1 })}
    />
  );
};

const OutputActivation = () => {
  const value = useUnrolled((state) => state.setup.g2);
  return (
    <SelectField
      label={
        <>
          {text.outputActivation} <Subscripted base="g" sub="2" />
        </>
      }
      choices={text.outputActivations}
      value={value}
      onChange={(g2) => changeSetup({ g2 })}
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
      <StateActivation />
      <OutputActivation />
      <BiasField />
      <RadioGroup
        name={text.errorAt}
        choices={text.errorAtChoices}
        value={typeof errorAt === 'string' ? errorAt : 'chosen'}
        onChange={(next) => changeSetup({ errorAt: next === 'chosen' ? errorSteps(setup()) : next })}
      />
    </Group>
  );
};
