/**
 * Reverse mode: a program walked backward, cell by cell. The gradient of a cell is what its consumers send it, one
 * operation each, then their sum. What reaches a weight is a term for its time step, added to the sum so far.
 */
import { clipped, grad, partial, term, timeOf, via } from './cells';
import type { Program, Step, View } from './programs/program';
import { isError, rules } from './rules';
import type { CellId, Shape, Term } from './types';

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
 * With clipping at each step, δ_t of the first state lane is clipped before it flows on.
 *
 * @param seed a cell to start from instead of the errors: its gradient is then the cell `seed`
 */
export function reverse(
  program: Program,
  { clip, window }: Pick<Shape, 'clip' | 'window'>,
  seed?: CellId,
): Backward {
  const isClipped = clip === 'step';
  /** Whether no gradient passes from step `to` back to step `from`: where a window ends. What is cut is not there. */
  const isCut = (from: number, to: number) =>
    window !== undefined && from > 0 && to > from && from % window === 0;
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
    const pieces = viewsOf.get(id);
    if (pieces) {
      return pieces.filter((piece) => gatherPiece(piece, t)).length > 0;
    }
    const parts = (consumers.get(id) ?? []).flatMap(({ op, i }) => {
      if (isCut(timeOf(id), op.t)) return [];
      const d = isError(op.rule) && seed === undefined ? op.out : flow.get(op.out);
      const part = d && rules[op.rule].vjp?.(op, i, d);
      return part ? [{ op, i, part }] : [];
    });
    const received = parts.map(({ op, i, part }) => {
      const out = parts.length === 1 ? grad(id) : via(id, op.out);
      if (typeof part === 'string') aliases.set(out, part);
      else steps.push({ t, out, ...part, derives: { of: op.out, input: i } });
      return out;
    });
    if (received.length > 1) steps.push({ t, rule: 'add', out: grad(id), in: received });
    return received.length > 0;
  }

  /** Gathers the gradient of a view, at its place within the gradient of the whole. */
  function gatherPiece(piece: CellId, t: number): boolean {
    if (!gather(piece, t)) return false;
    const { of, from } = program.views.get(piece) as View;
    const here = { of: grad(of), from };
    const same = aliases.get(grad(piece));
    if (same === undefined) views.set(grad(piece), here);
    else if (!views.has(same)) views.set(same, here);
    else {
      // The very numbers already stand elsewhere: another summand received them too.
      aliases.delete(grad(piece));
      views.set(grad(piece), here);
      steps.push({ t, rule: 'pass', out: grad(piece), in: [same] });
    }
    return true;
  }

  /** Emits the terms that operation `op` contributes to the weights it reads. */
  function addTerms(op: Step, d: CellId): void {
    for (let i = op.in.length - 1; i >= 0; i--) {
      const weight = op.in[i];
      const part = program.weights.has(weight) && rules[op.rule].vjp?.(op, i, d);
      if (!part) continue;
      const own = term(weight, op.t);
      const before = terms.get(weight) ?? [];
      if (typeof part === 'string') aliases.set(own, part);
      else {
        steps.push({ t: op.t, out: own, ...part, derives: { of: op.out, input: i } });
        deferred.add(own);
      }
      const earlier = before.at(-1);
      const sum = partial(weight, op.t);
      steps.push({ t: op.t, rule: 'add', out: sum, in: earlier ? [partial(weight, earlier.t), own] : [own] });
      deferred.add(sum);
      before.push({ t: op.t, d, v: typeof part === 'string' ? undefined : part.in[1] });
      terms.set(weight, before);
    }
  }

  const [clippedLane] = program.states;
  /** The step before the first: 0, or later where only a part of the program is walked. */
  const from = (program.steps[0]?.t ?? 1) - 1;
  for (let k = program.steps.length - 1; k >= 0; k--) {
    const op = program.steps[k];
    if (op.out === seed) flow.set(op.out, 'seed');
    if (op.out === seed || isError(op.rule) || !gather(op.out, op.t)) continue;
    let d = grad(op.out);
    if (isClipped && op.out === `${clippedLane}${op.t}`) {
      steps.push({ t: op.t, rule: 'clip', out: clipped(op.out), in: [d, 'theta'] });
      d = clipped(op.out);
    }
    flow.set(op.out, d);
    addTerms(op, d);
  }
  for (const state of program.states) gather(`${state}${from}`, from + 1);
  return { steps, views, aliases, deferred, terms };
}
