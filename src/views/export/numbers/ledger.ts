import { doneAt, numbersIn, partial, term } from '../../../engine';
import { label } from '../../../notation';
import { identifier } from '../../../notation/identifier';
import { run } from '../../../store';
import type { Panel } from './panel';

/** The terms of every weight's gradient that are known, latest step first, each with the sum up to it. */
export const ledger: Panel = {
  labels: ['weight', 'step'],
  numbers: ['term', 'sum_so_far'],
  isOfMatrices: true,
  *entries(state) {
    const { plan, trace } = run(state);
    const known = (id: string) => (doneAt(plan, id) <= state.playhead ? numbersIn(trace, id) : undefined);
    for (const weight of plan.weights) {
      const { rows, cols } = plan.cells.get(weight) ?? { rows: 1, cols: 1 };
      for (const { t } of plan.terms.get(weight) ?? []) {
        const value = known(term(weight, t));
        if (!value) continue;
        yield {
          labels: { weight: identifier(weight), step: t },
          words: { symbol: label(term(weight, t), plan) },
          rows,
          cols,
          numbers: { term: value, sum_so_far: known(partial(weight, t)) },
        };
      }
    }
  },
};
