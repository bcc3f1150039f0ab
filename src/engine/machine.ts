/** Runs instructions over an arena. */
import type { Kernel } from './kernels';
import { type RuleName, rules } from './rules';
import { sumTerms } from './sums';

const names = Object.keys(rules) as RuleName[];
const kernels: readonly (Kernel | undefined)[] = [...names.map((name) => rules[name].kernel), sumTerms];

/** The number under which a rule's kernel is called, or -1 if it has none. */
export const kernelNumber = (rule: RuleName): number => (rules[rule].kernel ? names.indexOf(rule) : -1);

/** The number of the sum of a weight's terms. */
export const sumNumber = names.length;

/** Runs the instructions `code[from … to)` on the arena `m`. */
export function run(m: Float64Array, code: Int32Array, from: number, to: number): void {
  for (let p = from; p < to; p += code[p + 1]) (kernels[code[p]] as Kernel)(m, code, p);
}
