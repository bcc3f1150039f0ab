/** Where the gradient sets out: sign, factor 2, the mean, and what softmax brings with it. */
import type { Op } from '../../engine/types';
import { mistakes as text } from '../../messages/mistakes';
import { mark } from '../../notation/marked';
import type { Slip } from './slip';

const others = { squaredSlope: 'halfSquaredSlope', halfSquaredSlope: 'squaredSlope' } as const;

const isOfSquares = ({ rule }: Op): boolean => rule in others;
const isOfEntropy = ({ rule }: Op): boolean => rule === 'crossEntropySlope';

/** The other of ½‖d − Y‖² and ‖d − Y‖². */
const otherRule = ({ rule }: Op) => others[rule as keyof typeof others];

export const starts: readonly Slip[] = [
  {
    id: 'startSign',
    at: (op) =>
      isOfSquares(op)
        ? ({ apply, read }) => {
            const [d, Y, ...share] = op.in.map(read);
            return apply(op.rule, Y, d, ...share).numbers;
          }
        : undefined,
    say: ({ out, in: [d, Y] }, isEverywhere) => text.startSign(mark(out), mark(d), mark(Y), isEverywhere),
  },
  {
    id: 'entropySign',
    at: (op) =>
      isOfEntropy(op)
        ? ({ apply, read }) => {
            const [d, Y, ...share] = op.in.map(read);
            return apply(op.rule, Y, d, ...share).numbers;
          }
        : undefined,
    say: ({ out, in: [d, Y] }, isEverywhere) => text.entropySign(mark(out), mark(d), mark(Y), isEverywhere),
  },
  {
    id: 'startFactor',
    at: (op) =>
      isOfSquares(op) ? ({ apply, read }) => apply(otherRule(op), ...op.in.map(read)).numbers : undefined,
    say: ({ out, rule }, isEverywhere) =>
      text.startFactor(mark(out), rule === 'halfSquaredSlope', isEverywhere),
  },
  {
    id: 'startBoth',
    at: (op) =>
      isOfSquares(op)
        ? ({ apply, read }) => {
            const [d, Y, ...share] = op.in.map(read);
            return apply(otherRule(op), Y, d, ...share).numbers;
          }
        : undefined,
    say: ({ out, rule, in: [d, Y] }, isEverywhere) =>
      text.startBoth(mark(out), mark(d), mark(Y), rule === 'halfSquaredSlope', isEverywhere),
  },
  {
    id: 'shareForgotten',
    at: (op) =>
      (isOfSquares(op) || isOfEntropy(op)) && op.in.includes('share')
        ? ({ apply, read }) => apply(op.rule, ...op.in.filter((id) => id !== 'share').map(read)).numbers
        : undefined,
    say: ({ out }, isEverywhere, { shape }) =>
      text.shareForgotten(mark(out), shape.errorAt.length, isEverywhere),
  },
  {
    id: 'entropyAsSquares',
    at: (op) =>
      isOfEntropy(op) ? ({ apply, read }) => apply('squaredSlope', ...op.in.map(read)).numbers : undefined,
    say: ({ out, in: [d, Y] }, isEverywhere) =>
      text.entropyAsSquares(mark(out), mark(d), mark(Y), isEverywhere),
  },
  {
    id: 'softmaxTwice',
    at: (op) =>
      isOfEntropy(op)
        ? ({ apply, read, right }) => apply('sigmoidSlope', right(op), read(op.in[1])).numbers
        : undefined,
    say: ({ out, in: [d, Y] }, isEverywhere) => text.softmaxTwice(mark(out), mark(d), mark(Y), isEverywhere),
  },
];
