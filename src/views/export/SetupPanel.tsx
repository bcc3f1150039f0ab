import { useMemo, useRef, useState } from 'react';
import { exported as text } from '../../messages/export';
import type { State } from '../../store';
import { encodeFile } from '../../store/file';
import { Actions } from './Actions';
import { fileName } from './file-name';
import { FileChooser } from './files/FileChooser';
import { Preview } from './Preview';

interface Props {
  readonly state: State;
  readonly onOpened: () => void;
}

/** The set-up as a file, and the way to open one. */
export const SetupPanel = ({ state, onOpened }: Props) => {
  const content = useMemo(() => encodeFile(state), [state]);
  const field = useRef<HTMLTextAreaElement>(null);
  const [refusal, setRefusal] = useState('');
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
        <FileChooser
          label={text.open}
          onOpened={(refused) => {
            setRefusal(refused ?? '');
            if (refused === null) onOpened();
          }}
        />
      </Actions>
    </>
  );
};
