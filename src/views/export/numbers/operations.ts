import { numbersIn } from '../../../engine';
import { label } from '../../../notation';
import { describe } from '../../../notation/describe';
import { identifier } from '../../../notation/identifier';
import { plainText } from '../../../notation/marked';
import { run } from '../../../store';
import type { Panel } from './panel';

/** Every operation in order, with what it reads and the numbers that it writes. */
export const operations: Panel = {
  labels: ['operation', 'pass', 'step', 'rule', 'writes', 'reads'],
  numbers: ['value'],
  isOfMatrices: true,
  *entries(state, scope) {
    const { plan, trace } = run(state);
    for (const op of plan.ops.slice(0, scope === 'all' ? undefined : state.playhead)) {
      const { index, pass, t, rule, out, in: reads } = op;
      const { rows, cols } = plan.cells.get(out) ?? { rows: 1, cols: 1 };
      const { title, symbols, why } = describe(trace, op);
      yield {
        labels: {
          operation: index + 1,
          pass,
          step: t === 0 ? '' : t,
          rule,
          writes: identifier(out),
          reads: reads.map(identifier).join(' '),
        },
        words: {
          symbol: label(out, plan),
          title: plainText(title, plan),
          equation: symbols.text,
          why: plainText(why, plan),
        },
        rows,
        cols,
        numbers: { value: numbersIn(trace, out) },
      };
    }
  },
};
