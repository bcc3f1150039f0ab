import { type CSSProperties, type ReactNode, useId } from 'react';
import { formatNumber } from '../../notation';
import { endGesture } from '../../store/actions';
import { NumberEntry } from './NumberEntry';
import type { Limits } from './read-number';

/** How the way along a slider relates to its value; both directions, so that the thumb stands where the value is. */
export interface Travel {
  readonly from: number;
  readonly to: number;
  readonly step: number;
  toValue(position: number): number;
  toPosition(value: number): number;
}

/** Equal ways are equal differences. */
export const evenly = (from: number, to: number, step: number): Travel => ({
  from,
  to,
  step,
  toValue: (position) => position,
  toPosition: (value) => value,
});

interface Props {
  readonly name: string;
  /** The label as it is drawn, where that needs more than letters; its text must be `name`. */
  readonly label?: ReactNode;
  readonly value: number;
  readonly limits: Limits;
  readonly travel: Travel;
  /** `gesture` names the movement under way; a typed number has none. */
  readonly onChange: (value: number, gesture?: string) => void;
  readonly note?: ReactNode;
}

/** A slider with its value beside it as a number that can be typed over. A drag is one gesture: undo takes it back whole. */
export const SliderField = ({ name, label, value, limits, travel, onChange, note }: Props) => {
  const id = useId();
  // A number that broke has no place on the way.
  const place = Number.isNaN(value) ? travel.from : travel.toPosition(value);
  const position = Math.min(travel.to, Math.max(travel.from, place));
  const share = (position - travel.from) / (travel.to - travel.from);
  return (
    <div className="controls-field">
      <label className="controls-label" htmlFor={`${id}-number`} id={`${id}-label`}>
        {label ?? name}
      </label>
      <NumberEntry
        id={`${id}-number`}
        name={name}
        value={value}
        limits={limits}
        onCommit={(next) => onChange(next)}
      />
      <input
        className="controls-range"
        type="range"
        aria-labelledby={`${id}-label`}
        aria-valuetext={formatNumber(value)}
        min={travel.from}
        max={travel.to}
        step={travel.step}
        value={position}
        style={{ '--share': share } as CSSProperties}
        onChange={(event) => {
          const next = travel.toValue(event.currentTarget.valueAsNumber);
          if (next !== value) onChange(next, name);
        }}
        onPointerUp={endGesture}
        onKeyUp={endGesture}
        onBlur={endGesture}
      />
      {note !== undefined && <div className="controls-note">{note}</div>}
    </div>
  );
};
