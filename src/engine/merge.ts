/** Fewer and longer instructions: what is done to neighbouring cells, or at even distances, is done in one go. */
import { type Instruction, instructionOf, type Kernel } from './instruction';
import { copy, copyOfMany, squared, squaredOfMany } from './kernels';
import { affine, affineOfMany, affineOfShort, transposed } from './products';
import { type RuleName, rules } from './rules';

/** How kernels run `count` times in one go: products of one matrix with many vectors, errors of many outputs, copies. */
const kernelsOfMany = new Map<Kernel, Kernel>([
  [affine, affineOfMany],
  [affineOfShort, affineOfMany],
  [transposed, transposed],
  [squared, squaredOfMany],
  [copy, copyOfMany],
]);

/** Joins instructions of one rule that don't need each other where their places stand at even distances. */
export function merge(rule: RuleName, code: readonly Instruction[]): readonly Instruction[] {
  const { entrywise = 0 } = rules[rule];
  const merged: Instruction[] = [];
  for (const next of code.toSorted((one, other) => one.out - other.out)) {
    const last = merged.at(-1);
    const joined = last && ((entrywise > 0 && lengthen(last, next, entrywise)) || repeat(last, next));
    if (joined) merged[merged.length - 1] = joined;
    else merged.push(next);
  }
  return merged.map((one) =>
    instructionOf(one.count > 1 ? { ...one, kernel: kernelsOfMany.get(one.kernel) as Kernel } : one),
  );
}

/** An instruction with the rule that it is of. */
interface OfRule {
  readonly rule: RuleName;
  readonly instruction: Instruction;
}

/** So many instructions back a neighbour is looked for: more than a cell has in a time step. */
const reach = 16;

/**
 * Joins instructions that are to be run in turn where what is done to neighbouring cells can be done at the same moment: as
 * early as the first of them, if what the second reads is there by then, or as late as the second.
 */
export function joinNeighbours(code: readonly OfRule[]): OfRule[] {
  const joined: OfRule[] = [];
  for (const next of code) if (!joinToEarlier(joined, next)) joined.push(next);
  return joined;
}

function joinToEarlier(code: OfRule[], next: OfRule): boolean {
  const { entrywise = 0 } = rules[next.rule];
  for (let k = code.length - 1; entrywise > 0 && k >= Math.max(0, code.length - reach); k--) {
    const earlier = code[k];
    if (earlier.rule !== next.rule) continue;
    const instruction =
      lengthen(earlier.instruction, next.instruction, entrywise) ??
      lengthen(next.instruction, earlier.instruction, entrywise);
    if (!instruction) continue;
    const since = code.slice(k + 1);
    const isFree = !reads(next, earlier);
    if (isFree && !since.some((other) => reads(next, other))) code[k] = { ...next, instruction };
    else if (isFree && !since.some((other) => reads(other, earlier))) {
      code.splice(k, 1);
      code.push({ ...next, instruction });
    } else continue;
    return true;
  }
  return false;
}

/** Whether an instruction reads what another writes. */
function reads({ rule, instruction }: OfRule, { instruction: { out, n } }: OfRule): boolean {
  const { entrywise = 0 } = rules[rule];
  return inputs.some((input, k) => {
    const from = instruction[input];
    const isWhole = k < entrywise || input === 'e';
    const size = isWhole ? instruction.n : instruction[`${input}Size`];
    return from >= 0 && from < out + n && out < from + size;
  });
}

const inputs = ['a', 'b', 'c', 'd', 'e'] as const;

/** One instruction over the entries of both, if those of the second follow on those of the first. */
function lengthen(first: Instruction, second: Instruction, entrywise: number): Instruction | undefined {
  if (second.out !== first.out + first.n || first.count > 1 || second.count > 1) return undefined;
  const follows = inputs.every((input, k) => {
    const isEntrywise = k < entrywise && first[input] >= 0;
    return second[input] === first[input] + (isEntrywise ? first.n : 0);
  });
  return follows ? { ...first, n: first.n + second.n } : undefined;
}

/** The first once more at the places of the second, if it is as far from the last time as that from the one before. */
function repeat(first: Instruction, second: Instruction): Instruction | undefined {
  const { kernel, c, count, outStep, aStep, bStep } = first;
  if (!kernelsOfMany.has(kernel) || !alike.every((key) => first[key] === second[key])) return undefined;
  const away = { out: second.out - first.out, a: second.a - first.a, b: second.b - first.b };
  const isNext =
    count === 1 || (away.out === count * outStep && away.a === count * aStep && away.b === count * bStep);
  // A product of many vectors is one of one matrix, and has no second product.
  const isPossible = kernel === squared || kernel === copy || (away.a === 0 && c < 0);
  if (!isNext || !isPossible) return undefined;
  return count > 1
    ? { ...first, count: count + 1 }
    : { ...first, count: 2, outStep: away.out, aStep: away.a, bStep: away.b };
}

const alike = ['kernel', 'n', 'aSize', 'bSize', 'c', 'd', 'e'] as const;
