import { tinykeys } from 'tinykeys';

/** What the keys do; see `bindings`. */
export interface Commands {
  stride(direction: 1 | -1): void;
  timeStep(direction: 1 | -1): void;
  /** What a presenter's clicker sends. */
  clicker(direction: 1 | -1): void;
  togglePlay(): void;
  first(): void;
  last(): void;
  togglePresent(): void;
  leave(): void;
  toggleChartScale(): void;
  openCliff(): void;
  openMoments(): void;
  toggleTraining(): void;
  toggleFold(): void;
  togglePanel(side: 'left' | 'right'): void;
  undo(): void;
  redo(): void;
  reveal(): void;
  help(): void;
}

const arrows = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];
const textTypes = ['text', 'number', 'search', 'url', 'email', 'password', 'tel'];

/** The keys that a control needs for itself while it has the focus: `'all'`, or their names. */
const keysOf = (target: Element): 'all' | readonly string[] => {
  const role = target.getAttribute('role');
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return 'all';
  if (target instanceof HTMLElement && target.isContentEditable) return 'all';
  if (role === 'textbox' || role === 'combobox' || role === 'spinbutton') return 'all';
  if (target instanceof HTMLInputElement) {
    if (textTypes.includes(target.type)) return 'all';
    if (target.type === 'range') return [...arrows, 'Home', 'End'];
    if (target.type === 'radio') return [...arrows, ' '];
    return [' ', 'Enter'];
  }
  if (role === 'slider') return [...arrows, 'Home', 'End'];
  if (role === 'radio' || role === 'tab' || role === 'menuitem') return [...arrows, ' ', 'Enter'];
  if (target.closest('button, summary, [role="button"], [role="switch"]')) return [' ', 'Enter'];
  return [];
};

/**
 * Whether a key press is the workbench's own: not already handled, not one that the focused control needs, and not
 * while a dialog is open. A slider leaves PageUp and PageDown to the workbench, because a presenter's clicker sends them.
 */
export const isFree = (event: KeyboardEvent): boolean => {
  if (event.defaultPrevented) return false;
  const target = event.target;
  if (!(target instanceof Element)) return true;
  // Wherever the key arrives: Tab leads out of a dialog with one control, to the page as a whole.
  if (target.ownerDocument.querySelector('dialog[open]')) return false;
  const kept = keysOf(target);
  return kept !== 'all' && !kept.includes(event.key);
};

/** Listens for the workbench's keys on the window; returns what takes the listener away. */
export const listenToKeys = (commands: Commands): (() => void) => {
  const on = (command: () => void) => (event: KeyboardEvent) => {
    if (!isFree(event)) return;
    // Else the page scrolls by Space and PageDown, and the browser searches by letters.
    event.preventDefault();
    command();
  };
  return tinykeys(window, {
    ArrowLeft: on(() => commands.stride(-1)),
    ArrowRight: on(() => commands.stride(1)),
    'Shift+ArrowLeft': on(() => commands.timeStep(-1)),
    'Shift+ArrowRight': on(() => commands.timeStep(1)),
    PageUp: on(() => commands.clicker(-1)),
    PageDown: on(() => commands.clicker(1)),
    Space: on(commands.togglePlay),
    Home: on(commands.first),
    End: on(commands.last),
    p: on(commands.togglePresent),
    l: on(commands.toggleChartScale),
    c: on(commands.openCliff),
    m: on(commands.openMoments),
    t: on(commands.toggleTraining),
    f: on(commands.toggleFold),
    r: on(commands.reveal),
    '[': on(() => commands.togglePanel('left')),
    ']': on(() => commands.togglePanel('right')),
    '$mod+z': on(commands.undo),
    '$mod+Shift+z': on(commands.redo),
    '?': on(commands.help),
    'Shift+?': on(commands.help),
    Escape: (event) => {
      // Nothing is prevented: Escape also closes what the browser has open.
      if (isFree(event)) commands.leave();
    },
  });
};
