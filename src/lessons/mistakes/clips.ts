/** Clipping: left out, done too early, or done in another way. */
import { clipped, norm } from '../../engine';
import type { Sized } from '../../engine/applyRule';
import type { Op, Plan } from '../../engine/types';
import { mistakes as text } from '../../messages/mistakes';
import { mark } from '../../notation/marked';
import type { Slip } from './slip';

/** The clipped gradient that is made of what an operation writes. */
const clippedLater = ({ out }: Op, plan: Plan): string | undefined => {
  const cell = clipped(out.slice('d:'.length));
  return out.startsWith('d:') && plan.shape.clip === 'step' && plan.cells.has(cell) ? cell : undefined;
};

const isClip = ({ rule }: Op): boolean => rule === 'clip' || rule === 'clipByNorm';

/** The threshold comes last among what is read. */
const thresholdOf = ({ in: inputs }: Op) => inputs[inputs.length - 1];

/** A vector drawn out, or in, to the length of the threshold. */
const drawnOut = ({ numbers }: Sized, threshold: Sized): Float64Array => {
  const length = norm(numbers);
  return Float64Array.from(numbers, (value) => (value / length) * threshold.numbers[0]);
};

export const clips: readonly Slip[] = [
  {
    id: 'notClipped',
    at: (op) => (isClip(op) ? ({ read }) => read(op.in[0]).numbers : undefined),
    say: (op, isEverywhere) => text.notClipped(mark(op.in[0]), mark(thresholdOf(op)), isEverywhere),
  },
  {
    id: 'entriesNotClipped',
    isOnce: true,
    at: ({ rule, in: [d] }) => (rule === 'clipByValue' ? ({ read }) => read(d).numbers : undefined),
    say: (op) => text.entriesNotClipped(mark(op.in[0]), mark(thresholdOf(op))),
  },
  {
    id: 'clippedTooEarly',
    isOnce: true,
    at: (op, plan) =>
      clippedLater(op, plan) === undefined
        ? undefined
        : ({ apply, read, right }) => apply('clip', right(op), read('theta')).numbers,
    say: (op, _, plan) => text.clippedTooEarly(mark(op.out), mark(clippedLater(op, plan) ?? op.out)),
  },
  {
    id: 'clippedAnyway',
    at: (op) =>
      op.rule === 'clip' ? ({ read }) => drawnOut(read(op.in[0]), read(thresholdOf(op))) : undefined,
    say: (op, isEverywhere) => text.clippedAnyway(mark(op.in[0]), mark(thresholdOf(op)), isEverywhere),
  },
  {
    id: 'clippedByEntry',
    at: (op) =>
      isClip(op)
        ? ({ apply, read }) => apply('clipByValue', read(op.in[0]), read(thresholdOf(op))).numbers
        : undefined,
    say: ({ in: [d] }, isEverywhere) => text.clippedByEntry(mark(d), isEverywhere),
  },
  {
    id: 'clippedByOwnNorm',
    isOnce: true,
    at: (op) =>
      op.rule === 'clipByNorm'
        ? ({ apply, read }) => apply('clip', read(op.in[0]), read(thresholdOf(op))).numbers
        : undefined,
    say: ({ in: [d] }) => text.clippedByOwnNorm(mark(d)),
  },
  {
    id: 'clippedAsWhole',
    isOnce: true,
    at: (op) =>
      op.rule === 'clipByValue'
        ? ({ apply, read }) => apply('clip', read(op.in[0]), read(thresholdOf(op))).numbers
        : undefined,
    say: ({ in: [d] }) => text.clippedAsWhole(mark(d)),
  },
];
