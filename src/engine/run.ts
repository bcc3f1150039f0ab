import type { Instruction } from './instruction';
import { add, hadamard, mix, mixGate, mixNew, sigmoidSlope, tanhSlope } from './kernels';
import { affineOfShort, transposed } from './products';

/**
 * Runs the instructions from `from` up to, not including, `to`. The kernels that small networks use most are called by
 * name: such a call costs less than one through a field. Those that are short enough the compiler puts in place here, as
 * long as they are not many (tanh and σ, which take their time anyway, would crowd out the others).
 */
export function run(m: Float64Array, code: readonly Instruction[], from: number, to: number): void {
  for (let k = from; k < to; k++) {
    const instruction = code[k];
    const { kernel } = instruction;
    if (kernel === affineOfShort) affineOfShort(m, instruction);
    else if (kernel === transposed) transposed(m, instruction);
    else if (kernel === add) add(m, instruction);
    else if (kernel === tanhSlope) tanhSlope(m, instruction);
    else if (kernel === hadamard) hadamard(m, instruction);
    else if (kernel === sigmoidSlope) sigmoidSlope(m, instruction);
    else if (kernel === mix) mix(m, instruction);
    else if (kernel === mixGate) mixGate(m, instruction);
    else if (kernel === mixNew) mixNew(m, instruction);
    else kernel(m, instruction);
  }
}
