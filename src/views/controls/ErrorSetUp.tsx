import { useId } from 'react';
import { setup as text } from '../../messages/setup';
import { store, useUnrolled } from '../../store';
import { changeSetup } from '../../store/actions';
import { setLoss } from '../../store/conventions';
import { errorSteps } from '../../tasks/setup';
import { ChosenSteps } from './ChosenSteps';
import { Group } from './Group';
import { RadioGroup } from './RadioGroup';
import { SelectField } from './SelectField';
import { SwitchField } from './SwitchField';

const Loss = () => {
  const isSoftmax = useUnrolled((state) => state.setup.g2 === 'softmax');
  const loss = useUnrolled((state) => state.setup.loss);
  return (
    <>
      {isSoftmax ? (
        <div className="controls-field">
          <span className="controls-label">{text.loss}</span>
          <span>{text.crossEntropy}</span>
        </div>
      ) : (
        <SelectField label={text.loss} choices={text.losses} value={loss} onChange={setLoss} />
      )}
      <p className="controls-note">{isSoftmax ? text.crossEntropyNote : text.lossNote}</p>
    </>
  );
};

const Mean = () => {
  const isOn = useUnrolled((state) => state.setup.isMean);
  return <SwitchField name={text.mean} isOn={isOn} onChange={(isMean) => changeSetup({ isMean })} />;
};

/** Which error, at which steps. */
export const ErrorSetUp = () => {
  const id = useId();
  const errorAt = useUnrolled((state) => state.setup.errorAt);
  return (
    <Group title={text.errorAt} titleId={id}>
      <RadioGroup
        labelledBy={id}
        name={text.errorAt}
        choices={text.errorAtChoices}
        value={typeof errorAt === 'string' ? errorAt : 'chosen'}
        // The steps chosen so far are where choosing begins.
        onChange={(next) =>
          changeSetup({ errorAt: next === 'chosen' ? errorSteps(store.getState().setup) : next })
        }
      />
      {typeof errorAt !== 'string' && <ChosenSteps />}
      <Loss />
      <Mean />
    </Group>
  );
};
