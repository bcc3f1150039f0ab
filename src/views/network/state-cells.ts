import { at, clipped, grad } from '../../engine/cells';
import type { CellId, Plan } from '../../engine/types';
import type { NodeBox } from '../../layout/boxes';

/**
 * The cells that a state's value and its gradient stand for: an operation on one of them is about this node. Of a cell
 * with gates a_t is not the state's own.
 */
export const before = (t: number, plan: Plan): CellId[] => (plan.shape.cell === 'rnn' ? [at('a', t)] : []);
export const valueCells = ({ id, t }: NodeBox, plan: Plan): CellId[] => [id, ...before(t, plan)];
export const gradientCells = ({ id, t }: NodeBox, plan: Plan): CellId[] => [
  grad(id),
  clipped(id),
  ...before(t, plan).map(grad),
];
