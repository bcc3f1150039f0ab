/**
 * Transposes of weights. The sweep multiplies by W_sᵀ at every step; turned once, behind all cells, it is read by rows like
 * any other matrix, which is faster than to read W_s by columns.
 */
import { type Instruction, instructionOf, type Kernel } from './instruction';
import { long } from './products';
import { rules } from './rules';
import type { Cell, CellId, Op } from './types';

/** Where the transposes stand, the instructions that write them, and where the last of them ends. */
export interface Turned {
  readonly places: ReadonlyMap<CellId, number>;
  readonly code: readonly Instruction[];
  readonly end: number;
}

/** So many time steps pay for turning a matrix. */
const leastSteps = 4;

/**
 * Turns the weights by whose transposes the operations multiply long vectors; they stand from `from` on. Whether a weight
 * is turned depends on its size and T alone, so that a truncated sweep rounds as the full one does.
 */
export function turnWeights(
  ops: readonly Op[],
  cells: ReadonlyMap<CellId, Cell>,
  T: number,
  from: number,
): Turned {
  const places = new Map<CellId, number>();
  const code: Instruction[] = [];
  let end = from;
  const weights = ops.filter(({ rule }) => rules[rule].kernelOfTurned).map((op) => op.in[0]);
  for (const weight of T < leastSteps ? [] : new Set(weights)) {
    const { offset: a, rows, cols } = cells.get(weight) as Cell;
    if (rows < long) continue;
    places.set(weight, end);
    code.push(instructionOf({ kernel: turn, out: end, n: rows, a, aSize: cols }));
    end += rows * cols;
  }
  return { places, code, end };
}

/** out = Wᵀ, with a = W of n rows and `aSize` columns. */
const turn: Kernel = (m, { out, n, a, aSize }) => {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < aSize; j++) m[out + j * n + i] = m[a + i * aSize + j];
  }
};
