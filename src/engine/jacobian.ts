/** Jacobians between successive states, by the same rules as the sweep: one walk backward for each row. */
import { applyRule, type Sized } from './applyRule';
import { at, grad } from './cells';
import { type Backward, reverse } from './reverse';
import { rules, type Size } from './rules';
import { numbersIn } from './trace';
import type { CellId, Trace } from './types';

/**
 * ∂to_t/∂from_{t−1}, where `to` and `from` are state lanes (S; for the LSTM also C), the other states of step t − 1 held
 * fixed: row-major, H × H, entry [i][j] = ∂to_t[i]/∂from_{t−1}[j]. Local: neither truncation nor clipping changes it.
 */
export function jacobian(trace: Trace, t: number, to = 'S', from = 'S'): Float64Array {
  const { plan } = trace;
  const { H } = plan.shape;
  const steps = plan.program.steps.filter((op) => op.t === t);
  const walk = reverse({ ...plan.program, steps, weights: new Map() }, { clip: 'off' }, at(to, t));
  const matrix = new Float64Array(H * H);
  for (let i = 0; i < H; i++) {
    const seed = new Float64Array(H);
    seed[i] = 1;
    const row = follow(trace, walk, seed, grad(at(from, t - 1)));
    if (row) matrix.set(row, i * H);
  }
  return matrix;
}

/** Runs a walk from its seed and reads one gradient; undefined if the walk does not come there. */
function follow(trace: Trace, walk: Backward, seed: Float64Array, wanted: CellId): Float64Array | undefined {
  const made = new Map<CellId, Float64Array>([['seed', seed]]);
  const read = (id: CellId): Sized => {
    const alias = walk.aliases.get(id);
    if (alias !== undefined) return read(alias);
    const numbers = made.get(id);
    if (numbers) return { rows: numbers.length, cols: 1, numbers };
    return { ...(trace.plan.cells.get(id) as Size), numbers: numbersIn(trace, id) as Float64Array };
  };
  for (const op of walk.steps) {
    const inputs = op.in.map(read);
    const result = applyRule(op, rules[op.rule].size(inputs), inputs);
    const view = walk.views.get(op.out);
    made.set(op.out, result);
    if (!view) continue;
    const whole = made.get(view.of) ?? new Float64Array(sizeOfWhole(trace, view.of));
    whole.set(result, view.from);
    made.set(view.of, whole);
  }
  const isThere = made.has(wanted) || walk.aliases.has(wanted);
  return isThere ? Float64Array.from(read(wanted).numbers) : undefined;
}

const sizeOfWhole = (trace: Trace, id: CellId): number =>
  trace.plan.cells.get(id.slice('d:'.length))?.rows ?? 0;
