/** One playhead for several plans: where another network stands when this one stands here. */
import { nameOf } from './position';
import type { Op, Plan } from './types';

const tables = new WeakMap<Plan, WeakMap<Plan, Int32Array>>();

/**
 * The playhead of `to` that goes with a playhead of `from`. Where a pass ends in the one it ends in the other, also where
 * truncation lets it go through fewer steps; so does a time step. Within a step the operations that write the same cell in both are done at the same moment, and between two of
 * them the share that is done decides, rounded down; so it never moves back while the other moves on. A step that
 * `to` does not have in this pass is passed over.
 */
export function counterpart(from: Plan, playhead: number, to: Plan): number {
  if (from === to) return playhead;
  let known = tables.get(from);
  if (!known) {
    known = new WeakMap();
    tables.set(from, known);
  }
  let table = known.get(to);
  if (!table) {
    table = tableOf(from, to);
    known.set(to, table);
  }
  return table[playhead];
}

function tableOf(from: Plan, to: Plan): Int32Array {
  const table = new Int32Array(from.ops.length + 1);
  const theirs = new Map(stepsOf(to).map((step) => [step.key, step]));
  let reached = 0;
  for (const step of stepsOf(from)) {
    const same = theirs.get(step.key);
    if (same) {
      const marks = commonMarks(step.ops, same.ops);
      for (let done = 1; done <= step.ops.length; done++) {
        const mark = marks.findLastIndex(([own]) => own <= done);
        const [own, other] = marks[mark];
        const [nextOwn, nextOther] = marks[mark + 1] ?? [done + 1, other];
        const share = (done - own) / (nextOwn - own);
        table[step.start + done] = same.start + other + Math.floor(share * (nextOther - other));
      }
      reached = table[step.start + step.ops.length];
    } else table.fill(reached, step.start + 1, step.start + step.ops.length + 1);
  }
  // A pass ends where it ends, whatever its last step is.
  for (const bound of ['backward', 'update', 'end'] as const) table[from.bounds[bound]] = to.bounds[bound];
  for (let done = 1; done < table.length; done++) table[done] = Math.max(table[done], table[done - 1]);
  return table;
}

/** The operations of one time step in one pass. */
interface Step {
  readonly key: string;
  /** How many operations of the plan come before. */
  readonly start: number;
  readonly ops: Op[];
}

function stepsOf({ ops }: Plan): Step[] {
  const steps: Step[] = [];
  for (const op of ops) {
    const key = `${op.pass} ${op.t}`;
    if (steps.at(-1)?.key !== key) steps.push({ key, start: op.index, ops: [] });
    steps.at(-1)?.ops.push(op);
  }
  return steps;
}

/** Pairs of counts after which both have done the same: nothing, every operation they share in order, and all. */
function commonMarks(own: readonly Op[], other: readonly Op[]): [own: number, other: number][] {
  const marks: [number, number][] = [[0, 0]];
  let from = 0;
  for (const [index, op] of own.entries()) {
    const found = other.findIndex((candidate, at) => at >= from && nameOf(candidate) === nameOf(op));
    if (found < 0) continue;
    from = found + 1;
    marks.push([index + 1, from]);
  }
  marks.push([own.length, other.length]);
  return marks;
}
