/** Fewer and longer instructions: what is done to neighbouring cells, or at even distances, is done in one go. */
import type { Instruction, Kernel } from './instruction';
import { squared, squaredOfMany } from './kernels';
import { affine, affineOfMany, affineOfShort, transposed, transposedOfMany } from './products';
import { type RuleName, rules } from './rules';

/** How kernels run `count` times in one go: products of one matrix with many vectors, errors of many outputs. */
const kernelsOfMany = new Map<Kernel, Kernel>([
  [affine, affineOfMany],
  [affineOfShort, affineOfMany],
  [transposed, transposedOfMany],
  [squared, squaredOfMany],
]);

/** Joins instructions of one rule that don't need each other where their places stand at even distances. */
export function merge(rule: RuleName, code: readonly Instruction[]): readonly Instruction[] {
  const { entrywise = 0 } = rules[rule];
  const merged: Instruction[] = [];
  for (const next of code.toSorted((one, other) => one.out - other.out)) {
    const last = merged.at(-1);
    const joined = last && (entrywise > 0 ? lengthen(last, next, entrywise) : repeat(last, next));
    if (joined) merged[merged.length - 1] = joined;
    else merged.push(next);
  }
  return merged.map((one) =>
    one.count > 1 ? { ...one, kernel: kernelsOfMany.get(one.kernel) as Kernel } : one,
  );
}

const inputs = ['a', 'b', 'c', 'd', 'e'] as const;

/** One instruction over the entries of both, if those of the second follow on those of the first. */
function lengthen(first: Instruction, second: Instruction, entrywise: number): Instruction | undefined {
  const follows = inputs.every((input, k) => {
    const isEntrywise = k < entrywise && first[input] >= 0;
    return second[input] === first[input] + (isEntrywise ? first.n : 0);
  });
  if (!follows || second.out !== first.out + first.n) return undefined;
  return { ...first, n: first.n + second.n };
}

/** The first once more at the places of the second, if it is as far from the last time as that from the one before. */
function repeat(first: Instruction, second: Instruction): Instruction | undefined {
  const { kernel, c, count, outStep, aStep, bStep } = first;
  if (!kernelsOfMany.has(kernel) || !alike.every((key) => first[key] === second[key])) return undefined;
  const away = { out: second.out - first.out, a: second.a - first.a, b: second.b - first.b };
  const isNext =
    count === 1 || (away.out === count * outStep && away.a === count * aStep && away.b === count * bStep);
  // A product of many vectors is one of one matrix, and has no second product.
  const isPossible = kernel === squared || (away.a === 0 && c < 0);
  if (!isNext || !isPossible) return undefined;
  return count > 1
    ? { ...first, count: count + 1 }
    : { ...first, count: 2, outStep: away.out, aStep: away.a, bStep: away.b };
}

const alike = ['kernel', 'n', 'aSize', 'bSize', 'c', 'd', 'e'] as const;
