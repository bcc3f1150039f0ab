import type { NodeBox } from '../../layout/boxes';
import { LONGEST_COLUMN } from '../../layout/metrics';

export const isState = ({ lane }: NodeBox): boolean => lane === 'S' || lane === 'C';

/** Whether a node of narrow columns is one of the many: without numbers, in a column. The others are elements. */
export const isPainted = ({ t, type }: NodeBox): boolean => t > 0 && type === 0;

/** Whether a state is so long that its numbers are a strip of colour on the canvas, whatever else is drawn how. */
export const isHeat = (node: NodeBox): boolean =>
  isState(node) && node.rows > LONGEST_COLUMN && node.across === 1;
