/**
 * From a shape to a plan: the forward program, its reverse and the update as one list of operations, a place in the
 * arena for every cell, and the instructions that run them.
 */
import { grad, next } from './cells';
import { kernelNumber, sumNumber } from './machine';
import { place } from './place';
import { lstm } from './programs/lstm';
import type { Step, Writer } from './programs/program';
import { rnn } from './programs/rnn';
import { type Backward, reverse } from './reverse';
import { isError } from './rules';
import { evenRuns } from './sums';
import type { Cell, CellId, CellKind, Op, Pass, Plan, Shape } from './types';
import { checkShape } from './validate';

const programs: Readonly<Record<CellKind, (shape: Shape) => Writer>> = { rnn, lstm };

const plans = new Map<string, Plan>();
const plansKept = 32;

/**
 * The plan of a shape, made once and kept.
 *
 * @throws ShapeError if the sizes don't fit together
 */
export function compile(shape: Shape): Plan {
  checkShape(shape);
  const key = JSON.stringify(shape);
  const kept = plans.get(key);
  if (kept) plans.delete(key); // to be put back as the youngest
  const plan = kept ?? makePlan(shape);
  plans.set(key, plan);
  if (plans.size > plansKept) plans.delete(plans.keys().next().value as string);
  return plan;
}

function makePlan(shape: Shape): Plan {
  const program = programs[shape.cell](shape);
  const error = addTotal(program, shape);
  const backward = reverse(program, shape.clip === 'step');
  const ops = list(
    ['forward', program.steps],
    ['backward', backward.steps],
    ['update', update(program, backward)],
  );
  const { cells, inputs, given, size } = place(program, backward, ops, shape.T);
  const backwardAt = program.steps.length;
  const updateAt = backwardAt + backward.steps.length;

  const isRun = (op: Op) => !backward.deferred.has(op.out);
  const forwardCode = encode(ops.slice(0, backwardAt), cells);
  const backwardCode = [
    ...encode(ops.slice(backwardAt, updateAt).filter(isRun), cells),
    ...encodeSums(backward, cells),
  ];
  const updateCode = encode(ops.slice(updateAt), cells);

  return {
    shape,
    ops,
    cells,
    inputs,
    given,
    weights: [...program.weights.keys()],
    terms: backward.terms,
    error,
    bounds: { backward: backwardAt, update: updateAt, end: ops.length },
    size,
    code: Int32Array.from([...forwardCode, ...backwardCode, ...updateCode]),
    backwardCode: forwardCode.length,
    updateCode: forwardCode.length + backwardCode.length,
  };
}

/** Where several steps have an error, their sum; names the cell of E. */
function addTotal(program: Writer, { T, errorAt }: Shape): CellId {
  const errors = program.steps.filter((op) => isError(op.rule)).map((op) => op.out);
  if (errors.length === 1 && errorAt.length === 1) return errors[0];
  program.t = T;
  return program.apply('E', 'total', ...errors);
}

/** Gradient descent, one operation for each weight that a gradient reaches. */
function update(program: Writer, { terms }: Backward): Step[] {
  const reached = [...program.weights.keys()].filter((weight) => terms.has(weight));
  return reached.map((weight) => ({
    t: 0,
    rule: 'descend',
    out: next(weight),
    in: [weight, grad(weight), 'eta'],
  }));
}

function list(...passes: [Pass, readonly Step[]][]): Op[] {
  const ops: Op[] = [];
  for (const [pass, steps] of passes) {
    for (const { t, rule, out, in: inputs } of steps)
      ops.push({ index: ops.length, pass, t, rule, out, in: inputs });
  }
  return ops;
}

function encode(ops: readonly Op[], cells: ReadonlyMap<CellId, Cell>): number[] {
  const words: number[] = [];
  for (const op of ops) {
    const kernel = kernelNumber(op.rule);
    if (kernel < 0) continue; // an identity: its result stands where its input does
    words.push(kernel, 2 * (op.in.length + 2));
    for (const id of [op.out, ...op.in]) {
      const { offset, rows, cols } = cells.get(id) as Cell;
      words.push(offset, rows * cols);
    }
  }
  return words;
}

function encodeSums({ terms }: Backward, cells: ReadonlyMap<CellId, Cell>): number[] {
  const words: number[] = [];
  for (const [weight, list] of terms) {
    const { offset, rows, cols } = cells.get(grad(weight)) as Cell;
    const runs = evenRuns(list, cells);
    words.push(sumNumber, 5 + runs.length, offset, rows, cols, ...runs);
  }
  return words;
}
