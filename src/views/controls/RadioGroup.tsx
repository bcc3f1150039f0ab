import { type ReactNode, useId } from 'react';
import './radio-group.css';

interface Props<Choice extends string> {
  readonly name: string;
  /** The heading that already says the name, where there is one. */
  readonly labelledBy?: string;
  /** The name stands before the choices, not above them. */
  readonly isInline?: boolean;
  readonly choices: Readonly<Record<Choice, ReactNode>>;
  readonly value: Choice;
  readonly onChange: (choice: Choice) => void;
}

/** One of a few, side by side: native radio buttons, so that arrows, labels and forms work as everywhere. */
export const RadioGroup = <Choice extends string>({
  name,
  labelledBy,
  isInline = false,
  choices,
  value,
  onChange,
}: Props<Choice>) => {
  const id = useId();
  return (
    <div
      className={isInline ? 'radio-group is-inline' : 'radio-group'}
      role="radiogroup"
      aria-labelledby={labelledBy ?? id}
    >
      {labelledBy === undefined && (
        <span className="radio-group-name" id={id}>
          {name}
        </span>
      )}
      <div className="radio-group-choices">
        {(Object.keys(choices) as Choice[]).map((choice) => (
          <label key={choice} className="radio-group-choice">
            <input type="radio" name={id} checked={choice === value} onChange={() => onChange(choice)} />
            <span>{choices[choice]}</span>
          </label>
        ))}
      </div>
    </div>
  );
};
