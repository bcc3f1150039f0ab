import { useRef } from 'react';
import { openFile } from './open-file';

interface Props {
  readonly label: string;
  /** It is open, or was refused by a sentence. */
  readonly onOpened: (refusal: string | null) => void;
}

/** A button that lets a file be chosen, and opens it. */
export const FileChooser = ({ label, onOpened }: Props) => {
  const chooser = useRef<HTMLInputElement>(null);
  const open = async (files: readonly File[]) => {
    if (files.length === 0) return;
    onOpened(await openFile(files));
    // The same file, mended, can be chosen again.
    if (chooser.current) chooser.current.value = '';
  };
  return (
    <>
      <input
        ref={chooser}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={label}
        onChange={({ target }) => void open([...(target.files ?? [])])}
      />
      <button type="button" className="button" onClick={() => chooser.current?.click()}>
        {label}
      </button>
    </>
  );
};
