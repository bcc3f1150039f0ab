import { numbersIn } from '../../engine';
import type { CellId, Trace } from '../../engine/types';
import { formatFull, formatList, formatNumber, spoken } from '../../notation';
import { rowsText } from './copy-text';

/** As many numbers of a cell are read out or shown when hovered. */
const mostNumbers = 64;

/** What is read out of a cell in an equation, and what hovering shows: its numbers, unless they are too many. */
export const describeCell = (trace: Trace, id: CellId): { readonly name: string; readonly title: string } => {
  const { plan } = trace;
  const values = numbersIn(trace, id);
  const name = spoken(id, plan);
  if (values === undefined || values.length > mostNumbers) return { name, title: name };
  if (values.length === 1)
    return { name: `${name}, ${formatNumber(values[0])}`, title: formatFull(values[0]) };
  const cols = plan.cells.get(id)?.cols ?? 1;
  return { name: `${name}, ${formatList(values)}`, title: rowsText(values, cols).replaceAll('-', '−') };
};
