import { useId } from 'react';

interface Props<Choice extends string> {
  readonly label: string;
  readonly choices: readonly (readonly [choice: Choice, name: string])[];
  readonly value: Choice;
  readonly onChange: (choice: Choice) => void;
}

/** One of several, in a list. */
export const Field = <Choice extends string>({ label, choices, value, onChange }: Props<Choice>) => {
  const id = useId();
  return (
    <div className="export-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value as Choice)}>
        {choices.map(([choice, name]) => (
          <option key={choice} value={choice}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
};
