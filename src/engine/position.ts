/** The playhead as a place in the computation, which survives a change that adds or removes steps. */
import { laneOf, timeOf } from './cells';
import { opAt } from './trace';
import type { Op, Pass, Plan } from './types';

/**
 * The last operation done: its pass, its time step, and the lane it writes (`d:S`); before any: forward, 0, ''. What
 * stands in another step's column, as the gradient of S_0 does in that of step 1, goes by its full name (`d:S0`).
 */
export interface Position {
  readonly pass: Pass;
  readonly t: number;
  readonly op: string;
}

export type Stride = 'operation' | 'time step' | 'pass';

/**
 * An operation's name within its time step and pass: the lane it writes. What belongs to another step or to none has a
 * name that no lane has: `d:S0`, and `=E` for the sum of all errors.
 */
export const nameOf = ({ out, t }: Op): string => {
  if (t === 0 || timeOf(out) === t) return laneOf(out);
  return timeOf(out) < 0 ? `=${out}` : out;
};

const start: Position = { pass: 'forward', t: 0, op: '' };

/** Where a playhead stands. */
export function positionOf(plan: Plan, playhead: number): Position {
  const op = opAt(plan, playhead);
  return op ? { pass: op.pass, t: op.t, op: nameOf(op) } : start;
}

/**
 * The playhead of a position. Where the plan has no such operation: the end of that time step in that pass; where it has
 * no such time step: the end of the pass.
 */
export function playheadOf(plan: Plan, { pass, t, op }: Position): number {
  if (op === '') return 0;
  const inPass = plan.ops.filter((candidate) => candidate.pass === pass);
  const inStep = inPass.filter((candidate) => candidate.t === t);
  const exact = inStep.find((candidate) => nameOf(candidate) === op);
  const nearest = exact ?? inStep.at(-1) ?? inPass.at(-1);
  return nearest ? nearest.index + 1 : 0;
}

/** The playhead one stride on (1) or back (−1): to the end of an operation, of a time step, or of a pass. */
export function strideFrom(plan: Plan, playhead: number, direction: 1 | -1, stride: Stride): number {
  const end = plan.ops.length;
  let to = Math.min(end, Math.max(0, playhead + direction));
  if (stride === 'operation') return to;
  while (to > 0 && to < end && belongTogether(plan.ops[to - 1], plan.ops[to], stride)) to += direction;
  return to;
}

const belongTogether = (a: Op, b: Op, stride: Stride): boolean =>
  a.pass === b.pass && (stride === 'pass' || a.t === b.t);
