/** The end of the list: clipping of the whole gradient and the optimizer's step, as operations like the rest. */
import { clipped, grad, next } from './cells';
import type { Step, Writer } from './programs/program';
import type { Backward } from './reverse';
import type { RuleName } from './rules';
import type { CellId, Shape } from './types';

/** Names the norm of all weights' gradients together. */
export const gradientNorm: CellId = 'norm:d';

/**
 * The operations after the sweep, for every weight that a gradient reaches. Numbers that only they read (the optimizer's
 * state and its constants) are assumed in the program unless given.
 */
export function update(program: Writer, { terms }: Backward, { clip, optimizer = 'sgd' }: Shape): Step[] {
  const steps: Step[] = [];
  const apply = (out: CellId, rule: RuleName, ...inputs: CellId[]): CellId => {
    steps.push({ t: 0, rule, out, in: inputs });
    return out;
  };
  const weights = [...program.weights.keys()].filter((weight) => terms.has(weight));
  if (clip === 'norm') apply(gradientNorm, 'norm', ...weights.map(grad));

  for (const weight of weights) {
    let d = grad(weight);
    if (clip === 'norm') d = apply(clipped(weight), 'clipByNorm', d, gradientNorm, 'theta');
    if (clip === 'value') d = apply(clipped(weight), 'clipByValue', d, 'theta');
    const state = (name: string) => program.assume(`${name}:${weight}`, 0, weight);
    if (optimizer === 'adam') {
      const beta1 = program.assume('beta1', 0.9);
      const beta2 = program.assume('beta2', 0.999);
      const updates = program.assume('updates', 0);
      const mean = apply(next(state('m')), 'average', `m:${weight}`, d, beta1);
      const square = apply(next(state('v')), 'averageSquare', `v:${weight}`, d, beta2);
      const unbiasedMean = apply(`unbiased:m:${weight}`, 'unbias', mean, beta1, updates);
      const unbiasedSquare = apply(`unbiased:v:${weight}`, 'unbias', square, beta2, updates);
      const epsilon = program.assume('epsilon', 1e-8);
      apply(next(weight), 'descendAdam', weight, unbiasedMean, unbiasedSquare, 'eta', epsilon);
    } else if (optimizer === 'momentum') {
      const velocity = apply(next(state('v')), 'momentum', `v:${weight}`, d, program.assume('momentum', 0.9));
      apply(next(weight), 'descend', weight, velocity, 'eta');
    } else apply(next(weight), 'descend', weight, d, 'eta');
  }
  return steps;
}
