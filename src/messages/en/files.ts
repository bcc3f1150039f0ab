/** Sentences about files that are dropped on the page or chosen; loaded with what reads them. */
const kept = 'What you had is still here.';
const what = 'A set-up of Unrolled is a .json file, saved with Export; a talk is one, saved with Moments.';

export const files = {
  dropHint: 'Drop a set-up or a talk here to open it',
  dropHintNote: 'a .json file saved with Export or Moments; what you have now comes back with Undo',
  opened: (name: string) => `“${name}” is open. Undo brings back what was here before.`,
  openedSame: (name: string) => `“${name}” is open: the network that was here already.`,
  openedTalk: (name: string, count: number) =>
    `“${name}” is open: a talk of ${count === 1 ? '1 moment' : `${count} moments`}. Undo brings back what was here before.`,
  openedSameTalk: (name: string) => `“${name}” is open: the talk that was here already, at its first moment.`,
  several: (count: number) => `One file at a time: these are ${count} files. ${kept}`,
  none: `What was dropped is no file. ${kept}`,
  unreadable: (name: string) =>
    `“${name}” can’t be read: the browser was not let at it, or it is a folder. ${kept}`,
  tooLarge: (name: string, size: string, most: string) =>
    `“${name}” is too large to be one of Unrolled’s: ${size}, and none has more than ${most}. ${kept}`,
  empty: (name: string) => `“${name}” is empty. ${kept}`,
  otherType: (name: string) => `“${name}” is neither a set-up nor a talk. ${what} ${kept}`,
  damaged: (name: string) => `“${name}” is damaged, perhaps cut off: it can’t be read as JSON. ${kept}`,
  otherJson: (name: string) => `“${name}” is JSON, but neither a set-up nor a talk. ${what} ${kept}`,
  newer: (name: string) =>
    `“${name}” was saved by a newer version of Unrolled, which this one can’t read. Reload the page to get the newest. ${kept}`,
  notAllowed: (name: string, asked: string) =>
    `“${name}” asks for something that is not allowed (${asked}). ${kept}`,
  kilobytes: (size: string) => `${size} kB`,
  notLoaded: `The part of the page that reads files could not be loaded. ${kept}`,
} as const;
