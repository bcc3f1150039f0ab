/** From operations on cells to instructions on places. */
import { type Instruction, instructionOf } from './instruction';
import { joinNeighbours, merge } from './merge';
import { long } from './products';
import { rules } from './rules';
import { stagesOf } from './stages';
import type { Cell, CellId, Op } from './types';

/** What an instruction must know of a cell. */
type Place = Pick<Cell, 'offset' | 'rows' | 'cols'>;

/**
 * The instructions of a pass, as few as can be; their order is not that of the operations (see `stages.ts`). `turned`
 * says where transposes of weights stand ready.
 */
export function encodePass(
  ops: readonly Op[],
  cells: ReadonlyMap<CellId, Cell>,
  turned?: ReadonlyMap<CellId, number>,
): Instruction[] {
  const run = ops.filter(({ rule }) => rules[rule].kernel);
  return stagesOf(run, cells).flatMap(({ ops, isTogether }) => {
    const [{ rule }] = ops;
    const isOneRule = ops.every((op) => op.rule === rule);
    if (isTogether && isOneRule)
      return merge(
        rule,
        ops.flatMap((op) => encode(op, cells, turned) ?? []),
      );
    return encodeInTurn(ops, cells, turned);
  });
}

/**
 * The instructions of operations that wait for each other, step by step. Of an affine the part that waits for none of them
 * (W_x x_t + b) comes first, for all steps in one go.
 */
function encodeInTurn(
  ops: readonly Op[],
  cells: ReadonlyMap<CellId, Cell>,
  turned: ReadonlyMap<CellId, number> | undefined,
): Instruction[] {
  const [{ index }] = ops;
  const before: Instruction[] = [];
  const inTurn = ops.flatMap((op) => {
    const instruction = encode(op, cells, turned);
    if (!instruction) return [];
    const parts = [...(rules[op.rule].split?.(instruction) ?? [instruction])];
    const isReady = op.in.slice(0, 2).every((id) => (cells.get(id) as Cell).doneAt <= index);
    if (parts.length > 1 && isReady) before.push(...parts.splice(0, 1));
    return parts.map((part) => ({ rule: op.rule, instruction: part }));
  });
  return [...merge('affine', before), ...joinNeighbours(inTurn).map(({ instruction }) => instruction)];
}

/** The instruction of an operation; an identity has none, its result stands where its input does. */
export function encode(
  { rule, out, in: inputs }: Pick<Op, 'rule' | 'out' | 'in'>,
  cells: ReadonlyMap<CellId, Place>,
  turned?: ReadonlyMap<CellId, number>,
): Instruction | undefined {
  const { kernel, kernelOfMore, kernelOfShort, kernelOfTurned, arrange, readsAll } = rules[rule];
  if (!kernel) return undefined;
  const [a, b, c, d, e] = (arrange?.(inputs) ?? inputs).map((id) =>
    id === undefined ? undefined : cells.get(id),
  );
  const result = cells.get(out) as Place;
  const isShort = entries(b) < long && entries(d) < long;
  const turnedAt = kernelOfTurned && turned?.get(inputs[0]);
  return instructionOf({
    kernel:
      (inputs.length > 2 && kernelOfMore) ||
      (isShort && kernelOfShort) ||
      (turnedAt !== undefined && kernelOfTurned) ||
      kernel,
    out: result.offset,
    n: entries(result),
    a: turnedAt ?? placeOf(a),
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

const placeOf = (cell: Place | undefined): number => cell?.offset ?? -1;
const entries = (cell: Place | undefined): number => (cell ? cell.rows * cell.cols : 0);
