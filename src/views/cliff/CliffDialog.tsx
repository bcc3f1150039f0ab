import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Point } from '../../engine/landscape';
import { cliff as text } from '../../messages/en/cliff';
import { label } from '../../notation';
import { useRun, useUnrolled } from '../../store';
import { startOf } from '../../store/run';
import { weightSizes } from '../../tasks/setup';
import { OncePredicted } from '../controls/OncePredicted';
import { RadioGroup } from '../controls/RadioGroup';
import { SelectField } from '../controls/SelectField';
import { SliderField, type Travel } from '../controls/SliderField';
import '../controls/controls.css';
import './cliff.css';
import { RaceView } from './RaceView';
import { around, paper, presentSubject } from './subject';

const reaches = [0.01, 100] as const;

/** Equal ways are equal factors. */
const byPowers: Travel = {
  from: -2,
  to: 2,
  step: 0.05,
  toValue: (position) => Number((10 ** position).toPrecision(2)),
  toPosition: Math.log10,
};

/** The error over two parameters, of the paper's network or of the present one. */
export const CliffDialog = ({ onClose }: { onClose: () => void }) => {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const { plan } = useRun();
  const [network, setNetwork] = useState<'paper' | 'present'>('paper');
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="cliff" aria-labelledby={id} onClose={onClose}>
      <div className="cliff-head">
        <h2 id={id}>{text.title}</h2>
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          {text.close}
        </button>
      </div>
      <p>{text.about}</p>
      <div className="cliff-choice">
        <RadioGroup
          name={text.network}
          isInline
          choices={text.networks}
          value={network}
          onChange={setNetwork}
        />
        <p className="cliff-note">{text[network]}</p>
      </div>
      {network === 'paper' ? (
        <PaperRace />
      ) : (
        <OncePredicted from={plan.bounds.end}>
          <PresentRace />
        </OncePredicted>
      )}
    </dialog>
  );
};

const PaperRace = () => <RaceView {...paper} names={text.paperParameters} />;

/** Each entry of each weight: its key, which is its weight and its place, and its name. */
const useEntries = (): ReadonlyMap<string, string> => {
  const setup = useUnrolled((state) => state.setup);
  const run = useRun();
  return useMemo(() => {
    const entries = new Map<string, string>();
    for (const [weight, [rows, cols]] of weightSizes(setup))
      for (let entry = 0; entry < rows * cols; entry++) {
        const [row, col] = [Math.floor(entry / cols) + 1, (entry % cols) + 1];
        const name = text.entry(label(weight, run.plan), row, weight.startsWith('b') ? undefined : col);
        entries.set(`${weight}:${entry}`, name);
      }
    return entries;
  }, [setup, run]);
};

const parameterOf = (key: string) => {
  const [weight, entry] = key.split(':');
  return { weight, entry: Number(entry) };
};

const PresentRace = () => {
  const setup = useUnrolled((state) => state.setup);
  const trained = useUnrolled((state) => state.trained);
  const { plan } = useRun();
  const entries = useEntries();
  const keys = [...entries.keys()];
  const [across, setAcross] = useState('Ws:0');
  const [up, setUp] = useState(() => keys.find((key) => key.startsWith('bs:')) ?? 'Wx:0');
  const [reach, setReach] = useState(3);
  const subject = useMemo(
    () =>
      presentSubject(plan.shape, startOf({ setup, trained }), [
        parameterOf(across),
        parameterOf(up),
      ] as const),
    [plan, setup, trained, across, up],
  );
  const start = useMemo(
    () => subject.parameters.map(({ weight, entry }) => subject.values[weight][entry]) as unknown as Point,
    [subject],
  );
  const region = useMemo(() => around(start, reach), [start, reach]);
  // A parameter cannot go both across and up.
  const choicesBut = (taken: string) => Object.fromEntries([...entries].filter(([key]) => key !== taken));
  return (
    <>
      <div className="cliff-parameters">
        <SelectField label={text.across} choices={choicesBut(up)} value={across} onChange={setAcross} />
        <SelectField label={text.up} choices={choicesBut(across)} value={up} onChange={setUp} />
        <SliderField
          name={text.reach}
          value={reach}
          limits={{ range: reaches }}
          travel={byPowers}
          onChange={(next) => setReach(next)}
        />
      </div>
      <RaceView
        key={`${across} ${up}`}
        subject={subject}
        names={[entries.get(across) ?? across, entries.get(up) ?? up]}
        start={start}
        region={region}
        eta={setup.learningRate}
        theta={setup.threshold}
      />
    </>
  );
};
