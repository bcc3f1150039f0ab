import { numbersIn } from '../../engine';
import type { CellId, Trace } from '../../engine/types';
import { copyNumber } from '../../notation';

/** A vector or matrix as lines of full doubles, columns apart by tabs: reads back in tables and in this app. */
export const rowsText = (values: ArrayLike<number>, cols: number): string => {
  const lines: string[] = [];
  for (let i = 0; i < values.length; i += cols)
    lines.push(Array.from({ length: cols }, (_, j) => copyNumber(values[i + j])).join('\t'));
  return lines.join('\n');
};

/** A cell as a line of Python: `S3 = -0.0592…`, `Ws = [[…], […]]`. */
export const cellText = (trace: Trace, id: CellId): string => {
  const values = numbersIn(trace, id);
  const cell = trace.plan.cells.get(id);
  if (values === undefined || cell === undefined) return '';
  if (values.length === 1) return `${id} = ${copyNumber(values[0])}`;
  const rows = rowsText(values, cell.cols).split('\n');
  const lists = rows.map((row) => `[${row.replaceAll('\t', ', ')}]`);
  return cell.cols === 1 ? `${id} = [${rows.join(', ')}]` : `${id} = [${lists.join(',\n  ')}]`;
};

/** Puts text on the clipboard; whether that worked. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};
