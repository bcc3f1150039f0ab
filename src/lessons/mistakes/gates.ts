/** Gates: the wrong factor of a product, z where 1 − z belongs. */
import type { Op, Plan } from '../../engine/types';
import { mistakes as text } from '../../messages/mistakes';
import { mark } from '../../notation/marked';
import { derivedFrom, type Slip } from './slip';

/** The factor that a gradient belongs to, in a product entry by entry; its derivative is the other one. */
const ownFactor = (op: Op, plan: Plan) => {
  const forward = derivedFrom(plan, op);
  if (op.rule !== 'hadamard' || forward?.rule !== 'hadamard') return undefined;
  return forward.in[op.derives?.input ?? 0];
};

/** The gate z of a mixture (1 − z) ⊙ n + z ⊙ S that an operation carries a gradient through. */
const gateOf = (op: Op, plan: Plan) => {
  const forward = op.pass === 'forward' ? op : derivedFrom(plan, op);
  return forward?.rule === 'mix' ? forward.in[0] : undefined;
};

const exchanged = { mixNew: 'hadamard', hadamard: 'mixNew' } as const;

export const gates: readonly Slip[] = [
  {
    id: 'otherFactor',
    at: (op, plan) => {
      const own = ownFactor(op, plan);
      return own === undefined
        ? undefined
        : ({ apply, read }) => apply('hadamard', read(op.in[0]), read(own)).numbers;
    },
    say: (op, isEverywhere, plan) =>
      text.otherFactor(mark(ownFactor(op, plan) ?? ''), mark(op.in[1]), isEverywhere),
  },
  {
    id: 'gateSwapped',
    at: (op, plan) => {
      const rule = exchanged[op.rule as keyof typeof exchanged];
      return rule === undefined || gateOf(op, plan) === undefined
        ? undefined
        : ({ apply, read }) => apply(rule, ...op.in.map(read)).numbers;
    },
    say: (op, isEverywhere, plan) => text.gateSwapped(mark(gateOf(op, plan) ?? ''), isEverywhere),
  },
  {
    id: 'gateSwapped',
    isForward: true,
    at: ({ rule, in: inputs }) =>
      rule === 'mix'
        ? ({ apply, read }) => {
            const [z, n, S] = inputs.map(read);
            return apply('mix', z, S, n).numbers;
          }
        : undefined,
    say: ({ in: [z] }, isEverywhere) => text.gateSwapped(mark(z), isEverywhere),
  },
];
