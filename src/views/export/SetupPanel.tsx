import { useMemo, useRef, useState } from 'react';
import { exported as text } from '../../messages/export';
import type { State } from '../../store';
import { encodeFile } from '../../store/setup-file';
import { Actions } from './Actions';
import { fileName } from './file-name';
import { openFile } from './files/open-file';
import { Preview } from './Preview';

interface Props {
  readonly state: State;
  readonly onOpened: () => void;
}

/** The set-up as a file, and the way to open one. */
export const SetupPanel = ({ state, onOpened }: Props) => {
  const content = useMemo(() => encodeFile(state), [state]);
  const field = useRef<HTMLTextAreaElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const [refusal, setRefusal] = useState('');
  const open = async (files: readonly File[]) => {
    if (files.length === 0) return;
    const refused = await openFile(files);
    setRefusal(refused ?? '');
    if (refused === null) onOpened();
    // The same file, mended, can be chosen again.
    if (chooser.current) chooser.current.value = '';
  };
  return (
    <>
      <p className="export-note">{text.setupNote}</p>
      <Preview label={text.fileContent} value={content} field={field} />
      <div role="alert">{refusal !== '' && <p className="export-refusal">{refusal}</p>}</div>
      <Actions
        fileName={fileName('setup', state, 'json')}
        content={() => new Blob([content], { type: 'application/json' })}
        selectable={field}
      >
        <input
          ref={chooser}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={text.open}
          onChange={({ target }) => void open([...(target.files ?? [])])}
        />
        <button type="button" className="button" onClick={() => chooser.current?.click()}>
          {text.open}
        </button>
      </Actions>
    </>
  );
};
