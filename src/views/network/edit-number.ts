import type { CellId } from '../../engine/types';
import { openEditor } from '../editor';

/** Opens the editor for entry `index` of a given cell, at the element that was pressed. */
export const editNumber = (cell: CellId, index: number, element: Element): void =>
  openEditor({ cell, index, anchor: element.getBoundingClientRect() });
