/** The sequences that a setup is trained on, those kept from training, and how its answers are judged. */
import { errorSteps, type Setup, valuesOf } from './setup';
import { asDistribution } from './targets';
import { drawSequence, HELD_OUT, isKeptBack, type Sequence } from './task';

/** As many sequences as there are to train on, if they are short. */
const MOST_TRAINED = 1024;
/** As many numbers as they hold together at the most: 32 MB. */
const MOST_NUMBERS = 4e6;
/** As many sequences as are kept from training. */
export const HELD_OUT_COUNT = 64;

/** The sequences that a setup is trained on: its own one, or many of its task's. They are drawn when first asked for. */
export class TrainingSet {
  readonly count: number;
  private readonly setup: Setup;
  private readonly drawn = new Map<number, Sequence>();

  constructor(setup: Setup) {
    this.setup = setup;
    const { T, X, Y, task } = setup;
    const fitting = Math.floor(MOST_NUMBERS / (T * (X + Y)));
    this.count = task.kind === 'own' ? 1 : Math.max(HELD_OUT_COUNT, Math.min(MOST_TRAINED, fitting));
  }

  /** The batch of the k-th update, from 0: the sequences in turn. */
  batch(k: number): readonly Sequence[] {
    const size = Math.min(this.count, this.setup.batch);
    return Array.from({ length: size }, (_, i) => this.sequence((k * size + i) % this.count));
  }

  /** The sequences kept from training; none where there is only one, or where a text is too short. */
  heldOut(): readonly Sequence[] {
    const { task, T } = this.setup;
    if (task.kind === 'own' || (task.kind === 'text' && !isKeptBack(task.text, T))) return [];
    return Array.from({ length: HELD_OUT_COUNT }, (_, i) => this.sequence(HELD_OUT + i));
  }

  private sequence(number: number): Sequence {
    let sequence = this.drawn.get(number);
    if (!sequence) {
      sequence = draw(this.setup, number);
      this.drawn.set(number, sequence);
    }
    return sequence;
  }
}

function draw(setup: Setup, number: number): Sequence {
  const { task, T, Y, g2, dataSeed } = setup;
  if (task.kind === 'own') {
    const { x, d } = valuesOf(setup);
    return { x: Float64Array.from(x), d: Float64Array.from(d) };
  }
  const { x, d } = drawSequence(task, T, dataSeed, number);
  if (g2 !== 'softmax') return { x, d };
  return { x, d: Float64Array.from(steps(d, Y).flatMap((step) => [...asDistribution(step)])) };
}

const steps = (numbers: ArrayLike<number>, size: number): readonly number[][] =>
  Array.from({ length: numbers.length / size }, (_, t) =>
    Array.from({ length: size }, (_, row) => numbers[t * size + row]),
  );

/**
 * The error of a model that learned nothing but always gives the same answer: of the best such answer over the sequences
 * that are trained on, and of 0 (or, with softmax, of chance) where there is a single one, which it could know by heart.
 */
export function baselineOf(setup: Setup): number {
  const { task, Y, g2, loss, isMean } = setup;
  const set = new TrainingSet({ ...setup, batch: MOST_TRAINED });
  const at = errorSteps(setup);
  const targets = set.batch(0).map(({ d }) => {
    const all = steps(d, Y);
    return at.map((t) => all[t - 1]);
  });
  const every = targets.flat();
  const answer =
    task.kind === 'own'
      ? new Array<number>(Y).fill(g2 === 'softmax' ? 1 / Y : 0)
      : Array.from({ length: Y }, (_, row) => every.reduce((sum, d) => sum + d[row], 0) / every.length);
  const errorOf = (d: readonly number[]) =>
    d.reduce((sum, target, row) => {
      if (g2 === 'softmax') return target === 0 ? sum : sum - target * Math.log(answer[row]);
      return sum + (target - answer[row]) ** 2;
    }, 0);
  const mean = every.reduce((sum, d) => sum + errorOf(d), 0) / targets.length;
  return (mean * (loss === 'half' && g2 !== 'softmax' ? 0.5 : 1)) / (isMean ? at.length : 1);
}

/** An answer to a number counts as right if it is no further off than this. */
export const TOLERANCE = 0.1;

/**
 * Whether the answer at one step is right: the likeliest character, the sign of an echo (none before there is anything to
 * echo: then `null`), or else a number within the tolerance.
 */
export function isRight(
  { task }: Setup,
  answer: ArrayLike<number>,
  target: ArrayLike<number>,
): boolean | null {
  if (task.kind === 'text') return largest(answer) === largest(target);
  if (task.kind === 'echo') return target[0] === 0 ? null : Math.sign(answer[0]) === target[0];
  return Array.from(target).every((number, row) => Math.abs(answer[row] - number) <= TOLERANCE);
}

const largest = (numbers: ArrayLike<number>): number => {
  let at = 0;
  for (let i = 1; i < numbers.length; i++) if (numbers[i] > numbers[at]) at = i;
  return at;
};
