/** Opening a set-up that is a file: dropped on the page, or chosen. */
import { files as text } from '../../../messages/files';
import { say, store } from '../../../store';
import { openLinked } from '../../../store/history';
import { decodeFile, LARGEST_FILE } from '../../../store/setup-file';

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
  const decoded = decodeFile(name, content);
  if ('error' in decoded) return decoded.error;
  const { past } = store.getState();
  openLinked(decoded);
  say(store.getState().past === past ? text.openedSame(name) : text.opened(name));
  return null;
}
