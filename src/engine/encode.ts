/** From operations on cells to instructions on places. */
import type { Instruction } from './instruction';
import { long } from './products';
import { rules } from './rules';
import type { Cell, CellId, Op } from './types';

/** What an instruction must know of a cell. */
type Place = Pick<Cell, 'offset' | 'rows' | 'cols'>;

/** The instructions of a list of operations; identities need none, their results stand where their inputs do. */
export function encode(
  ops: readonly Pick<Op, 'rule' | 'out' | 'in'>[],
  cells: ReadonlyMap<CellId, Place>,
): Instruction[] {
  const code: Instruction[] = [];
  for (const { rule, out, in: inputs } of ops) {
    const { kernel, kernelOfShort, arrange, readsAll } = rules[rule];
    if (!kernel) continue;
    const [a, b, c, d, e] = (arrange?.(inputs) ?? inputs).map((id) =>
      id === undefined ? undefined : cells.get(id),
    );
    const result = cells.get(out) as Place;
    const isShort = entries(b) < long && entries(d) < long;
    code.push({
      kernel: (isShort && kernelOfShort) || kernel,
      out: result.offset,
      n: entries(result),
      a: placeOf(a),
      aSize: readsAll ? inputs.reduce((sum, id) => sum + entries(cells.get(id)), 0) : entries(a),
      b: placeOf(b),
      bSize: entries(b),
      c: placeOf(c),
      cSize: entries(c),
      d: placeOf(d),
      dSize: entries(d),
      e: placeOf(e),
    });
  }
  return code;
}

const placeOf = (cell: Place | undefined): number => cell?.offset ?? -1;
const entries = (cell: Place | undefined): number => (cell ? cell.rows * cell.cols : 0);
