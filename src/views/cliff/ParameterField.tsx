import { useId } from 'react';
import { cliff as text } from '../../messages/en/cliff';
import { label } from '../../notation';
import { usePlan, useUnrolled } from '../../store';
import type { WeightName } from '../../tasks/seeded';
import { weightSizes } from '../../tasks/setup';
import { type Entry, isSameEntry } from './parameters';

interface Props {
  readonly name: string;
  readonly value: Entry;
  /** The other parameter: one cannot go both across and up. */
  readonly taken: Entry;
  readonly onChange: (entry: Entry) => void;
}

/** One entry of a weight: the weight and, where it has more than one, the row and the column. */
export const ParameterField = ({ name, value, taken, onChange }: Props) => {
  const id = useId();
  const plan = usePlan();
  const sizes = weightSizes(useUnrolled((state) => state.setup));
  const [rows, cols] = sizes.get(value.weight) ?? [1, 1];
  const isFree = (entry: Entry) => !isSameEntry(entry, taken);
  const weights = [...sizes.keys()].filter((weight) => firstFree(weight, sizes.get(weight), isFree));
  const places = [
    { part: 'row', label: text.row, count: rows },
    { part: 'col', label: text.column, count: cols },
  ] as const;
  return (
    <fieldset className="cliff-parameter">
      <legend>{name}</legend>
      <label htmlFor={`${id}-weight`}>{text.weight}</label>
      <select
        id={`${id}-weight`}
        className="controls-select"
        value={value.weight}
        onChange={({ currentTarget }) => {
          const weight = currentTarget.value as WeightName;
          const entry = firstFree(weight, sizes.get(weight), isFree);
          if (entry) onChange(entry);
        }}
      >
        {weights.map((weight) => (
          <option key={weight} value={weight}>
            {label(weight, plan)}
          </option>
        ))}
      </select>
      {places.map(
        ({ part, label, count }) =>
          count > 1 && (
            <span key={part} className="cliff-place">
              <label htmlFor={`${id}-${part}`}>{label}</label>
              <select
                id={`${id}-${part}`}
                className="controls-select"
                value={value[part]}
                onChange={({ currentTarget }) => onChange({ ...value, [part]: Number(currentTarget.value) })}
              >
                {Array.from({ length: count }, (_, index) => index).map((index) => (
                  <option key={index} value={index} disabled={!isFree({ ...value, [part]: index })}>
                    {index + 1}
                  </option>
                ))}
              </select>
            </span>
          ),
      )}
    </fieldset>
  );
};

/** The first entry of a weight that the other parameter is not. */
function firstFree(
  weight: WeightName,
  [rows, cols]: readonly [number, number] = [0, 0],
  isFree: (entry: Entry) => boolean,
): Entry | undefined {
  const candidates: readonly Entry[] = [
    { weight, row: 0, col: 0 },
    { weight, row: 0, col: 1 },
    { weight, row: 1, col: 0 },
  ];
  return candidates.find((entry) => entry.row < rows && entry.col < cols && isFree(entry));
}
