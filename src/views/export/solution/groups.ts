import type { Op, Pass, Plan } from '../../../engine/types';

/** Operations that follow each other within one time step of one pass. */
export interface Group {
  readonly pass: Pass;
  /** 0 for what belongs to the whole sequence. */
  readonly t: number;
  readonly ops: readonly Op[];
}

/** The first `count` operations by pass and time step, in order. */
export function groupsOf(plan: Plan, count: number): readonly Group[] {
  const groups: { readonly pass: Pass; readonly t: number; readonly ops: Op[] }[] = [];
  for (const op of plan.ops.slice(0, count)) {
    const last = groups.at(-1);
    if (last && last.pass === op.pass && last.t === op.t) last.ops.push(op);
    else groups.push({ pass: op.pass, t: op.t, ops: [op] });
  }
  return groups;
}
