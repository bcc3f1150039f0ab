import type { CellId } from '../../engine/types';
import { point } from '../../store/actions';

/** What makes a drawing light up, wherever it stands, the cell that it is of. */
export const pointing = (cell: CellId) => ({
  onPointerEnter: () => point(cell),
  onPointerLeave: () => point(null),
});

/** The same where the keyboard reaches it. */
export const focusing = (cell: CellId) => ({
  ...pointing(cell),
  onFocus: () => point(cell),
  onBlur: () => point(null),
});
