/** The way of one error's gradient through the network: the cells that light up when it is pointed at. */
import { waysBack } from '../engine';
import { at, grad, term } from '../engine/cells';
import type { CellId, Plan } from '../engine/types';

/**
 * From E_t by its output to S_t and back to the state of step j; for the term of a weight on to where it is made.
 *
 * @param lane the state that it ends in; a weight, whose term it ends in
 */
export function pathFrom(plan: Plan, t: number, j: number, lane: string): CellId[] {
  const { states, weights } = plan.program;
  const cells = [at('E', t), grad(at('Y', t)), grad(at('o', t)), ...waysBack(plan, at('S', t), t)];
  const isTerm = weights.has(lane);
  for (let m = t; m >= j; m--) {
    const reached =
      m === j && !isTerm ? states.filter((state) => state === lane || isMadeOf(state, lane)) : states;
    cells.push(...reached.flatMap((state) => [at(state, m), grad(at(state, m))]));
    if (m > j) cells.push(...states.flatMap((state) => waysBack(plan, at(state, m - 1), m)));
  }
  return isTerm ? [...cells, term(lane, j)] : cells;
}

/** Within a step an LSTM's C is reached through its S as well. */
const isMadeOf = (state: string, lane: string): boolean => state === 'S' && lane === 'C';
