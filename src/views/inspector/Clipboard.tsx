import { type MouseEvent, useState } from 'react';
import { messages } from '../../messages';
import { spoken } from '../../notation';
import { openPaste } from '../editor';
import { copyText, rowsText } from './copy-text';

const inspector = messages.inspector;

interface ClipboardProps {
  readonly weight: string;
  readonly values: Float64Array;
  readonly cols: number;
}

/** Copies a matrix and replaces it by pasted text. The names say of which weight; the eye sees it beside them. */
export const Clipboard = ({ weight, values, cols }: ClipboardProps) => {
  const [outcome, setOutcome] = useState('');
  const copy = () =>
    void copyText(rowsText(values, cols)).then((isDone) =>
      setOutcome(isDone ? inspector.copied : inspector.notCopied),
    );
  const paste = (event: MouseEvent<HTMLButtonElement>) =>
    openPaste({ cell: weight, anchor: event.currentTarget.getBoundingClientRect() });
  return (
    <span className="weights-clipboard" onPointerLeave={() => setOutcome('')}>
      <span role="status">{outcome}</span>
      <button type="button" className="weights-button" onClick={copy}>
        {inspector.copy} <span className="visually-hidden">{spoken(weight)}</span>
      </button>
      <button type="button" className="weights-button" onClick={paste}>
        {inspector.paste} <span className="visually-hidden">{spoken(weight)}</span>
      </button>
    </span>
  );
};
