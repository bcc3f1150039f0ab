/** The ways back to a state, and the sum over time: what was left out of them. */
import { laneOf, timeOf } from '../../engine';
import type { CellId, Op, Plan } from '../../engine/types';
import { mistakes as text } from '../../messages/mistakes';
import { mark } from '../../notation/marked';
import { makerOf, readName } from '../../notation/symbols';
import { derivedFrom, type Slip } from './slip';

/** What a part of a gradient comes through: `o3` of `d:S3/o3`. */
const through = (part: CellId): CellId | undefined => readName(part).from;

const isOwnError = (part: CellId): boolean => laneOf(through(part) ?? '') === 'o';

/** Whether an operation adds up the ways back to a cell. */
const isJoin = ({ rule, out, derives }: Op): boolean =>
  rule === 'add' && derives === undefined && out.startsWith('d:');

const isSum = ({ out }: Op): boolean => out.startsWith('sum:');

/** The weight and the step of a sum of terms. */
const ofSum = ({ out }: Op): { weight: string; t: string } => {
  const [, weight = '', t = ''] = /^sum:(.+)@(\d+)$/.exec(out) ?? [];
  return { weight, t };
};

/** What a gradient belongs to: `S3` of `d:S3/a4`. */
const belongsTo = (id: CellId): CellId => {
  const { lane, t } = readName(id);
  return t === undefined ? lane : `${lane}${t}`;
};

/** Whether an operation carries a gradient from a later step to an earlier one. */
const isFromLater = (op: Op, plan: Plan): boolean => {
  const forward = derivedFrom(plan, op);
  return forward !== undefined && timeOf(op.out) > 0 && forward.t > timeOf(op.out);
};

/** The number of terms in a sum. */
const countOf = (op: Op, plan: Plan): number => {
  const { weight, t } = ofSum(op);
  return (plan.terms.get(weight) ?? []).filter((term) => term.t >= Number(t)).length;
};

/** A join without its k-th way. */
const withoutWay = (k: number): Slip => ({
  id: 'wayDropped',
  isVague: true,
  isOnce: true,
  at: (op) =>
    isJoin(op) && k < op.in.length && op.in.length > 1 && through(op.in[k]) !== undefined
      ? ({ apply, read }) => apply('add', ...op.in.filter((_, i) => i !== k).map(read)).numbers
      : undefined,
  say: (op, isEverywhere, plan) =>
    text.wayDropped(mark(belongsTo(op.out)), mark(makerOf(through(op.in[k]) ?? '', plan)), isEverywhere),
});

export const ways: readonly Slip[] = [
  {
    id: 'ownErrorDropped',
    at: (op) =>
      isJoin(op) && op.in.some(isOwnError) && !op.in.every(isOwnError)
        ? ({ apply, read }) => apply('add', ...op.in.filter((part) => !isOwnError(part)).map(read)).numbers
        : undefined,
    say: ({ out, t }, isEverywhere) =>
      text.ownErrorDropped(mark(belongsTo(out)), mark(`E${t}`), isEverywhere),
  },
  {
    id: 'immediate',
    isEverywhere: true,
    at: (op, plan) =>
      isFromLater(op, plan) ? ({ read }) => new Float64Array(read(op.out).numbers.length) : undefined,
    say: ({ out }) => text.immediate(mark(belongsTo(out))),
  },
  ...[0, 1, 2, 3, 4].map(withoutWay),
  {
    id: 'sumDropped',
    isOnce: true,
    at: (op) => (isSum(op) && op.in.length > 1 ? ({ read }) => read(op.in[1]).numbers : undefined),
    say: (op) => text.sumDropped(mark(ofSum(op).weight), ofSum(op).t),
  },
  {
    id: 'termMissing',
    isOnce: true,
    at: (op) => (isSum(op) && op.in.length > 1 ? ({ read }) => read(op.in[0]).numbers : undefined),
    say: (op) => text.termMissing(ofSum(op).t),
  },
  {
    id: 'meanOfTerms',
    isOnce: true,
    at: (op, plan) =>
      isSum(op) && op.in.length > 1
        ? ({ right }) => Float64Array.from(right(op).numbers, (value) => value / countOf(op, plan))
        : undefined,
    say: (op, _, plan) => text.meanOfTerms(countOf(op, plan)),
  },
];
