import { setup as text } from '../../messages/setup';
import { useUnrolled } from '../../store';
import { changeSetup } from '../../store/actions';
import { FEWEST_CLASSES, limits } from '../../tasks/setup';
import { Group } from './Group';
import { SelectField } from './SelectField';
import { evenly, SliderField } from './SliderField';
import { Subscripted } from './Subscripted';
import { SwitchField } from './SwitchField';

/** How many steps, how many units. */
const SizeField = ({ field, name }: { field: 'T' | 'H'; name: string }) => {
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

/** How many numbers go in or come out at each step: few enough to be named one by one. */
const DimensionField = ({ field, name }: { field: 'X' | 'Y'; name: string }) => {
  const value = useUnrolled((state) => state.setup[field]);
  const isSoftmax = useUnrolled((state) => state.setup.g2 === 'softmax');
  const [least, most] = limits[field];
  const from = field === 'Y' && isSoftmax ? FEWEST_CLASSES : least;
  const choices = Array.from({ length: most - from + 1 }, (_, index) => String(from + index));
  return (
    <SelectField
      label={name}
      choices={Object.fromEntries(choices.map((choice) => [choice, choice]))}
      value={String(value)}
      onChange={(next) => changeSetup({ [field]: Number(next) })}
    />
  );
};

/** LSTM and GRU have activations of their own. */
const StateActivation = () => {
  const cell = useUnrolled((state) => state.setup.cell);
  const value = useUnrolled((state) => state.setup.g1);
  if (cell !== 'rnn') return null;
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

const Biases = () => {
  const isOn = useUnrolled((state) => state.setup.bias);
  return <SwitchField name={text.biases} isOn={isOn} onChange={(bias) => changeSetup({ bias })} />;
};

/** What keeps an LSTM's memory from the start: a forget gate that begins open. */
const ForgetBias = () => {
  const isThere = useUnrolled(({ setup }) => setup.cell === 'lstm' && setup.bias);
  const value = useUnrolled((state) => state.setup.forgetBias);
  const range = limits.forgetBias;
  if (!isThere) return null;
  return (
    <SliderField
      name={text.forgetBias}
      value={value}
      limits={{ range }}
      travel={evenly(range[0], range[1], 0.1)}
      onChange={(forgetBias, gesture) => changeSetup({ forgetBias }, gesture)}
    />
  );
};

/** Sizes, activations, biases. */
export const NetworkSetUp = () => (
  <Group title={text.network}>
    <SizeField field="T" name={text.timeSteps} />
    <SizeField field="H" name={text.hiddenUnits} />
    <DimensionField field="X" name={text.inputs} />
    <DimensionField field="Y" name={text.outputs} />
    <StateActivation />
    <OutputActivation />
    <Biases />
    <ForgetBias />
  </Group>
);
