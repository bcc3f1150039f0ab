import { laneOf, numbersIn } from '../../engine';
import type { CellId } from '../../engine/types';
import { messages } from '../../messages';
import { copyNumber, label } from '../../notation';
import { run, store } from '../../store';

const inspector = messages.inspector;

const numbers = (cell: CellId): ArrayLike<number> => {
  const { trace } = run(store.getState());
  return numbersIn(trace, cell) ?? sequence(cell);
};

/** `x` and `d` are no cells but sequences of them: row after row, one per step. */
const sequence = (lane: string): number[] => {
  const { trace, plan } = run(store.getState());
  return Array.from({ length: plan.shape.T }, (_, i) =>
    Array.from(numbersIn(trace, `${lane}${i + 1}`) ?? []),
  ).flat();
};

/** Rows and columns of a cell; of a sequence, steps and entries per step. */
export const sizeOf = (cell: CellId): readonly [rows: number, cols: number] => {
  const { plan } = run(store.getState());
  const found = plan.cells.get(cell);
  if (found !== undefined) return [found.rows, found.cols];
  const perStep = cell === 'x' ? plan.shape.X : plan.shape.Y;
  return [numbers(cell).length / perStep, perStep];
};

/** The sequence that a cell is a step of, `x` or `d`, if it has more than one step; else undefined. */
export const sequenceOf = (cell: CellId): CellId | undefined => {
  const lane = laneOf(cell);
  return (lane === 'x' || lane === 'd') && lane !== cell && sizeOf(lane)[0] > 1 ? lane : undefined;
};

/** What a person calls the cell: `x₃`, `Wₛ`. */
export const nameOf = (cell: CellId): string => label(cell);

/** What a person calls one of its numbers: `x₃`, `Wₛ, row 1, column 2`. */
export const nameOfEntry = (cell: CellId, index: number): string => {
  const [rows, cols] = sizeOf(cell);
  if (rows * cols === 1) return nameOf(cell);
  if (cols === 1) return inspector.rowOf(nameOf(cell), index + 1);
  return inspector.placeOf(nameOf(cell), Math.floor(index / cols) + 1, (index % cols) + 1);
};

/** What the setup calls it: `x3.0`, `Ws.0.1`; a matrix has rows and columns, all else only rows. */
export const entryKey = (cell: CellId, index: number): string => {
  const [, cols] = sizeOf(cell);
  return cell.startsWith('W') ? `${cell}.${Math.floor(index / cols)}.${index % cols}` : `${cell}.${index}`;
};

/** The full double, as it is typed. */
export const numberText = (cell: CellId, index: number): string => copyNumber(numbers(cell)[index]);

/** All of a cell's numbers in full, a line per row. */
export const textOf = (cell: CellId): string => {
  const [rows, cols] = sizeOf(cell);
  const all = numbers(cell);
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: cols }, (_, c) => copyNumber(all[r * cols + c])).join(' '),
  ).join('\n');
};
