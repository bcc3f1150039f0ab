/**
 * Reverse mode: a program walked backward, cell by cell. The gradient of a cell is what its consumers send it, one
 * operation each, then their sum. What reaches a weight is a term for its time step, added to the sum so far.
 */
import { clipped, grad, partial, term, via } from './cells';
import type { Program, Step, View } from './programs/program';
import { rules } from './rules';
import type { CellId, Term } from './types';

export interface Backward {
  readonly steps: Step[];
  readonly views: Map<CellId, View>;
  /** Gradients that have the very numbers of another: cell → the other. */
  readonly aliases: Map<CellId, CellId>;
  /** Cells that stand for matrices made when asked for: terms and partial sums. */
  readonly deferred: Set<CellId>;
  /** For each weight its terms, latest step first, as the vectors that make them: d vᵀ, or d alone for a bias. */
  readonly terms: Map<CellId, Term[]>;
}

/**
 * The backward pass of a program, from its errors to its weights and initial states.
 *
 * @param isClipped whether δ_t of the first state lane is clipped before it flows on
 */
export function reverse(program: Program, isClipped: boolean): Backward {
  const steps: Step[] = [];
  const views = new Map<CellId, View>();
  const aliases = new Map<CellId, CellId>();
  const deferred = new Set<CellId>();
  const terms = new Map<CellId, Term[]>();
  /** What flows on from a cell: its gradient, after clipping if it is clipped. Cells without an entry have none. */
  const flow = new Map<CellId, CellId>();

  const consumers = new Map<CellId, { op: Step; i: number }[]>();
  for (const op of program.steps) {
    op.in.forEach((id, i) => {
      const list = consumers.get(id);
      if (list) list.push({ op, i });
      else consumers.set(id, [{ op, i }]);
    });
  }
  const viewsOf = new Map<CellId, CellId[]>();
  for (const [id, { of }] of program.views) viewsOf.set(of, [...(viewsOf.get(of) ?? []), id]);

  /** Emits the operations that gather the gradient of `id`; false if nothing reaches it. */
  function gather(id: CellId, t: number): boolean {
    const parts = viewsOf.get(id);
    if (parts) {
      const reached = parts.filter((part) => gather(part, t));
      for (const part of parts) {
        views.set(grad(part), { of: grad(id), from: program.views.get(part)?.from ?? 0 });
      }
      return reached.length > 0;
    }
    const uses = (consumers.get(id) ?? []).filter(({ op }) => op.rule === 'squared' || flow.has(op.out));
    const received = uses.map(({ op, i }) => {
      const d = flow.get(op.out) ?? op.out;
      const part = rules[op.rule].vjp?.(op, i, d);
      if (part === undefined) throw new Error(`The rule ${op.rule} has no derivative.`);
      const out = uses.length === 1 ? grad(id) : via(id, op.out);
      if (typeof part === 'string') aliases.set(out, part);
      else steps.push({ t, out, ...part });
      return out;
    });
    if (received.length > 1) steps.push({ t, rule: 'add', out: grad(id), in: received });
    return received.length > 0;
  }

  /** Emits the terms that operation `op` contributes to the weights it reads. */
  function addTerms(op: Step, d: CellId): void {
    op.in.forEach((weight, i) => {
      if (!program.weights.has(weight)) return;
      const part = rules[op.rule].vjp?.(op, i, d);
      if (part === undefined) return;
      const own = term(weight, op.t);
      const before = terms.get(weight) ?? [];
      if (typeof part === 'string') aliases.set(own, part);
      else {
        steps.push({ t: op.t, out: own, ...part });
        deferred.add(own);
      }
      const sum = partial(weight, op.t);
      const earlier = before.length > 0 ? [partial(weight, before[before.length - 1].t)] : [];
      steps.push({ t: op.t, rule: 'add', out: sum, in: [...earlier, own] });
      deferred.add(sum);
      const v = typeof part === 'string' ? undefined : part.in[1];
      terms.set(weight, [...before, { t: op.t, d, v }]);
    });
  }

  const [clippedLane] = program.states;
  for (let k = program.steps.length - 1; k >= 0; k--) {
    const op = program.steps[k];
    if (op.rule === 'squared' || !gather(op.out, op.t)) continue;
    let d = grad(op.out);
    if (isClipped && op.out === `${clippedLane}${op.t}`) {
      steps.push({ t: op.t, rule: 'clip', out: clipped(op.out), in: [d, 'theta'] });
      d = clipped(op.out);
    }
    flow.set(op.out, d);
    addTerms(op, d);
  }
  for (const state of program.states) gather(`${state}0`, 1);
  return { steps, views, aliases, deferred, terms };
}
