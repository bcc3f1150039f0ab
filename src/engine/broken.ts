/** Numbers that break: where a run first leaves what a double can hold. */
import { numbersIn } from './trace';
import type { Op, Trace } from './types';

/** The first operation, in the order of the list, that writes a number that is not finite; undefined if none does. */
export function firstBroken(trace: Trace): Op | undefined {
  if (trace.arena.every(Number.isFinite)) return undefined;
  return trace.plan.ops.find((op) => !(numbersIn(trace, op.out) as Float64Array).every(Number.isFinite));
}
