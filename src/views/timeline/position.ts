/** The playhead in words. */
import { opAt, type Plan } from '../../engine';
import { messages } from '../../messages';
import { spoken } from '../../notation';

const text = messages.timeline;

/** For the eye: `operation 23 of 41 · backward · t = 2`. */
export function writtenPosition(plan: Plan, playhead: number): string {
  const op = opAt(plan, playhead);
  const all = plan.ops.length;
  return op ? text.position(playhead, all, text.passes[op.pass], op.t) : text.start(all);
}

/** For the ear, with what the operation writes: `operation 23 of 41, backward, t = 2: gradient of S 2`. */
export function spokenPosition(plan: Plan, playhead: number): string {
  const op = opAt(plan, playhead);
  const all = plan.ops.length;
  if (!op) return text.spokenStart(all);
  return text.spokenPosition(playhead, all, text.passes[op.pass], op.t, spoken(op.out, plan));
}
