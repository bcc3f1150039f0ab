import { useId, useRef, useState } from 'react';
import { learning } from '../../messages/learning';
import { takeSequence } from '../../store/tasks';
import { parseSequenceTable } from '../../tasks/parse-sequence';
import { Dialog } from '../Dialog';
import './own-sequence.css';

const text = learning.own;

/** Takes a sequence that is typed, pasted or read from a file; one that cannot be read stays, with a sentence where it fails. */
export const OwnSequence = ({ onClose }: { onClose: () => void }) => {
  const id = useId();
  const chooser = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [refusal, setRefusal] = useState('');
  const change = (next: string) => {
    setTyped(next);
    setRefusal('');
  };
  const read = async (file: File | undefined) => {
    if (!file) return;
    try {
      change(await file.text());
    } catch {
      setRefusal(text.unreadable(file.name));
    }
    // The same file, mended, can be chosen again.
    if (chooser.current) chooser.current.value = '';
  };
  return (
    <Dialog className="own-sequence" title={text.title} onClose={onClose}>
      {(close) => (
        <>
          <p id={`${id}-about`}>{text.about}</p>
          <label htmlFor={id}>{text.numbers}</label>
          <textarea
            id={id}
            rows={12}
            spellCheck={false}
            placeholder={text.example}
            value={typed}
            aria-describedby={`${id}-about`}
            aria-invalid={refusal !== ''}
            onChange={({ currentTarget }) => change(currentTarget.value)}
          />
          <p role="alert" className="own-sequence-refusal">
            {refusal}
          </p>
          <div className="own-sequence-buttons">
            <input
              ref={chooser}
              type="file"
              accept=".csv,.tsv,.txt,text/csv,text/plain"
              hidden
              aria-label={text.file}
              onChange={({ target }) => void read(target.files?.[0])}
            />
            <button type="button" className="button" onClick={() => chooser.current?.click()}>
              {text.file}
            </button>
            <button
              type="button"
              className="button button-strong"
              onClick={() => {
                const parsed = parseSequenceTable(typed);
                if ('error' in parsed) {
                  setRefusal(parsed.error);
                  return;
                }
                takeSequence(parsed);
                close();
              }}
            >
              {text.use}
            </button>
          </div>
        </>
      )}
    </Dialog>
  );
};
