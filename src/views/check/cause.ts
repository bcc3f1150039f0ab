/** Why a number broke: the sentence that names it. */
import { compile, deltaNorms, execute, firstBroken, numbersIn, spectralRadius } from '../../engine';
import type { Op, Trace } from '../../engine/types';
import { check } from '../../messages/check';
import { formatNumber, label } from '../../notation';
import { type Setup, shapeOf, valuesOf } from '../../tasks/setup';

const { causes } = check;

interface Breakage {
  readonly trace: Trace;
  readonly broken: Op;
  readonly setup: Setup;
  /** Updates made since the setup's own weights. */
  readonly updates: number;
}

const isSound = (numbers: ArrayLike<number>): boolean => Array.from(numbers).every(Number.isFinite);

/**
 * The likeliest reason for the first number that is not finite. Updates come first: what a learning rate did is seen
 * nowhere in the weights. Then it is where it broke that says why.
 */
export const causeOf = ({ trace, broken, setup, updates }: Breakage): string => {
  if (updates > 0 && isSoundUntrained(setup, broken.pass))
    return causes.updates(updates, formatNumber(setup.learningRate));
  const weight = trace.plan.weights.find((name) => !isSound(numbersIn(trace, name) ?? []));
  if (weight !== undefined) return causes.weights(label(weight));
  if (broken.pass === 'update') return causes.update(formatNumber(setup.learningRate));
  return broken.pass === 'backward' ? causeBackward(trace, broken) : causeForward(trace, broken);
};

/** Whether the setup's own weights got as far without breaking: then it was the updates that broke it. */
const isSoundUntrained = (setup: Setup, pass: Op['pass']): boolean => {
  const fresh = firstBroken(execute(compile(shapeOf(setup)), valuesOf(setup)));
  return fresh === undefined || (pass !== 'update' && fresh.pass === 'update');
};

const isBounded = (activation: string): boolean => activation !== 'relu' && activation !== 'identity';

function causeForward({ plan, ...trace }: Trace, { out, rule }: Op): string {
  const { cell, g1, g2, H } = plan.shape;
  const lane = out.replace(/\d+/, '');
  if (lane === 'E') return causes.error;
  const isState = cell === 'rnn' && (lane === 'a' || lane === 'S');
  if (isState && !isBounded(g1)) {
    const radius = spectralRadius(numbersIn({ plan, ...trace }, 'Ws') ?? [], H);
    return radius > 1 ? causes.grows(g1, label('Ws'), formatNumber(radius)) : causes.unbounded(g1);
  }
  return rule !== 'affine' && !isBounded(g2) ? causes.unbounded(g2) : causes.large;
}

/** By how much the gradient grew with each step on its way, from where it set out to where it broke. */
function causeBackward(trace: Trace, { t }: Op): string {
  const norms = deltaNorms(trace);
  const reached = Array.from(norms.keys()).filter((s) => s >= t && norms[s] > 0 && Number.isFinite(norms[s]));
  const [last, start] = [reached[0], reached.at(-1)];
  if (last === undefined || start === undefined || start === last) return causes.gradientAtOnce;
  const factor = (norms[last] / norms[start]) ** (1 / (start - last));
  return factor > 1 ? causes.gradient(formatNumber(factor)) : causes.gradientAtOnce;
}
