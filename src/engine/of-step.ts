/** A plan step by step, found once: whoever draws or walks one step of a long sequence must not look through all. */
import { timeOf } from './cells';
import type { Program } from './programs/program';
import type { Op, Pass, Plan } from './types';

/** What a program says of one step: its operations, and the ranges of cells that have names of their own. */
export type OfStep = Pick<Program, 'steps' | 'views'>;

/** Operations of a plan that follow on each other: the first one's index, and that behind the last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

interface Found {
  readonly program: readonly OfStep[];
  readonly spans: Readonly<Record<Pass, readonly Span[]>>;
}

const found = new WeakMap<Plan, Found>();

function find(plan: Plan): Found {
  const { T } = plan.shape;
  const all = Array.from({ length: T + 1 }, () => ({ steps: [], views: new Map() }) as OfStep);
  for (const step of plan.program.steps) all[step.t]?.steps.push(step);
  for (const [id, view] of plan.program.views) all[timeOf(id)]?.views.set(id, view);
  const none = (): Span[] => Array.from({ length: T + 1 }, () => ({ from: 0, to: 0 }));
  const spans = { forward: none(), backward: none(), update: none() };
  for (const { pass, t, index } of plan.ops) {
    const { from, to } = spans[pass][t];
    spans[pass][t] = from === to ? { from: index, to: index + 1 } : { from, to: index + 1 };
  }
  return { program: all, spans };
}

function foundIn(plan: Plan): Found {
  const known = found.get(plan) ?? find(plan);
  found.set(plan, known);
  return known;
}

/** The forward operations of step t. */
export const ofStep = (plan: Plan, t: number): OfStep =>
  foundIn(plan).program[t] ?? { steps: [], views: new Map() };

/** The operations of step t in a pass, in their order: they stand side by side. Step 0 has those of the whole sequence. */
export function opsOfStep(plan: Plan, pass: Pass, t: number): readonly Op[] {
  const { from, to } = foundIn(plan).spans[pass][t] ?? { from: 0, to: 0 };
  return plan.ops.slice(from, to);
}
