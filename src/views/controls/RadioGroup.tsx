import { useId } from 'react';

interface Props<Choice extends string> {
  readonly name: string;
  /** The heading that already says the name, where there is one. */
  readonly labelledBy?: string;
  readonly choices: Readonly<Record<Choice, string>>;
  readonly value: Choice;
  readonly onChange: (choice: Choice) => void;
}

/** One of a few, side by side: native radio buttons, so that arrows, labels and forms work as everywhere. */
export const RadioGroup = <Choice extends string>({
  name,
  labelledBy,
  choices,
  value,
  onChange,
}: Props<Choice>) => {
  const id = useId();
  return (
    <div className="controls-field" role="radiogroup" aria-labelledby={labelledBy ?? id}>
      {labelledBy === undefined && (
        <span className="controls-label" id={id}>
          {name}
        </span>
      )}
      <div className="controls-segments">
        {(Object.keys(choices) as Choice[]).map((choice) => (
          <label key={choice} className="controls-segment">
            <input type="radio" name={id} checked={choice === value} onChange={() => onChange(choice)} />
            <span>{choices[choice]}</span>
          </label>
        ))}
      </div>
    </div>
  );
};
