import { type FormEvent, type KeyboardEvent, type ReactNode, type RefObject, useId, useState } from 'react';
import type { CellId } from '../../engine/types';
import { readTyped, type Typed } from '../../lessons/mistakes';
import { predict as text } from '../../messages/predict';
import { formatNumber } from '../../notation';
import { usePlan } from '../../store';
import './typed-form.css';

/** One line for a number, several for a vector or a matrix. */
export type Field = HTMLInputElement & HTMLTextAreaElement;

interface Props {
  /** What the result is of. */
  readonly cell: CellId;
  readonly label: string;
  readonly field: RefObject<Field | null>;
  readonly onCheck: (typed: Typed) => void;
  /** What was said of the text before says nothing of another. */
  readonly onChange: () => void;
  readonly onReveal?: () => void;
  /** Further buttons, beside the one that checks. */
  readonly children?: ReactNode;
}

/** A field for a number, or for the rows of a vector or matrix. Enter checks; what cannot be read stays, with a sentence why. */
export const TypedForm = ({ cell, label, field, onCheck, onChange, onReveal, children }: Props) => {
  const plan = usePlan();
  const { rows = 1, cols = 1 } = plan.cells.get(cell) ?? {};
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readTyped(typed);
    if ('error' in read) {
      setProblem(read.error);
      field.current?.focus();
    } else onCheck(read);
  };
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') event.currentTarget.blur();
    if (event.key !== 'Enter') return;
    if ((event.ctrlKey || event.metaKey) && onReveal) {
      event.preventDefault();
      onReveal();
    } else if (!event.shiftKey) submit(event);
  };
  const props = {
    ref: field,
    id,
    value: typed,
    spellCheck: false,
    autoComplete: 'off',
    'aria-invalid': problem !== null,
    'aria-describedby': `${id}-note`,
    onKeyDown: press,
    onChange: (event: { readonly target: { readonly value: string } }) => {
      setTyped(event.target.value);
      setProblem(null);
      onChange();
    },
  };
  return (
    <form className="typed-form" onSubmit={submit} noValidate>
      <label className="typed-form-label" htmlFor={id}>
        {label}
      </label>
      {rows * cols === 1 ? (
        <input className="typed-form-field" inputMode="text" {...props} />
      ) : (
        <textarea
          className="typed-form-field"
          rows={cols === 1 ? 2 : Math.min(6, Math.max(2, rows))}
          wrap="off"
          {...props}
        />
      )}
      <p
        id={`${id}-note`}
        className={problem === null ? 'typed-form-note' : 'typed-form-problem'}
        role={problem === null ? undefined : 'alert'}
      >
        {problem ?? toleranceOf(typed) ?? shapeHint(rows, cols)}
      </p>
      <div className="typed-form-buttons">
        <button type="submit" className="button button-strong">
          {text.check}
        </button>
        {children}
      </div>
    </form>
  );
};

const shapeHint = (rows: number, cols: number): string => {
  if (rows * cols === 1) return text.hintOne;
  return cols === 1 ? text.hintVector(rows) : text.hintMatrix(rows, cols);
};

/** How near is near enough, by the digits typed so far; undefined as long as no number stands there. */
const toleranceOf = (typed: string): string | undefined => {
  const read = readTyped(typed);
  if ('error' in read) return undefined;
  const finite = read.entries.filter(({ value }) => Number.isFinite(value));
  if (finite.length === 0) return undefined;
  const tolerances = finite.map(({ tolerance }) => tolerance);
  const [least, most] = [Math.min(...tolerances), Math.max(...tolerances)].map((size) =>
    formatNumber(size, 1),
  );
  if (least !== most) return text.tolerances(least, most);
  return text.tolerance(most, Math.max(...finite.map(({ digits }) => digits)));
};
