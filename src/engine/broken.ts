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
  return isSound(trace.arena) ? ops.slice(bounds.update).find(isBroken) : ops.find(isBroken);
}

/** Whether all numbers are finite: 0 times any other is not 0. */
function isSound(numbers: Float64Array): boolean {
  let sum = 0;
  for (let i = 0; i < numbers.length; i++) sum += 0 * numbers[i];
  return sum === 0;
}
