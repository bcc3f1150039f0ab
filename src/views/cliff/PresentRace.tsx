import { useMemo } from 'react';
import type { Point } from '../../engine/landscape';
import { cliff as text } from '../../messages/en/cliff';
import { label } from '../../notation';
import { useRun, useUnrolled } from '../../store';
import { lookAtCliff } from '../../store/cliff';
import { startOf } from '../../store/run';
import { limits } from '../../tasks/setup';
import { SliderField, type Travel } from '../controls/SliderField';
import { ParameterField } from './ParameterField';
import { type Entry, entryOf, keyOf, parametersOf } from './parameters';
import { RaceView } from './RaceView';
import { around, presentSubject } from './subject';

/** Equal ways are equal factors. */
const byPowers: Travel = {
  from: -2,
  to: 2,
  step: 0.05,
  toValue: (position) => Number((10 ** position).toPrecision(2)),
  toPosition: Math.log10,
};

const usualReach = 3;

/** The error of the present network over two entries of its weights, which are chosen. */
export const PresentRace = () => {
  const setup = useUnrolled((state) => state.setup);
  const trained = useUnrolled((state) => state.trained);
  const cliff = useUnrolled((state) => state.cliff);
  const run = useRun();
  const { plan } = run;
  const [across, up] = parametersOf(setup, cliff?.across, cliff?.up);
  const [acrossKey, upKey] = [keyOf(setup, across), keyOf(setup, up)];
  const reach = cliff?.reach ?? usualReach;
  const subject = useMemo(() => {
    const parameters = [entryOf(acrossKey), entryOf(upKey)] as const;
    return presentSubject(plan.shape, startOf({ setup, trained }), parameters);
  }, [plan, setup, trained, acrossKey, upKey]);
  const start = useMemo(
    () => subject.parameters.map(({ weight, entry }) => subject.values[weight][entry]) as unknown as Point,
    [subject],
  );
  const region = useMemo(() => around(start, reach), [start, reach]);
  // What was set for other parameters does not fit these.
  const choose = (one: Entry, other: Entry) =>
    lookAtCliff({ across: keyOf(setup, one), up: keyOf(setup, other), start: undefined, update: 0 });
  const nameOf = ({ weight, row, col }: Entry) =>
    text.entry(label(weight, plan), row + 1, weight.startsWith('b') ? undefined : col + 1);
  return (
    <>
      <div className="cliff-parameters">
        <ParameterField name={text.across} value={across} taken={up} onChange={(next) => choose(next, up)} />
        <ParameterField name={text.up} value={up} taken={across} onChange={(next) => choose(across, next)} />
        <SliderField
          name={text.reach}
          value={reach}
          limits={{ range: limits.reach }}
          travel={byPowers}
          onChange={(next) => lookAtCliff({ reach: next })}
        />
      </div>
      <RaceView
        subject={subject}
        names={[nameOf(across), nameOf(up)]}
        start={start}
        region={region}
        eta={setup.learningRate}
        theta={setup.threshold}
      />
    </>
  );
};
