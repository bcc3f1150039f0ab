import { type ReactNode, useId } from 'react';

interface Props<Choice extends string> {
  readonly label: ReactNode;
  readonly choices: Readonly<Record<Choice, string>>;
  readonly value: Choice;
  readonly onChange: (choice: Choice) => void;
}

/** One of several that don't fit side by side. */
export const SelectField = <Choice extends string>({ label, choices, value, onChange }: Props<Choice>) => {
  const id = useId();
  return (
    <div className="controls-field controls-field-row">
      <label className="controls-label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="controls-select"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value as Choice)}
      >
        {(Object.keys(choices) as Choice[]).map((choice) => (
          <option key={choice} value={choice}>
            {choices[choice]}
          </option>
        ))}
      </select>
    </div>
  );
};
