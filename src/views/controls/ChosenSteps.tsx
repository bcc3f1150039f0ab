import { useId, useState } from 'react';
import { setup as text } from '../../messages/setup';
import { useUnrolled } from '../../store';
import { changeSetup } from '../../store/actions';
import { errorSteps, everyStep } from '../../tasks/setup';
import { readSteps, writeSteps } from './read-steps';

/** As many steps as stand in two rows of buttons; more are named in a text. */
const MOST_BUTTONS = 16;

/** Which steps have an error: a button for each of a few steps, a list to be typed for many. */
export const ChosenSteps = () => {
  const T = useUnrolled((state) => state.setup.T);
  const errorAt = useUnrolled((state) => state.setup.errorAt);
  const steps = errorSteps({ T, errorAt });
  const choose = (chosen: readonly number[]) => {
    // Steps beyond the present T are there again when T is.
    const beyond = typeof errorAt === 'string' ? [] : errorAt.filter((t) => t > T);
    changeSetup({ errorAt: [...chosen, ...beyond] });
  };
  return T <= MOST_BUTTONS ? (
    <StepButtons T={T} steps={steps} onChange={choose} />
  ) : (
    <StepList key={writeSteps(steps)} T={T} steps={steps} onChange={choose} />
  );
};

interface Props {
  readonly T: number;
  readonly steps: readonly number[];
  readonly onChange: (steps: readonly number[]) => void;
}

const StepButtons = ({ T, steps, onChange }: Props) => {
  const [isLast, setLast] = useState(false);
  const toggle = (t: number) => {
    const rest = steps.filter((step) => step !== t);
    setLast(rest.length === 0);
    if (rest.length > 0) onChange(rest.length < steps.length ? rest : [...steps, t]);
  };
  return (
    <div role="group" aria-label={text.chosenSteps}>
      <div className="controls-steps">
        {everyStep(T).map((t) => (
          <button
            key={t}
            type="button"
            aria-label={text.step(t)}
            aria-pressed={steps.includes(t)}
            onClick={() => toggle(t)}
          >
            {t}
          </button>
        ))}
      </div>
      <p className="controls-problem" role="status">
        {isLast && text.oneErrorAtLeast}
      </p>
    </div>
  );
};

const StepList = ({ T, steps, onChange }: Props) => {
  const id = useId();
  const [draft, setDraft] = useState(() => writeSteps(steps));
  const [problem, setProblem] = useState<string | null>(null);
  const commit = () => {
    const reading = readSteps(draft, T);
    setProblem('problem' in reading ? reading.problem : null);
    if ('steps' in reading) onChange(reading.steps);
  };
  return (
    <div className="controls-field">
      <label className="controls-label" htmlFor={id}>
        {text.chosenSteps}
      </label>
      <input
        id={id}
        className="controls-list"
        type="text"
        autoComplete="off"
        spellCheck={false}
        value={draft}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
      />
      {problem !== null && (
        <span id={`${id}-problem`} className="controls-problem" role="alert">
          {problem}
        </span>
      )}
    </div>
  );
};
