import { createStore, useStore } from 'zustand';
import type { CellId } from '../../engine/types';

/** What is being edited: one number of a cell, or a whole cell as text. */
export interface Editing {
  readonly cell: CellId;
  /** Place of the number in the cell, row-major; undefined: the whole cell. */
  readonly index: number | undefined;
  /** Where the editor stands. */
  readonly anchor: DOMRectReadOnly;
  /** What was typed or pasted already; undefined: the numbers as they are. */
  readonly typed?: string;
  /** Why it could not be taken. */
  readonly problem?: string;
  /** What had the focus, and gets it back. */
  readonly opener: Element | null;
}

const editing = createStore<{ readonly now: Editing | null }>(() => ({ now: null }));

interface Place {
  readonly cell: CellId;
  readonly anchor: DOMRectReadOnly;
}

/**
 * Opens the editor for one number: an input, a target, S_0 or a weight.
 * @param place.index the number's place in the cell, row-major
 */
export const openEditor = (place: Place & { readonly index: number; readonly typed?: string }): void =>
  editing.setState({ now: { ...place, opener: document.activeElement } });

/** Opens the editor for a whole cell as text (`x` and `d`: the whole sequence). */
export const openPaste = (place: Place & { readonly typed?: string; readonly problem?: string }): void =>
  // From one number to all of them: what opened the first editor gets the focus back, for its button is gone.
  editing.setState(({ now }) => ({
    now: { ...place, index: undefined, opener: now?.opener ?? document.activeElement },
  }));

/** Closes the editor; the focus goes back to where it came from. */
export const closeEditor = (): void => {
  const { now } = editing.getState();
  editing.setState({ now: null });
  if (now?.opener instanceof HTMLElement || now?.opener instanceof SVGElement) now.opener.focus();
};

export const useEditing = (): Editing | null => useStore(editing, ({ now }) => now);
