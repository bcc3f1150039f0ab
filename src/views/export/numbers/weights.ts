import { clipped, doneAt, next, numbersIn, partial } from '../../../engine';
import { label } from '../../../notation';
import { identifier } from '../../../notation/identifier';
import { run } from '../../../store';
import type { Panel } from './panel';

/** Every weight with its gradient so far, and what clipping and the optimizer make of both. */
export const weights: Panel = {
  labels: ['weight', 'terms_so_far'],
  numbers: [
    ...['value', 'gradient_so_far', 'gradient_after_clipping'],
    ...['mean', 'velocity_or_square', 'value_after_update'],
  ],
  isOfMatrices: true,
  *entries(state) {
    const { plan, trace } = run(state);
    const isKnown = (id: string) => doneAt(plan, id) <= state.playhead;
    const known = (id: string) => (isKnown(id) ? numbersIn(trace, id) : undefined);
    for (const weight of plan.weights) {
      const { rows, cols } = plan.cells.get(weight) ?? { rows: 1, cols: 1 };
      const sums = (plan.terms.get(weight) ?? []).map(({ t }) => partial(weight, t)).filter(isKnown);
      yield {
        labels: { weight: identifier(weight), terms_so_far: sums.length },
        words: { symbol: label(weight, plan) },
        rows,
        cols,
        numbers: {
          value: numbersIn(trace, weight),
          gradient_so_far: sums.length > 0 ? known(sums[sums.length - 1]) : undefined,
          gradient_after_clipping: known(clipped(weight)),
          mean: known(next(`m:${weight}`)),
          velocity_or_square: known(next(`v:${weight}`)),
          value_after_update: known(next(weight)),
        },
      };
    }
  },
};
