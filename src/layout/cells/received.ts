/** Which cells hold what flows between the states and the operations of a step. */
import { clipped, grad, via } from '../../engine/cells';
import type { CellId, Plan } from '../../engine/types';

/** What flows on from a cell backward: its gradient, after clipping if it is clipped; undefined if there is none. */
export const flowOf = (plan: Plan, id: CellId): CellId | undefined =>
  [clipped(id), grad(id)].find((cell) => plan.cells.has(cell));

/**
 * What a cell receives through one of its consumers: a cell of its own, or the whole gradient if it has no other
 * source; several where gradients of different errors are carried apart; none where nothing flows.
 */
export const receivedBy = (plan: Plan, id: CellId, consumer: CellId): CellId[] => {
  const own = [via(id, consumer), grad(id)];
  const found = plan.ops.flatMap(({ out, derives }) =>
    derives?.of === consumer && out.startsWith(grad(id)) ? [out] : [],
  );
  const whole = found.filter((out) => own.includes(out));
  return whole.length > 0 ? whole : found.filter((out) => out.startsWith(own[0]));
};

/** The cells of a list that the plan has. */
export const existing = (plan: Plan, ...ids: (CellId | undefined)[]): CellId[] =>
  ids.filter((id): id is CellId => id !== undefined && plan.cells.has(id));
