/** Numbers that break: where a run first leaves what a double can hold. */
import { numbersIn } from './trace';
import type { Op, Trace } from './types';

/**
 * The first operation, in the order of the list, that writes a number that is not finite; undefined if none does. What
 * the run itself passes over, the update, is looked at too: it is made for that.
 */
export function firstBroken(trace: Trace): Op | undefined {
  const { ops, bounds } = trace.plan;
  const isBroken = (op: Op) => !(numbersIn(trace, op.out) as Float64Array).every(Number.isFinite);
  return trace.arena.every(Number.isFinite) ? ops.slice(bounds.update).find(isBroken) : ops.find(isBroken);
}
