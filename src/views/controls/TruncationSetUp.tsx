import { useId } from 'react';
import { setup as text } from '../../messages/setup';
import { run, store, usePlan, useUnrolled } from '../../store';
import { changeSetup } from '../../store/actions';
import { limits, mostHorizon } from '../../tasks/setup';
import { Group } from './Group';
import { LeftOut } from './LeftOut';
import { OncePredicted } from './OncePredicted';
import { RadioGroup } from './RadioGroup';
import { evenly, SliderField } from './SliderField';

type Kind = keyof typeof text.truncationChoices;

/** How many steps where none were chosen yet: enough for two windows of the article's network. */
const FEW_STEPS = 2;

/** k of a truncation stays while nothing is truncated: the setup has no place for it then. */
let latest = FEW_STEPS;

const choose = (kind: Kind) => {
  const { truncation } = store.getState().setup;
  if (truncation.kind !== 'full') latest = truncation.k;
  changeSetup({ truncation: kind === 'full' ? { kind } : { kind, k: latest } });
};

const Steps = ({ kind }: { kind: 'window' | 'horizon' }) => {
  const T = useUnrolled((state) => state.setup.T);
  const most = useUnrolled(({ setup }) => (kind === 'horizon' ? mostHorizon(setup) : limits.k[1]));
  const k = useUnrolled(({ setup }) => (setup.truncation.kind === 'full' ? latest : setup.truncation.k));
  return (
    <SliderField
      name={text.stepsK}
      value={k}
      limits={{ range: [limits.k[0], most], isWhole: true }}
      travel={evenly(1, Math.max(FEW_STEPS, Math.min(T, most)), 1)}
      onChange={(next, gesture) => changeSetup({ truncation: { kind, k: next } }, gesture)}
      note={kind === 'window' ? text.truncationNotes.window : text.truncationNotes.horizon(k)}
    />
  );
};

/** How far back gradients go, and what is left out by that. */
export const TruncationSetUp = () => {
  const id = useId();
  const kind = useUnrolled((state) => state.setup.truncation.kind);
  const plan = usePlan();
  const isWhole = useUnrolled((state) => run(state).trace === run(state).full);
  return (
    <Group title={text.truncation} titleId={id}>
      <RadioGroup
        labelledBy={id}
        name={text.truncation}
        choices={text.truncationChoices}
        value={kind}
        onChange={choose}
      />
      {kind !== 'full' && (
        <>
          <Steps kind={kind} />
          {isWhole ? (
            <p className="controls-result">{text.nothingCut}</p>
          ) : (
            <OncePredicted from={plan.bounds.update}>
              <LeftOut />
            </OncePredicted>
          )}
        </>
      )}
    </Group>
  );
};
