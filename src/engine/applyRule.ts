import { encode } from './encode';
import type { Application, Size } from './rules';
import type { CellId } from './types';

/** Numbers with the size they stand for, row-major. */
export interface Sized extends Size {
  readonly numbers: ArrayLike<number>;
}

/** Runs one operation by itself, on copies of its inputs; the result has `size`. */
export function applyRule(
  { rule, in: ids }: Application,
  size: Size,
  inputs: readonly Sized[],
): Float64Array {
  const entries = size.rows * size.cols;
  const scratch = new Float64Array(inputs.reduce((sum, { numbers }) => sum + numbers.length, entries));
  const places = new Map<CellId, Size & { offset: number }>([['out', { ...size, offset: 0 }]]);
  let offset = entries;
  for (const [k, { rows, cols, numbers }] of inputs.entries()) {
    scratch.set(numbers, offset);
    places.set(ids[k], { rows, cols, offset });
    offset += numbers.length;
  }
  const instruction = encode({ rule, out: 'out', in: ids }, places);
  if (!instruction) return Float64Array.from(inputs[0].numbers); // an identity
  instruction.kernel(scratch, instruction);
  return scratch.subarray(0, entries);
}
