/** Products of matrices and vectors: what stands the wrong way round, is left out, or is of another step. */
import { at as cellAt, laneOf, timeOf } from '../../engine';
import type { CellId, Op, Plan } from '../../engine/types';
import { mistakes as text } from '../../messages/mistakes';
import { mark } from '../../notation/marked';
import { isAlike, isSquare, type Slip, writerOf } from './slip';

/** The weight that an operation makes a term of. */
const weightOf = ({ out }: Op): string => out.slice('d:'.length, out.indexOf('@'));

/** The state one step on or back: S_t where the term has S_{t−1}, or the other way round. */
const otherState = ({ rule, in: [, factor], t }: Op, plan: Plan): CellId | undefined => {
  if (rule !== 'outer' || !plan.program.states.includes(laneOf(factor))) return undefined;
  const other = cellAt(laneOf(factor), timeOf(factor) === t ? t - 1 : t);
  return isAlike(plan, factor, other) ? other : undefined;
};

/** The slope that the gradient of a term was multiplied by last, where it is an activation's. */
const slopeBefore = ({ rule, in: [d] }: Op, plan: Plan): Op | undefined => {
  const op = rule === 'outer' ? writerOf(plan, d) : undefined;
  return op && /^(tanh|sigmoid|relu|identity)Slope$/.test(op.rule) ? op : undefined;
};

/** One product less: the k-th pair of a weight and what it weighs. */
const without = (k: number): Slip => ({
  id: 'partDropped',
  isForward: true,
  at: ({ rule, in: inputs }) =>
    rule === 'affine' && inputs.length > 3 && inputs.length > 2 * k + 1
      ? ({ apply, read }) => apply('affine', ...inputs.filter((_, i) => i >> 1 !== k).map(read)).numbers
      : undefined,
  say: ({ in: inputs, out }, isEverywhere) =>
    text.partDropped(mark(inputs[2 * k]), mark(inputs[2 * k + 1]), mark(out), isEverywhere),
});

/** The k-th product with its matrix transposed, among the others as they are. */
const turned = (k: number): Slip => ({
  id: 'transposed',
  isForward: true,
  at: ({ rule, in: inputs }, plan) => {
    const weight = inputs[2 * k];
    if (rule !== 'affine' || inputs.length < 2 * k + 2 || !isSquare(plan, weight)) return undefined;
    return ({ apply, read }) => {
      const wrong = apply('transposed', read(weight), read(inputs[2 * k + 1]));
      const rest = inputs.filter((_, i) => i >> 1 !== k);
      const right =
        rest.length > 1 ? apply('affine', ...rest.map(read)) : rest.length === 1 ? read(rest[0]) : undefined;
      return right ? apply('add', wrong, right).numbers : wrong.numbers;
    };
  },
  say: ({ in: inputs }, isEverywhere) => text.transposed(mark(inputs[2 * k]), isEverywhere),
});

export const products: readonly Slip[] = [
  {
    id: 'notTransposed',
    at: ({ rule, in: [weight, d] }, plan) =>
      rule === 'transposed' && isSquare(plan, weight)
        ? ({ apply, read }) => apply('affine', read(weight), read(d)).numbers
        : undefined,
    say: ({ in: [weight] }, isEverywhere) => text.notTransposed(mark(weight), isEverywhere),
  },
  {
    id: 'weightLeftOut',
    at: ({ rule, out, in: [, d] }, plan) =>
      rule === 'transposed' && isAlike(plan, out, d) ? ({ read }) => read(d).numbers : undefined,
    say: ({ in: [weight] }, isEverywhere) => text.weightLeftOut(mark(weight), isEverywhere),
  },
  {
    id: 'outerTurned',
    at: ({ rule, in: [d, factor] }, plan) =>
      rule === 'outer' && isAlike(plan, d, factor)
        ? ({ apply, read }) => apply('outer', read(factor), read(d)).numbers
        : undefined,
    say: ({ in: [d, factor] }, isEverywhere) => text.outerTurned(mark(d), mark(factor), isEverywhere),
  },
  {
    id: 'otherState',
    at: (op, plan) => {
      const other = otherState(op, plan);
      return other === undefined
        ? undefined
        : ({ apply, read }) => apply('outer', read(op.in[0]), read(other)).numbers;
    },
    say: (op, isEverywhere, plan) =>
      text.otherState(
        mark(otherState(op, plan) ?? ''),
        mark(op.in[1]),
        mark(weightOf(op)),
        String(op.t),
        isEverywhere,
      ),
  },
  {
    id: 'beforeSlope',
    at: (op, plan) => {
      const slope = slopeBefore(op, plan);
      return slope && slope.rule !== 'identitySlope'
        ? ({ apply, read }) => apply('outer', read(slope.in[0]), read(op.in[1])).numbers
        : undefined;
    },
    say: (op, isEverywhere, plan) =>
      text.beforeSlope(mark(slopeBefore(op, plan)?.in[0] ?? ''), mark(op.in[0]), isEverywhere),
  },
  {
    id: 'immediateAlone',
    isOnce: true,
    at: (op, plan) => {
      const slope = slopeBefore(op, plan);
      return (
        slope &&
        (({ apply, read }) => {
          const [reached, made] = slope.in.map(read);
          const one = { ...reached, numbers: new Float64Array(reached.numbers.length).fill(1) };
          return apply('outer', apply(slope.rule, one, made), read(op.in[1])).numbers;
        })
      );
    },
    say: (op, _, plan) =>
      text.immediateAlone(mark(weightOf(op)), String(op.t), mark(slopeBefore(op, plan)?.in[0] ?? op.in[0])),
  },
  without(0),
  without(1),
  turned(0),
  turned(1),
  {
    id: 'biasDropped',
    isForward: true,
    at: ({ rule, in: inputs }) =>
      rule === 'affine' && inputs.length % 2 === 1 && inputs.length > 1
        ? ({ apply, read }) => apply('affine', ...inputs.slice(0, -1).map(read)).numbers
        : undefined,
    say: ({ in: inputs, out }, isEverywhere) =>
      text.biasDropped(mark(inputs[inputs.length - 1]), mark(out), isEverywhere),
  },
];
