import type { Instruction } from './instruction';
import { add, tanh, tanhSlope } from './kernels';
import { affineOfShort, transposed } from './products';

/**
 * Runs the instructions from `from` up to, not including, `to`. The kernels that small networks use most are called by
 * name: such a call costs less than one through a field, and the compiler may inline it.
 */
export function run(m: Float64Array, code: readonly Instruction[], from: number, to: number): void {
  for (let k = from; k < to; k++) {
    const instruction = code[k];
    const { kernel } = instruction;
    if (kernel === affineOfShort) affineOfShort(m, instruction);
    else if (kernel === tanh) tanh(m, instruction);
    else if (kernel === transposed) transposed(m, instruction);
    else if (kernel === add) add(m, instruction);
    else if (kernel === tanhSlope) tanhSlope(m, instruction);
    else kernel(m, instruction);
  }
}
