import { useId, useState } from 'react';
import { learning as text } from '../../messages/learning';
import { takeText } from '../../store/tasks';
import { alphabetOf, LONGEST_TEXT, MOST_CHARACTERS, textProblem } from '../../tasks/task';

/** The text whose characters are foretold, to be typed over; what cannot be used stays, with a sentence that says why. */
export const TextTask = ({ text: used }: { text: string }) => {
  const id = useId();
  const [typed, setTyped] = useState(used);
  const found = alphabetOf(typed).length;
  const problem = textProblem(typed);
  const { long, varied, uniform } = text.textProblems;
  const refusal =
    problem === 'long' ? long(LONGEST_TEXT) : problem === 'varied' ? varied(found, MOST_CHARACTERS) : uniform;
  return (
    <div className="controls-field controls-text">
      <label className="controls-label" htmlFor={id}>
        {text.text}
      </label>
      <textarea
        id={id}
        rows={3}
        spellCheck={false}
        value={typed}
        aria-describedby={`${id}-note`}
        aria-invalid={problem !== null}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <p id={`${id}-note`} className="controls-note" role="status">
        {problem === null ? text.textNote(found, MOST_CHARACTERS) : refusal}
      </p>
      <div className="controls-buttons">
        <button
          type="button"
          className="button"
          disabled={problem !== null || typed === used}
          onClick={() => takeText(typed)}
        >
          {text.useText}
        </button>
        {typed !== typed.toLowerCase() && (
          <button type="button" className="button" onClick={() => setTyped(typed.toLowerCase())}>
            {text.lowerCase}
          </button>
        )}
      </div>
    </div>
  );
};
