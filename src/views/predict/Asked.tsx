import { type RefObject, useMemo } from 'react';
import type { Op } from '../../engine/types';
import type { Typed } from '../../lessons/mistakes';
import { predict as text } from '../../messages/predict';
import { describe } from '../../notation/describe';
import { mark } from '../../notation/marked';
import { useRun, useUnrolled } from '../../store';
import { walksMoments } from '../../store/clicker';
import { hint, reveal } from '../../store/predict';
import { Sentence } from '../inspector/Symbols';
import { Hints } from './Hints';
import { type Field, TypedForm } from './TypedForm';

interface Props {
  readonly op: Op;
  readonly field: RefObject<Field | null>;
  readonly onCheck: (typed: Typed) => void;
  readonly onChange: () => void;
}

/** What comes next, without its result: to be typed, or to be thought about until a key is pressed. */
export const Asked = ({ op, field, onCheck, onChange }: Props) => {
  const run = useRun();
  const { plan } = run;
  const isTyped = useUnrolled((state) => state.predict?.way !== 'hide');
  // What a step computes on its way to its main result is to come as well: a room sees it in symbols only.
  const isByStep = useUnrolled((state) => state.predict?.by === 'time step');
  const isWalking = useUnrolled(walksMoments);
  const hints = useUnrolled((state) => state.question?.hints ?? 0);
  const kicker = useMemo(() => describe(run.trace, op).kicker, [run, op]);
  return (
    <>
      <p className={`this-step-kicker this-step-${op.pass}`}>
        <Sentence text={kicker} plan={plan} />
      </p>
      <h2 className="this-step-title">
        <Sentence text={text.asks(mark(op.out))} plan={plan} />
      </h2>
      {(!isTyped || hints > 0) && <Hints op={op} isInNumbers={isTyped ? hints > 1 : !isByStep} />}
      {isTyped ? (
        <TypedForm
          key={op.out}
          cell={op.out}
          label={text.prediction}
          field={field}
          onCheck={onCheck}
          onChange={onChange}
          onReveal={reveal}
        >
          <button type="button" className="button" onClick={hint}>
            {text.hints[hints]}
          </button>
          <RevealButton />
        </TypedForm>
      ) : (
        <>
          <p className="this-step-why">{isWalking ? text.hiddenFromKeys : text.hidden}</p>
          <RevealButton />
        </>
      )}
    </>
  );
};

const RevealButton = () => (
  <button type="button" className="button predicting-reveal" onClick={reveal}>
    {text.reveal}
  </button>
);
