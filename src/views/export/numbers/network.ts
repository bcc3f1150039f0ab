import { doneAt, numbersIn, type Plan } from '../../../engine';
import { label } from '../../../notation';
import { identifier } from '../../../notation/identifier';
import { run } from '../../../store';
import type { Panel } from './panel';

/** Every value and gradient of a time step that is known at the playhead, in the order in which they became known. */
export const network: Panel = {
  labels: ['cell', 'step'],
  numbers: ['value'],
  isOfMatrices: true,
  *entries(state) {
    const { plan, trace } = run(state);
    for (const id of cellsOf(plan)) {
      if (doneAt(plan, id) > state.playhead) continue;
      const { t, rows, cols } = plan.cells.get(id) ?? { t: 0, rows: 1, cols: 1 };
      yield {
        labels: { cell: identifier(id), step: t < 0 ? '' : t },
        words: { symbol: label(id, plan) },
        rows,
        cols,
        numbers: { value: numbersIn(trace, id) },
      };
    }
  },
};

/** What the network shows: the quantities of time steps and the error. Terms and weights have panels of their own. */
const cellsOf = (plan: Plan): readonly string[] =>
  [...plan.cells.values()]
    .filter(({ id, lane, t }) => (t >= 0 && !lane.endsWith('@')) || id === plan.error)
    .sort((one, other) => one.doneAt - other.doneAt)
    .map(({ id }) => id);
