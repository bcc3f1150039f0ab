import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { CellId } from '../../engine/types';
import { messages } from '../../messages';
import { pasteCell } from '../../store/entries';
import { closeEditor } from './editing';
import { nameOf, sizeOf, textOf } from './entry';

const inspector = messages.inspector;

interface TextFormProps {
  readonly cell: CellId;
  /** What was pasted already, and why it could not be taken. */
  readonly typed: string | undefined;
  readonly refusal: string | undefined;
}

/** Replaces a whole vector, matrix or sequence by pasted text. */
export const TextForm = ({ cell, typed, refusal }: TextFormProps) => {
  const [before] = useState(() => textOf(cell));
  const [text, setText] = useState(typed ?? before);
  const [problem, setProblem] = useState<string | null>(refusal ?? null);
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const name = nameOf(cell);
  const [rows, cols] = sizeOf(cell);
  useEffect(() => {
    area.current?.focus();
    area.current?.select();
  }, []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text === before) return closeEditor();
    const found = pasteCell(cell, text);
    if (found === null) return closeEditor();
    setProblem(found);
    area.current?.focus();
  };

  return (
    <form className="editor-form" data-touched={text !== before} onSubmit={submit} noValidate>
      <label className="editor-label" htmlFor={id}>
        {inspector.replaceAll(name)}
      </label>
      <textarea
        ref={area}
        id={id}
        className="editor-area"
        rows={Math.min(8, Math.max(3, rows))}
        spellCheck={false}
        wrap="off"
        value={text}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-note`}
        onChange={(event) => {
          setText(event.target.value);
          setProblem(null);
        }}
      />
      <p
        id={`${id}-note`}
        className={problem === null ? 'editor-note' : 'editor-problem'}
        role={problem === null ? undefined : 'alert'}
      >
        {problem ?? inspector.pasteHint(rows, cols)}
      </p>
      <div className="editor-line">
        <button type="submit" className="button button-strong">
          {inspector.replace}
        </button>
        <button type="button" className="button" onClick={closeEditor}>
          {inspector.cancel}
        </button>
      </div>
    </form>
  );
};
