import { useId } from 'react';

interface Props {
  readonly name: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Something that is there or not. */
export const SwitchField = ({ name, isOn, onChange }: Props) => {
  const id = useId();
  return (
    <div className="controls-field controls-field-row">
      <label className="controls-label" htmlFor={id}>
        {name}
      </label>
      <input
        id={id}
        className="controls-switch"
        type="checkbox"
        role="switch"
        aria-checked={isOn}
        checked={isOn}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </div>
  );
};
