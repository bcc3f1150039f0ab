import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { predict as text } from '../../messages/predict';
import { step, useUnrolled } from '../../store';
import { answer, askedOp, comingOp } from '../../store/predict';
import { Asked } from './Asked';
import { PredictingSetUp } from './PredictingSetUp';
import type { Field } from './TypedForm';
import { useVerdict } from './use-verdict';
import { VerdictText } from './VerdictText';
import './predicting.css';

/**
 * This step while predicting: the question, or what was shown last (`children`) and how it came to be shown. What is said
 * of an answer stands at one place in the document throughout, so that a screen reader hears it.
 */
export const Predicting = ({ children }: { readonly children: ReactNode }) => {
  const op = useUnrolled(askedOp);
  const outcome = useUnrolled((state) => state.question?.outcome ?? null);
  const nudges = useUnrolled((state) => state.question?.nudges ?? 0);
  const isTyped = useUnrolled((state) => state.predict?.way !== 'hide');
  const isOver = useUnrolled((state) => comingOp(state) === undefined);
  const byStep = useUnrolled((state) => state.predict?.by === 'time step');
  const { verdict, check, forget } = useVerdict(op);
  const field = useRef<Field>(null);
  const place = useRef<HTMLDivElement>(null);
  const next = useRef<HTMLButtonElement>(null);
  useFocus(place, op === undefined ? next : field, `${op?.out} ${nudges}`);

  const ended = byStep ? text.endedByStep : text.ended;
  return (
    <div className="predicting" ref={place}>
      {op !== undefined && (
        <Asked
          op={op}
          field={field}
          onCheck={(typed) => {
            const found = check(typed);
            if (found?.kind !== 'coarse' && found?.kind !== 'unfit') answer(found?.kind === 'right');
          }}
          onChange={forget}
        />
      )}
      <div className="predicting-outcome">
        <div className="verdict" role="status" data-verdict={op ? verdict?.kind : (outcome ?? undefined)}>
          {op !== undefined && verdict !== null && <VerdictText op={op} verdict={verdict} isOpen={false} />}
          {op !== undefined && verdict === null && nudges > 0 && isTyped && <p>{text.first}</p>}
          {op === undefined && outcome !== null && <p>{text.outcomes[outcome]}</p>}
          {op === undefined && isOver && <p>{ended}</p>}
        </div>
        {op === undefined && !isOver && (
          <button ref={next} type="button" className="button predicting-next" onClick={() => step(1)}>
            {text.next}
          </button>
        )}
      </div>
      {op === undefined && children}
      <PredictingSetUp />
    </div>
  );
};

/**
 * Takes the focus along: to the field when a question is asked, to what goes on when it is answered. Not when the page
 * has just been opened, and not away from what stands elsewhere, unless the focus is on nothing.
 */
const useFocus = (
  place: RefObject<HTMLElement | null>,
  target: RefObject<HTMLElement | null>,
  occasion: string,
) => {
  const before = useRef(occasion);
  useEffect(() => {
    if (before.current === occasion) return;
    before.current = occasion;
    const focused = document.activeElement;
    const isElsewhere = focused !== null && focused !== document.body && !place.current?.contains(focused);
    if (!isElsewhere || focused.closest('.transport')) target.current?.focus();
  }, [place, target, occasion]);
};
