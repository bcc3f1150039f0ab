import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { CellId } from '../../engine/types';
import { messages } from '../../messages';
import { editEntry } from '../../store/entries';
import { closeEditor, openPaste } from './editing';
import { entryKey, nameOfEntry, numberText, sequenceOf } from './entry';
import { readOne } from './read-one';

const inspector = messages.inspector;

interface NumberFormProps {
  readonly cell: CellId;
  readonly index: number;
  readonly typed: string | undefined;
}

/** Changes one number. Enter takes it, Escape leaves it; what cannot be read stays, with a sentence why. */
export const NumberForm = ({ cell, index, typed }: NumberFormProps) => {
  const [before] = useState(() => numberText(cell, index));
  const [text, setText] = useState(typed ?? before);
  const [problem, setProblem] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const name = nameOfEntry(cell, index);
  const sequence = sequenceOf(cell);
  useEffect(() => {
    input.current?.focus();
    if (typed === undefined) input.current?.select();
  }, [typed]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text === before) return closeEditor();
    const value = readOne(text);
    const found = typeof value === 'string' ? value : editEntry(entryKey(cell, index), value);
    if (found === null) return closeEditor();
    setProblem(found);
    input.current?.focus();
  };

  return (
    <form className="editor-form" data-touched={text !== before} onSubmit={submit} noValidate>
      <label className="editor-label" htmlFor={id}>
        {name}
      </label>
      <div className="editor-line">
        <input
          ref={input}
          id={id}
          className="editor-input"
          inputMode="text"
          autoComplete="off"
          spellCheck={false}
          value={text}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-note`}
          onChange={(event) => {
            setText(event.target.value);
            setProblem(null);
          }}
        />
        <button type="submit" className="button button-strong">
          {inspector.change}
        </button>
      </div>
      <p
        id={`${id}-note`}
        className={problem === null ? 'editor-note' : 'editor-problem'}
        role={problem === null ? undefined : 'alert'}
      >
        {problem ?? inspector.enterHint}
      </p>
      {sequence !== undefined && (
        <button
          type="button"
          className="button"
          onClick={(event) =>
            openPaste({ cell: sequence, anchor: event.currentTarget.getBoundingClientRect() })
          }
        >
          {inspector.allSteps}
        </button>
      )}
    </form>
  );
};
