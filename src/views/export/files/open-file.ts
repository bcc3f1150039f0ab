/** Opening a set-up or a talk that is a file: dropped on the page, or chosen. */
import { files as text } from '../../../messages/files';
import { say, store } from '../../../store';
import { decodeFile, LARGEST_FILE } from '../../../store/file';
import { openLinked, openTalk } from '../../../store/history';

const kilobytes = (bytes: number): string => text.kilobytes(String(Math.ceil(bytes / 1024)));

/**
 * Opens the one file that there is. It can be undone. Where it does not fit, nothing changes.
 *
 * @returns a sentence that says why it was refused, or null
 */
export async function openFile(files: readonly File[]): Promise<string | null> {
  const [file] = files;
  if (!file) return text.none;
  if (files.length > 1) return text.several(files.length);
  const { name, size } = file;
  if (size > LARGEST_FILE) return text.tooLarge(name, kilobytes(size), kilobytes(LARGEST_FILE));
  let content: string;
  try {
    content = await file.text();
  } catch {
    return text.unreadable(name);
  }
  const found = decodeFile(name, content);
  if ('error' in found) return found.error;
  const { past } = store.getState();
  const isTalk = 'length' in found;
  if (isTalk) openTalk(found);
  else openLinked(found);
  const isSame = store.getState().past === past;
  if (isTalk) say(isSame ? text.openedSameTalk(name) : text.openedTalk(name, found.length));
  else say(isSame ? text.openedSame(name) : text.opened(name));
  return null;
}
