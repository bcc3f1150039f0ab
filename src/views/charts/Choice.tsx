import { memo, type ReactNode, useId } from 'react';
import './choice.css';

interface Props<Key extends string> {
  /** The group's accessible name. */
  readonly name: string;
  /** Whether the name is also seen; where the rest of the row says it already it is only read out. */
  readonly hasLabel?: boolean;
  readonly choices: Readonly<Record<Key, ReactNode>>;
  readonly value: Key;
  readonly onChange: (key: Key) => void;
}

const OneOf = <Key extends string>({ name, hasLabel = false, choices, value, onChange }: Props<Key>) => {
  const id = useId();
  return (
    <div className="choice" role="radiogroup" aria-labelledby={id}>
      <span id={id} className={hasLabel ? 'choice-name' : 'visually-hidden'}>
        {name}
      </span>
      <span className="choice-segments">
        {(Object.keys(choices) as Key[]).map((key) => (
          <label key={key} className="choice-segment">
            <input type="radio" name={id} checked={key === value} onChange={() => onChange(key)} />
            <span>{choices[key]}</span>
          </label>
        ))}
      </span>
    </div>
  );
};

/**
 * One of a few, small enough for the label of a row: native radio buttons, so that their keys are the usual ones.
 * Drawn again only when something of it changes: its row may be drawn in every frame.
 */
export const Choice = memo(OneOf) as typeof OneOf;
