/** Whether a typed result is right, and if not, which of the usual mistakes gives it. */
import { numbersIn } from '../../engine';
import type { Cell, Op, Trace } from '../../engine/types';
import type { Said } from '../../messages/en/mistakes';
import { mistakes as text } from '../../messages/mistakes';
import { label } from '../../notation';
import { candidates } from './candidates';
import { ofOtherWeights } from './others';
import type { MistakeId } from './slip';
import { asShape, type Typed, type TypedEntry } from './typed';

export interface Mistake extends Said {
  readonly id: MistakeId;
}

/** One entry of a result that is not as typed; row and column from 0. */
export interface Difference {
  readonly row: number;
  readonly col: number;
  readonly typed: number;
  readonly right: number;
}

export type Verdict =
  | { readonly kind: 'right' }
  /** It fits, but so few digits would fit much else. */
  | { readonly kind: 'coarse' }
  | { readonly kind: 'mistaken'; readonly mistakes: readonly Mistake[] }
  /** Wrong, and by no mistake that is known: how many entries differ, and where by most. */
  | { readonly kind: 'unknown'; readonly differing: number; readonly most: Difference }
  /** Of another shape than the result; the sentence says which. */
  | { readonly kind: 'unfit'; readonly sentence: string };

/**
 * Compares a typed result with an operation's. A number is right where it is within half a unit of the last digit that
 * was typed, and that is fine enough to mean something; only what is not right is compared with mistakes.
 *
 * @param full the run without truncation; the same as `trace` where nothing is cut
 */
export function recognise(trace: Trace, target: Op, typed: Typed, full: Trace = trace): Verdict {
  const { rows, cols } = trace.plan.cells.get(target.out) as Cell;
  const right = numbersIn(trace, target.out) as Float64Array;
  const shaped = asShape(typed, label(target.out, trace.plan), rows, cols);
  if ('error' in shaped) {
    const mistakes = ofOtherShape(trace, target, typed, right);
    return mistakes.length > 0 ? { kind: 'mistaken', mistakes } : { kind: 'unfit', sentence: shaped.error };
  }
  const { entries } = shaped;
  if (fits(entries, right)) return { kind: isFine(entries, right) ? 'right' : 'coarse' };
  const matching = candidates(trace, target, full).filter(
    ({ numbers }) => fits(entries, numbers) && isFine(entries, numbers),
  );
  const plain = matching.filter(({ isVague }) => !isVague);
  const told = withCutOff(plain.length > 0 ? plain : matching, entries, right);
  if (told.length > 0) return { kind: 'mistaken', mistakes: told };
  return { kind: 'unknown', ...differencesOf(entries, right, cols) };
}

const withCutOff = (
  matching: readonly { readonly id: MistakeId; readonly said: Said }[],
  entries: readonly TypedEntry[],
  right: Float64Array,
): readonly Mistake[] => {
  // The same mistake at one place or at all may give nearly the same number: it is named once.
  const told = matching
    .filter(({ id }, k) => matching.findIndex((other) => other.id === id) === k)
    .map(({ id, said }): Mistake => ({ id, ...said }));
  return isCutOff(entries, right) ? [...told, { id: 'cutOff', ...text.cutOff() }] : told;
};

/** Rows and columns exchanged, or the result of another weight, whose shape tells it apart. */
function ofOtherShape(trace: Trace, target: Op, typed: Typed, right: Float64Array): readonly Mistake[] {
  const { rows, cols } = trace.plan.cells.get(target.out) as Cell;
  const turned = Array.from(typed.entries.keys(), (i) => right[(i % rows) * cols + Math.floor(i / rows)]);
  const isTurned = typed.rows === cols && typed.cols === rows && isTold(typed.entries, turned);
  const others = ofOtherWeights(trace, target).filter(({ numbers }) => isTold(typed.entries, numbers));
  return [
    ...(isTurned ? [{ id: 'exchanged' as const, ...text.exchanged() }] : []),
    ...others.map(({ id, said }): Mistake => ({ id, ...said })),
  ];
}

const isTold = (entries: readonly TypedEntry[], numbers: ArrayLike<number>): boolean =>
  entries.length === numbers.length && fits(entries, numbers) && isFine(entries, numbers);

/** Sums and powers of ten are rounded by themselves: so much more than the tolerance is no difference. */
const slack = (value: number, tolerance: number): number => 1e-9 * tolerance + 1e-14 * Math.abs(value);

const isWithin = ({ value, tolerance }: TypedEntry, wanted: number): boolean =>
  Object.is(value, wanted) ||
  (Number.isFinite(wanted) && Math.abs(value - wanted) <= tolerance + slack(wanted, tolerance));

const fits = (entries: readonly TypedEntry[], wanted: ArrayLike<number>): boolean =>
  entries.every((entry, i) => isWithin(entry, wanted[i]));

/** Half a unit of the second digit of the largest number, at its worst. */
const COARSEST = 0.05;

/** Whether enough digits were typed to tell a number from others: two of the largest, or all that it has. */
function isFine(entries: readonly TypedEntry[], wanted: ArrayLike<number>): boolean {
  const largest = Array.from(wanted).reduce(
    (most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most),
    0,
  );
  return entries.every(
    ({ value, tolerance }, i) =>
      tolerance <= COARSEST * largest || isWithin({ value, tolerance: 0, digits: 0 }, wanted[i]),
  );
}

/** Whether every entry is the right one with its further digits left off, and at least one would have been rounded up. */
const isCutOff = (entries: readonly TypedEntry[], right: Float64Array): boolean =>
  entries.every((entry, i) => {
    const unit = 2 * entry.tolerance;
    const left = (right[i] - entry.value) * (Math.sign(right[i]) || 1);
    return isWithin(entry, right[i]) || (left >= 0 && left < unit && Math.abs(entry.value) >= 10 * unit);
  });

function differencesOf(
  entries: readonly TypedEntry[],
  right: Float64Array,
  cols: number,
): { differing: number; most: Difference } {
  const wrong = entries.flatMap((entry, i) => (isWithin(entry, right[i]) ? [] : [i]));
  const sizeOf = (i: number) => {
    const size = Math.abs(entries[i].value - right[i]);
    return Number.isNaN(size) ? Number.POSITIVE_INFINITY : size;
  };
  const at = wrong.reduce((most, i) => (sizeOf(i) > sizeOf(most) ? i : most), wrong[0]);
  return {
    differing: wrong.length,
    most: { row: Math.floor(at / cols), col: at % cols, typed: entries[at].value, right: right[at] },
  };
}
