import { newArena } from './arenas';
import { run } from './run';
import type { Plan, Trace, Values } from './types';
import { checkValues } from './validate';

/**
 * Runs a plan on the given numbers and records every number it writes.
 *
 * @param earlier a trace of the same plan whose forward pass started from the same numbers (only the clip threshold or
 *   the learning rate differ): its forward part is taken over instead of computed again
 * @throws ShapeError if a lane is missing or has the wrong number of entries
 */
export function execute(plan: Plan, values: Values, earlier?: Trace): Trace {
  return record(plan, pack(plan, values), earlier?.plan === plan ? earlier : undefined);
}

/** Runs a plan on packed numbers (see `pack`) and records; what `execute` does once the numbers are in place. */
export function record(plan: Plan, given: Float64Array, earlier?: Trace): Trace {
  const arena = newArena(plan.size);
  if (earlier) arena.set(earlier.arena);
  arena.set(given);
  run(arena, plan.code, earlier ? plan.backwardCode : 0, plan.code.length);
  return { plan, arena };
}

/**
 * The given numbers in the order in which they stand at the beginning of an arena.
 *
 * @throws ShapeError if a lane is missing or has the wrong number of entries
 */
export function pack(plan: Plan, values: Values): Float64Array {
  checkValues(plan, values);
  const start: number[] = [];
  for (const { lane, from, length } of plan.given) {
    const source = values[lane];
    const assumed = plan.defaults.get(lane) ?? Number.NaN;
    for (let i = 0; i < length; i++) start.push(source ? source[from + i] : assumed);
  }
  return Float64Array.from(start);
}

/** Runs forward, backward and the sums of the weights in an arena that holds the given numbers: one gradient, in place. */
export function gradient(plan: Plan, arena: Float64Array): void {
  run(arena, plan.code, 0, plan.initialCode);
}
