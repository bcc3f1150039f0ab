/**
 * Sums of terms over time, Σ_t d_t v_tᵀ, in few instructions: the run's way of making a weight's whole gradient. Terms are
 * added up from the latest step to the earliest: the order in which they are shown, so that the sum on the screen
 * and the sum of the run are the same to the last bit.
 */
import { type Instruction, instructionOf } from './instruction';
import { addProducts, addProductsByFour, addVectors } from './products';
import type { Cell, CellId, Term } from './types';

/** Successive terms at even distances in the arena: where the first d and v stand (v: −1 for a bias), and how far the next. */
interface Run {
  readonly a: number;
  readonly b: number;
  aStep: number;
  bStep: number;
  count: number;
}

/**
 * The instructions that add up a list of terms at `out`: one for each run of terms at even distances in the arena.
 *
 * @param isBegun whether the sum goes on from what stands at `out`, instead of from 0
 */
export function encodeSum(
  out: number,
  { rows, cols }: Pick<Cell, 'rows' | 'cols'>,
  terms: readonly Term[],
  cells: ReadonlyMap<CellId, Pick<Cell, 'offset'>>,
  isBegun = false,
): Instruction[] {
  const placeOf = (id: CellId | undefined) => (id === undefined ? -1 : (cells.get(id)?.offset ?? -1));
  const runs: Run[] = [];
  let last = { a: 0, b: 0 };
  for (const term of terms) {
    const [a, b] = [placeOf(term.d), placeOf(term.v)];
    const [aStep, bStep] = [a - last.a, b - last.b];
    last = { a, b };
    const run = runs.at(-1);
    const isEven = run && (run.count === 1 || (run.aStep === aStep && run.bStep === bStep));
    if (isEven) Object.assign(run, { aStep, bStep, count: run.count + 1 });
    else runs.push({ a, b, aStep: 0, bStep: 0, count: 1 });
  }
  return runs.flatMap((run, k) => {
    const kernel = run.b < 0 ? addVectors : addProducts;
    const c = isBegun || k > 0 ? out : -1;
    return split(instructionOf({ ...run, kernel, out, n: rows, aSize: rows, bSize: cols, c }));
  });
}

/** A large sum as three: by four terms and rows at a time, and what that leaves over of either. */
function split(whole: Instruction): Instruction[] {
  const { kernel, out, n, a, b, bSize, c, count, aStep, bStep } = whole;
  if (kernel !== addProducts || bSize < 4) return [whole];
  const [rows, steps] = [n & ~3, count & ~3];
  if (rows === 0 || steps === 0) return [whole];
  const inFours = instructionOf({ ...whole, kernel: addProductsByFour, n: rows, count: steps });
  const laterSteps = { n: rows, a: a + steps * aStep, b: b + steps * bStep, c: out, count: count - steps };
  const lastRows = { out: out + rows * bSize, n: n - rows, a: a + rows, c: c < 0 ? c : out + rows * bSize };
  return [
    inFours,
    ...(count > steps ? [instructionOf({ ...whole, ...laterSteps })] : []),
    ...(n > rows ? [instructionOf({ ...whole, ...lastRows })] : []),
  ];
}
