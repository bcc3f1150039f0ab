/** Fewer and longer instructions: what is done to neighbouring cells, or at even distances, is done in one go. */
import type { Instruction } from './instruction';
import { type RuleName, rules } from './rules';

/** Joins instructions of one rule that don't need each other where their places stand at even distances. */
export function merge(rule: RuleName, code: readonly Instruction[]): readonly Instruction[] {
  const { entrywise = 0, kernelOfMany } = rules[rule];
  const merged: Instruction[] = [];
  for (const next of code.toSorted((one, other) => one.out - other.out)) {
    const last = merged.at(-1);
    const joined =
      last && (entrywise > 0 ? lengthen(last, next, entrywise) : kernelOfMany && repeat(last, next));
    if (joined) merged[merged.length - 1] = joined;
    else merged.push(next);
  }
  return merged.map((one) => (one.count > 1 && kernelOfMany ? { ...one, kernel: kernelOfMany } : one));
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
  const { count, outStep, aStep, bStep } = first;
  const away = { out: second.out - first.out, a: second.a - first.a, b: second.b - first.b };
  const isNext =
    count === 1 || (away.out === count * outStep && away.a === count * aStep && away.b === count * bStep);
  if (!isNext || !alike.every((key) => first[key] === second[key])) return undefined;
  return count > 1
    ? { ...first, count: count + 1 }
    : { ...first, count: 2, outStep: away.out, aStep: away.a, bStep: away.b };
}

const alike = ['kernel', 'n', 'aSize', 'bSize', 'c', 'd', 'e'] as const;
