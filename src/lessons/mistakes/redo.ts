/**
 * A part of a run done once more, with some operations done otherwise. Everything goes through the engine's own rules;
 * the cells that an operation reads are those of the run or, where they depend on what was changed, those made anew.
 */
import { grad, numbersIn } from '../../engine';
import { applyRule, type Sized } from '../../engine/applyRule';
import { type RuleName, rules } from '../../engine/rules';
import type { Cell, CellId, Op, Plan, Trace } from '../../engine/types';

/** What an operation done otherwise may use. */
export interface Bench {
  readonly plan: Plan;
  /** The numbers of a cell as they are in the redone run. */
  read(id: CellId): Sized;
  /** Runs a rule of the engine on numbers. */
  apply(rule: RuleName, ...inputs: readonly Sized[]): Sized;
  /** The operation as it is right, on the numbers of the redone run. */
  right(op: Op): Sized;
}

/** An operation done otherwise. */
export type Deed = (bench: Bench) => ArrayLike<number>;

/** The weight whose whole gradient an operation completes: it writes the last of the sums. */
const completes = (plan: Plan, { out }: Op): string | undefined => {
  const [, weight, t] = /^sum:(.+)@(\d+)$/.exec(out) ?? [];
  return weight !== undefined && plan.terms.get(weight)?.at(-1)?.t === Number(t) ? weight : undefined;
};

/** Marks of what is written or needed: places in the arena, and cells that have none. */
class Marks {
  private readonly places: Uint8Array;
  private readonly others = new Set<CellId>();

  constructor(private readonly plan: Plan) {
    this.places = new Uint8Array(plan.size);
  }

  add(id: CellId): void {
    const { offset, rows, cols } = this.plan.cells.get(id) as Cell;
    if (offset < 0) this.others.add(id);
    else this.places.fill(1, offset, offset + rows * cols);
  }

  has(id: CellId): boolean {
    const { offset, rows, cols } = this.plan.cells.get(id) as Cell;
    return offset < 0 ? this.others.has(id) : this.places.subarray(offset, offset + rows * cols).includes(1);
  }
}

/** The operations that a result depends on, in their order; itself is the last. */
export function leadingTo(plan: Plan, target: Op): readonly Op[] {
  const needed = new Marks(plan);
  const found = [target];
  for (const id of target.in) needed.add(id);
  for (let k = target.index - 1; k >= 0; k--) {
    const op = plan.ops[k];
    const whole = completes(plan, op);
    if (!needed.has(op.out) && !(whole !== undefined && needed.has(grad(whole)))) continue;
    found.push(op);
    for (const id of op.in) needed.add(id);
  }
  return found.reverse();
}

/**
 * The result of the last of some operations when some of them are done otherwise.
 *
 * @param way the operations that lead to it, in order (`leadingTo`)
 * @param deeds what is done instead, by the index of the operation
 * @param round what becomes of every number that is read or made, if anything does
 */
export function redo(
  trace: Trace,
  way: readonly Op[],
  deeds: ReadonlyMap<number, Deed>,
  round?: (numbers: ArrayLike<number>) => Float64Array,
): Float64Array {
  const { plan } = trace;
  const changed = new Marks(plan);
  const arena = trace.arena.slice();
  const others = new Map<CellId, Float64Array>();
  const read = (id: CellId): Sized => {
    const { offset, rows, cols } = plan.cells.get(id) as Cell;
    if (offset >= 0) return { rows, cols, numbers: arena.subarray(offset, offset + rows * cols) };
    return { rows, cols, numbers: others.get(id) ?? (numbersIn(trace, id) as Float64Array) };
  };
  const seen = (id: CellId): Sized => {
    const cell = read(id);
    return round ? { ...cell, numbers: round(cell.numbers) } : cell;
  };
  const bench: Bench = { plan, read: seen, apply, right: (op) => apply(op.rule, ...op.in.map(seen)) };
  const write = (id: CellId, numbers: ArrayLike<number>) => {
    const { offset } = plan.cells.get(id) as Cell;
    if (offset >= 0) arena.set(numbers, offset);
    else others.set(id, Float64Array.from(numbers));
    changed.add(id);
  };
  for (const op of way) {
    const deed = deeds.get(op.index);
    // An identity's result stands where its input does.
    if (!deed && !rules[op.rule].kernel) continue;
    if (!deed && !round && !op.in.some((id) => changed.has(id))) continue;
    // Copied before it is written: the result may be a view of what it is written to.
    const numbers = Float64Array.from(deed ? deed(bench) : bench.right(op).numbers);
    write(op.out, numbers);
    const whole = completes(plan, op);
    if (whole !== undefined) write(grad(whole), numbers);
  }
  return Float64Array.from(read((way.at(-1) as Op).out).numbers);
}

/** Runs a rule on numbers; of one summand the sum is itself. */
function apply(rule: RuleName, ...inputs: readonly Sized[]): Sized {
  const size = rules[rule].size(inputs);
  if (rule === 'add' && inputs.length === 1) return inputs[0];
  const names = inputs.map((_, k) => String(k));
  return { ...size, numbers: applyRule({ rule, in: names }, size, inputs) };
}
