/** The slope of an activation on the way back: forgotten, or taken at the wrong place. */
import type { Activation, Op, Plan } from '../../engine/types';
import { mistakes as text } from '../../messages/mistakes';
import { mark } from '../../notation/marked';
import { derivedFrom, type Slip } from './slip';

/** The activation whose slope an operation multiplies by; the identity's is 1. */
const activationOf = ({ rule }: Op): Activation | undefined => {
  const [, g] = /^(tanh|sigmoid|relu)Slope$/.exec(rule) ?? [];
  return g as Activation | undefined;
};

/** What went into the activation: a₃ of S₃. */
const argumentOf = (plan: Plan, op: Op) => derivedFrom(plan, op)?.in[0];

/** Relu's slope is the same wherever it is taken: its result is positive where its argument is. */
const isCurved = (op: Op): boolean => activationOf(op) === 'tanh' || activationOf(op) === 'sigmoid';

export const slopes: readonly Slip[] = [
  {
    id: 'slopeForgotten',
    at: (op) => (activationOf(op) ? ({ read }) => read(op.in[0]).numbers : undefined),
    say: (op, isEverywhere) => text.slopeForgotten(activationOf(op) ?? '', mark(op.in[1]), isEverywhere),
  },
  {
    id: 'slopeOfArgument',
    at: (op, plan) => {
      const argument = isCurved(op) ? argumentOf(plan, op) : undefined;
      return argument === undefined
        ? undefined
        : ({ apply, read }) => apply(op.rule, read(op.in[0]), read(argument)).numbers;
    },
    say: (op, isEverywhere, plan) =>
      text.slopeOfArgument(
        activationOf(op) ?? '',
        mark(argumentOf(plan, op) ?? ''),
        mark(op.in[1]),
        isEverywhere,
      ),
  },
  {
    id: 'slopeAgain',
    at: (op, plan) => {
      const g = activationOf(op);
      return g === undefined || !isCurved(op) || argumentOf(plan, op) === undefined
        ? undefined
        : ({ apply, read }) => apply(op.rule, read(op.in[0]), apply(g, read(op.in[1]))).numbers;
    },
    say: (op, isEverywhere, plan) =>
      text.slopeAgain(activationOf(op) ?? '', mark(argumentOf(plan, op) ?? ''), mark(op.in[1]), isEverywhere),
  },
];
