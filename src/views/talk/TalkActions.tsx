import { useEffect, useId, useRef, useState } from 'react';
import { talk as text } from '../../messages/talk';
import { formatFull } from '../../notation';
import { useUnrolled } from '../../store';
import { undo } from '../../store/actions';
import { encodeTalkFile, LARGEST_FILE } from '../../store/file';
import { encodeTalk, LONGEST_HASH } from '../../store/link';
import type { Marked } from '../../store/state';
import { FileChooser } from '../export/files/FileChooser';
import { copyText } from '../inspector/copy-text';
import { saveFile } from '../save-file';

/** Longer links are cut by some programs that they are sent with. */
const SAFE_LENGTH = 8000;

interface Props {
  readonly talk: readonly Marked[];
  readonly say: (sentence: string) => void;
  readonly onPresent: () => void;
}

/** What is done with the talk as a whole: presented, shared as a link or a file, another one opened. */
export const TalkActions = ({ talk, say, onPresent }: Props) => {
  const canUndo = useUnrolled((state) => state.canUndo);
  const isNone = talk.length === 0;
  const hash = isNone ? '' : encodeTalk(talk);
  const [link, setLink] = useState<string | null>(null);
  // Of another talk it would be the wrong one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the talk is what the link is of
  useEffect(() => setLink(null), [talk]);

  const share = async () => {
    setLink(null);
    if (hash === null) return say(text.tooLong(talk.length, formatFull(LONGEST_HASH)));
    const { href } = new URL(hash, location.href);
    const isCopied = await copyText(href);
    if (!isCopied) setLink(href);
    const copied = text.copied(talk.length, formatFull(href.length));
    say([isCopied ? copied : text.copyYourself, ...(href.length > SAFE_LENGTH ? [text.long] : [])].join(' '));
  };
  const save = () => {
    const content = new Blob([encodeTalkFile(talk)], { type: 'application/json' });
    if (content.size > LARGEST_FILE) return say(text.tooLarge);
    const name = `unrolled-talk-${talk.length}-moments.json`;
    saveFile(content, name);
    say(text.saved(name));
  };

  return (
    <>
      {link !== null && <LinkField link={link} />}
      {hash === null && <p className="talk-note">{text.notInAddress}</p>}
      <div className="talk-actions">
        <button
          type="button"
          className="button"
          disabled={!canUndo}
          onClick={() => {
            undo();
            say(text.undone);
          }}
        >
          {text.undo}
        </button>
        <FileChooser label={text.open} onOpened={(refusal) => say(refusal ?? text.openedFile)} />
        <button type="button" className="button" disabled={isNone} onClick={save}>
          {text.save}
        </button>
        <button type="button" className="button" disabled={isNone} onClick={() => void share()}>
          {text.share}
        </button>
        <button type="button" className="button button-strong" disabled={isNone} onClick={onPresent}>
          {text.present}
        </button>
      </div>
    </>
  );
};

/** The link, to be copied by hand. */
const LinkField = ({ link }: { link: string }) => {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <div className="talk-link">
      <label htmlFor={id}>{text.link}</label>
      <input id={id} ref={field} className="talk-title" readOnly value={link} />
    </div>
  );
};
