/** The way forward, from the activation to the error, and the update. */
import type { Activation, Op } from '../../engine/types';
import { mistakes as text } from '../../messages/mistakes';
import { mark } from '../../notation/marked';
import type { Slip } from './slip';

const isActivation = ({ rule }: Op): boolean => rule === 'tanh' || rule === 'sigmoid' || rule === 'relu';

const others: Partial<Record<string, Activation>> = { tanh: 'sigmoid', sigmoid: 'tanh' };

const otherErrors: Partial<Record<string, 'squared' | 'halfSquared'>> = {
  squared: 'halfSquared',
  halfSquared: 'squared',
};

export const forwards: readonly Slip[] = [
  {
    id: 'activationForgotten',
    isForward: true,
    at: (op) => (isActivation(op) ? ({ read }) => read(op.in[0]).numbers : undefined),
    say: ({ rule, in: [argument] }, isEverywhere) =>
      text.activationForgotten(rule, mark(argument), isEverywhere),
  },
  {
    id: 'otherActivation',
    isForward: true,
    at: ({ rule, in: [argument] }) => {
      const other = others[rule];
      return other && (({ apply, read }) => apply(other, read(argument)).numbers);
    },
    say: ({ rule }, isEverywhere) => text.otherActivation(others[rule] ?? '', rule, isEverywhere),
  },
  {
    id: 'notNormalised',
    isForward: true,
    isOnce: true,
    at: ({ rule, in: [argument] }) =>
      rule === 'softmax' ? ({ read }) => Float64Array.from(read(argument).numbers, Math.exp) : undefined,
    say: ({ in: [argument] }) => text.notNormalised(mark(argument)),
  },
  {
    id: 'errorFactor',
    isForward: true,
    at: ({ rule, in: inputs }) => {
      const other = otherErrors[rule];
      return other && (({ apply, read }) => apply(other, ...inputs.map(read)).numbers);
    },
    say: ({ rule }, isEverywhere) => text.errorFactor(rule === 'halfSquared', isEverywhere),
  },
  {
    id: 'rootTaken',
    isForward: true,
    isOnce: true,
    at: ({ rule, in: inputs }) =>
      otherErrors[rule] === undefined
        ? undefined
        : ({ apply, read }) => Float64Array.from(apply('squared', ...inputs.map(read)).numbers, Math.sqrt),
    say: () => text.rootTaken(),
  },
  {
    id: 'meanForSum',
    isForward: true,
    at: ({ rule, in: inputs }) =>
      rule === 'total' ? ({ apply, read }) => apply('mean', ...inputs.map(read)).numbers : undefined,
    say: () => text.meanForSum(),
  },
  {
    id: 'sumForMean',
    isForward: true,
    at: ({ rule, in: inputs }) =>
      rule === 'mean' ? ({ apply, read }) => apply('total', ...inputs.map(read)).numbers : undefined,
    say: ({ in: inputs }) => text.sumForMean(inputs.length),
  },
];

const negative = (numbers: ArrayLike<number>) => Float64Array.from(numbers, (value) => -value);

export const updates: readonly Slip[] = [
  {
    id: 'ascended',
    isOnce: true,
    at: ({ rule, in: [weight, direction, ...rest] }) =>
      rule === 'descend' || rule === 'descendAdam'
        ? ({ apply, read }) => {
            const down = read(direction);
            const up = { ...down, numbers: negative(down.numbers) };
            return apply(rule, read(weight), up, ...rest.map(read)).numbers;
          }
        : undefined,
    say: ({ in: [weight] }) => text.ascended(mark(weight)),
  },
  {
    id: 'noRate',
    isOnce: true,
    at: ({ rule, in: inputs }) =>
      rule === 'descend' || rule === 'descendAdam'
        ? ({ apply, read }) =>
            apply(rule, ...inputs.map((id) => (id === 'eta' ? { ...read(id), numbers: [1] } : read(id))))
              .numbers
        : undefined,
    say: () => text.noRate(mark('eta')),
  },
  {
    id: 'changeAlone',
    isOnce: true,
    at: (op) =>
      op.rule === 'descend' || op.rule === 'descendAdam'
        ? ({ read, right }) => {
            const before = read(op.in[0]).numbers;
            return Float64Array.from(right(op).numbers, (value, i) => value - before[i]);
          }
        : undefined,
    say: ({ in: [weight] }) => text.changeAlone(mark(weight)),
  },
];
