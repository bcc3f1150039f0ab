/** Numbers that no operation done otherwise gives: of another step or weight, without truncation, rounded on the way. */
import { numbersIn, term } from '../../engine';
import type { Cell, CellId, Op, Trace } from '../../engine/types';
import type { Said } from '../../messages/en/mistakes';
import { mistakes as text } from '../../messages/mistakes';
import { mark } from '../../notation/marked';
import { exponentOf } from '../../notation/numbers';
import { redo } from './redo';
import type { MistakeId } from './slip';

/** A result that a mistake leads to. */
export interface Found {
  readonly id: MistakeId;
  readonly said: Said;
  readonly numbers: ArrayLike<number>;
  readonly isVague: boolean;
}

/** The gradients and sums that belong to a weight: `sum:Ws@2`, `d:Ws@2`, `d:Ws`, with the weight apart. */
const ofWeight = /^(d|sum|clip|next):((?:m:|v:)?)(Wx|Ws|Wy|bx|bs|by)(@\d+)?$/;

/** The same cell of every other weight that has it. */
export function ofOtherWeights(trace: Trace, target: Op): readonly Found[] {
  const [, kind, lane, weight, step = ''] = ofWeight.exec(target.out) ?? [];
  if (kind === undefined) return [];
  return trace.plan.weights
    .filter((other) => other !== weight)
    .flatMap((other) => {
      const id = `${kind}:${lane}${other}${step}`;
      return found(trace, id, 'otherWeight', text.otherWeight(mark(id)));
    });
}

/** The same quantity of the step before or after, as far as it is known when the result is made. */
export function ofNeighbours(trace: Trace, target: Op): readonly Found[] {
  const { cells } = trace.plan;
  const { lane, t, rows, cols } = cells.get(target.out) as Cell;
  // A sum so far is not the value of a step: without its last term it is a mistake by itself.
  if (t < 0 || lane.startsWith('sum:')) return [];
  return [...cells.values()]
    .filter((cell) => cell.lane === lane && Math.abs(cell.t - t) === 1)
    .filter((cell) => cell.rows === rows && cell.cols === cols && cell.doneAt <= target.index)
    .flatMap(({ id }) => found(trace, id, 'neighbour', text.neighbour(mark(id))));
}

/** The single terms of a sum, but for the one that it is adding: that is a mistake at the operation itself. */
export function ofTerms(trace: Trace, target: Op): readonly Found[] {
  const [, weight, t] = /^sum:(.+)@(\d+)$/.exec(target.out) ?? [];
  if (weight === undefined || target.in.length < 2) return [];
  return (trace.plan.terms.get(weight) ?? [])
    .filter((one) => one.t > Number(t))
    .flatMap((one) =>
      found(trace, term(weight, one.t), 'sumDropped', text.sumDropped(mark(weight), String(one.t))),
    );
}

/** What the whole way back would give, where truncation cuts it. */
export function ofFull(full: Trace, target: Op): readonly Found[] {
  return target.pass === 'forward' ? [] : found(full, target.out, 'notTruncated', text.notTruncated());
}

const digitsOfHaste = [2, 3] as const;

/** What comes out when every number is rounded as it is shown: those of this operation, or all on the way. */
export function ofHaste(trace: Trace, way: readonly Op[]): readonly Found[] {
  return digitsOfHaste.flatMap((digits) =>
    [way.slice(-1), way].map(
      (part): Found => ({
        id: 'rounded',
        said: text.rounded(digits),
        numbers: redo(trace, part, new Map(), (numbers) => roundAlike(numbers, digits)),
        isVague: false,
      }),
    ),
  );
}

/** So many digits for the largest, the same decimals for all: as vectors are written. */
function roundAlike(numbers: ArrayLike<number>, digits: number): Float64Array {
  let largest = 0;
  for (let i = 0; i < numbers.length; i++) {
    const size = Math.abs(numbers[i]);
    if (size > largest && size < Number.POSITIVE_INFINITY) largest = size;
  }
  if (largest === 0) return Float64Array.from(numbers);
  const decimals = digits - 1 - exponentOf(largest, digits);
  return Float64Array.from(numbers, (value) => roundTo(value, decimals));
}

/** By way of decimal digits, so that what is rounded is the double that these digits name. */
const roundTo = (value: number, decimals: number): number =>
  Number.isFinite(value) ? Number(`${Math.round(Number(`${value}e${decimals}`))}e${-decimals}`) : value;

function found(trace: Trace, id: CellId, name: MistakeId, said: Said): readonly Found[] {
  const numbers = numbersIn(trace, id);
  return numbers ? [{ id: name, said, numbers, isVague: false }] : [];
}
