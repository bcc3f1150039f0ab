import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import { exported as text } from '../../messages/export';
import { saveFile } from '../save-file';

interface Props {
  readonly fileName: string;
  /** The file, made when it is asked for. */
  readonly content: () => Blob | Promise<Blob>;
  /** The text that is selected where copying is refused, if all of it can be seen. */
  readonly selectable?: RefObject<HTMLTextAreaElement | null>;
  /** Further buttons, before these. */
  readonly children?: ReactNode;
}

/** Copies something or saves it as a file, and says which of the two happened. */
export const Actions = ({ fileName, content, selectable, children }: Props) => {
  const [outcome, setOutcome] = useState('');
  // What was said of another file says nothing of this one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the name is what tells one file from another
  useEffect(() => setOutcome(''), [fileName]);
  const copy = async () => {
    try {
      await copyBlob(content());
      setOutcome(text.copied);
    } catch {
      selectable?.current?.select();
      setOutcome(selectable?.current ? text.selected : text.notCopied);
    }
  };
  const save = async () => {
    try {
      saveFile(await content(), fileName);
      setOutcome(text.saved(fileName));
    } catch {
      setOutcome(text.failed);
    }
  };
  return (
    <div className="export-actions">
      <p role="status">{outcome}</p>
      {children}
      <button type="button" className="button" onClick={() => void copy()}>
        {text.copy}
      </button>
      <button type="button" className="button button-strong" onClick={() => void save()}>
        {text.save}
      </button>
    </div>
  );
};

/** Puts a picture that is being made on the clipboard as a picture, everything else as text. */
async function copyBlob(content: Blob | Promise<Blob>): Promise<void> {
  // Handed over before it is made or read: some browsers forget the click otherwise.
  const item: Record<string, Blob | Promise<Blob>> =
    content instanceof Blob ? { 'text/plain': asText(content) } : { 'image/png': content };
  return navigator.clipboard.write([new ClipboardItem(item)]);
}

const asText = (content: Blob): Blob => new Blob([content], { type: 'text/plain' });
