/** Every result that a usual mistake leads to, each computed by making it. */
import { laneOf, numbersIn } from '../../engine';
import type { Op, Trace } from '../../engine/types';
import { mistakes as text } from '../../messages/mistakes';
import { clips } from './clips';
import { forwards, updates } from './forwards';
import { gates } from './gates';
import { type Found, ofFull, ofHaste, ofNeighbours, ofOtherWeights, ofTerms } from './others';
import { products } from './products';
import { type Deed, leadingTo, redo } from './redo';
import type { Slip } from './slip';
import { slopes } from './slopes';
import { starts } from './starts';
import { ways } from './ways';

const slips: readonly Slip[] = [
  ...starts,
  ...ways,
  ...slopes,
  ...products,
  ...clips,
  ...gates,
  ...forwards,
  ...updates,
];

/**
 * The results that mistakes lead to in place of the right one: each made at the last operation that allows it, at all of
 * the same kind, and everywhere on the way. Mistakes of the forward pass are looked for in its own results only.
 *
 * @param target the operation whose result is asked for
 * @param full the run without truncation; the same as `trace` where nothing is cut
 * @returns what differs from the right result, all of the target's shape but those of other weights
 */
export function candidates(trace: Trace, target: Op, full: Trace): readonly Found[] {
  const { plan } = trace;
  const way = leadingTo(plan, target);
  const isForward = target.pass === 'forward';
  const made = slips.flatMap((slip): readonly Found[] => {
    if ((slip.isForward ?? false) !== isForward) return [];
    const places = way.flatMap((op) => {
      const deed = (op.pass === 'forward') === isForward ? slip.at(op, plan) : undefined;
      return deed ? [{ op, deed }] : [];
    });
    return scopesOf(slip, places).map((scope) => ({
      id: slip.id,
      said: slip.say((scope.at(-1) as Place).op, scope.length > 1, plan),
      numbers: redo(trace, way, new Map(scope.map(({ op, deed }) => [op.index, deed]))),
      isVague: slip.isVague ?? false,
    }));
  });
  const right = numbersIn(trace, target.out) as Float64Array;
  const opposite: Found = {
    id: 'opposite',
    said: text.opposite(),
    numbers: right.map((value) => -value),
    isVague: true,
  };
  const found = [
    ...made,
    ...ofTerms(trace, target),
    ...ofNeighbours(trace, target),
    ...ofOtherWeights(trace, target),
    ...(full === trace ? [] : ofFull(full, target)),
    ...ofHaste(trace, way),
    opposite,
  ];
  const isSound = ({ numbers }: Found) => Array.from(numbers).every(Number.isFinite);
  return distinct(found.filter((one) => isSound(one) && !isEqual(one.numbers, right)));
}

interface Place {
  readonly op: Op;
  readonly deed: Deed;
}

/** Where a mistake is made: at the last place, at all of its lane, at all there are; each set once. */
function scopesOf({ isOnce, isEverywhere }: Slip, places: readonly Place[]): readonly (readonly Place[])[] {
  const last = places.at(-1);
  if (!last) return [];
  if (isOnce) return [[last]];
  if (isEverywhere) return [places];
  const alike = places.filter(({ op }) => laneOf(op.out) === laneOf(last.op.out));
  const sets = [[last], alike, places];
  return sets.filter((set, k) => sets.findIndex((other) => other.length === set.length) === k);
}

/** The same mistake with the same result is told once: as the least that makes it. */
function distinct(found: readonly Found[]): readonly Found[] {
  const kept: Found[] = [];
  for (const one of found)
    if (!kept.some((other) => other.id === one.id && isEqual(other.numbers, one.numbers))) kept.push(one);
  return kept;
}

/** Numbers that differ in nothing but rounding are the same result. */
export function isEqual(one: ArrayLike<number>, other: ArrayLike<number>): boolean {
  if (one.length !== other.length) return false;
  const size = Math.max(...Array.from(one, Math.abs), ...Array.from(other, Math.abs));
  return Array.from(one).every(
    (value, i) => Object.is(value, other[i]) || Math.abs(value - other[i]) <= 1e-12 * size,
  );
}
