const moments = (count: number) => (count === 1 ? '1 moment' : `${count} moments`);

/** Sentences of the moments that a teacher marks, in their order a talk; loaded with them. */
export const talk = {
  title: 'Moments',
  about:
    'A moment is a network, a step of it, and what is open beside it. In their order moments are a talk: a clicker walks it in Present, and one link or one file holds all of it.',
  newTitle: 'Title',
  mark: 'Mark this moment',
  /** The title that is proposed, until another one is typed. */
  proposal: (what: string, where: string) => `${what}: ${where}`,
  plain: (cell: string, T: number) => `${cell}, T = ${T}`,
  /** Set-ups that are compared: by their cells, where these are not all the same. */
  compared: (count: number, names: readonly string[]) =>
    names.length > 1 ? `${names.join(', ')} compared` : `${count} set-ups compared`,
  cliff: 'The cliff',
  start: 'start',
  update: 'update',
  place: (pass: string, t: number) => (t > 0 ? `${pass}, t = ${t}` : pass),
  full: (most: number) => `A talk has room for ${most} moments, and no more.`,
  none: 'No moment is marked yet. Step to what you want to show, come back here and mark it; then the next.',
  list: 'Moments of the talk, in their order',
  number: (place: number) => `${place}.`,
  titleOf: (place: number) => `Title of moment ${place}`,
  /** Parts of what stands below a title. */
  steps: (T: number) => `T = ${T}`,
  updates: (count: number) => (count === 1 ? 'after 1 update' : `after ${count} updates`),
  predicting: 'predicting',
  isShown: 'shown last',
  goTo: 'Go to',
  replace: 'Replace',
  remove: 'Remove',
  goToOne: (place: number) => `Go to moment ${place}`,
  up: (place: number) => `Move moment ${place} up`,
  down: (place: number) => `Move moment ${place} down`,
  replaceOne: (place: number) => `Replace moment ${place} by the present one`,
  removeOne: (place: number) => `Remove moment ${place}`,
  drag: 'Drag to another place',

  marked: (title: string, count: number) => `“${title}” is marked, as the last of ${moments(count)}.`,
  moved: (title: string, place: number, count: number) => `“${title}” is now ${place} of ${count}.`,
  replaced: (title: string) => `“${title}” is now what is shown here.`,
  removed: (title: string) => `“${title}” is removed. Undo brings it back.`,
  undone: 'Undone.',
  undo: 'Undo',

  present: 'Present from the first',
  share: 'Share as link',
  save: 'Save as file',
  open: 'Open a file …',
  link: 'Link to the talk',
  copied: (count: number, length: string) => `Link copied: ${moments(count)}, ${length} characters.`,
  copyYourself: 'The browser did not let the link be copied. It is selected: copy it from here.',
  long: 'Some programs for mail and chat cut links as long as this: a file is safer.',
  tooLong: (count: number, most: string) =>
    `${count === 1 ? 'This moment is' : `These ${count} moments are`} too long for a link, which has room for ${most} characters. Save them as a file: it holds them all.`,
  notInAddress:
    'This talk is too long for the address of the page: a reload brings back only the moment that is shown. Save it as a file.',
  saved: (name: string) => `Saved as ${name}`,
  tooLarge:
    'This talk is too large for a file that Unrolled opens again. Take moments of large networks away.',
  openedFile: 'The file is open. Undo brings back what was here before.',

  region: 'Talk',
  count: moments,
  of: (place: number, count: number) => `${place} of ${count}`,
  previous: 'Previous moment',
  next: 'Next moment',
  clicker: 'Clicker walks',
  clickers: { moments: 'moments', operations: 'operations' },
} as const;
