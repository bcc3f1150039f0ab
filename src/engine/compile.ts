/**
 * From a shape to a plan: the forward program, its reverse and the update as one list of operations, a place in the
 * arena for every cell, and the instructions that run them.
 */
import { at, grad } from './cells';
import { encodePass } from './encode';
import type { Instruction } from './instruction';
import { place } from './place';
import { gru } from './programs/gru';
import { lstm } from './programs/lstm';
import type { Step, Writer } from './programs/program';
import { rnn } from './programs/rnn';
import { type Backward, reverse } from './reverse';
import { isError } from './rules';
import { encodeSum } from './sums';
import { turnWeights } from './turn';
import type { Cell, CellId, CellKind, Op, Pass, Plan, Shape } from './types';
import { update } from './update';
import { checkShape } from './validate';

const programs: Readonly<Record<CellKind, (shape: Shape) => Writer>> = { rnn, lstm, gru };

const plans = new Map<string, Plan>();
const plansKept = 32;

/**
 * The plan of a shape, made once and kept.
 *
 * @throws ShapeError if the sizes don't fit together
 */
export function compile(shape: Shape): Plan {
  const key = JSON.stringify(shape);
  const kept = plans.get(key);
  if (kept) plans.delete(key); // to be put back as the youngest
  const plan = kept ?? compileProgram(shape, programs[shape.cell]);
  plans.set(key, plan);
  if (plans.size > plansKept) plans.delete(plans.keys().next().value as string);
  return plan;
}

/**
 * The plan of any program: how a cell that is not in the table is tried. The sizes, errors, clip, truncation and optimizer
 * are the shape's; its `cell` is not looked at. Not kept: each call makes the plan anew.
 *
 * @throws ShapeError if the sizes don't fit together
 */
export function compileProgram(shape: Shape, write: (shape: Shape) => Writer): Plan {
  checkShape(shape);
  const program = write(shape);
  const error = addTotal(program, shape);
  const backward = reverse(program, shape);
  const ops = list(
    ['forward', program.steps],
    ['backward', backward.steps],
    ['update', update(program, backward, shape)],
  );
  const { cells, inputs, given, size } = place(program, backward, ops, shape.T);
  const backwardAt = program.steps.length;
  const updateAt = backwardAt + backward.steps.length;

  const forwardCode = encodePass(ops.slice(0, backwardAt), cells);
  const swept = ops.slice(backwardAt, updateAt).filter((op) => !backward.deferred.has(op.out));
  const turned = turnWeights(swept, cells, shape.T, size);
  // Nothing reads the gradients of the initial states: they come last, where who wants only the weights' can stop.
  const isInitial = ({ out }: Op) => program.states.some((lane) => out.startsWith(grad(at(lane, 0))));
  const sweptCode = encodePass(
    swept.filter((op) => !isInitial(op)),
    cells,
    turned.places,
  );
  const weightsCode = [...forwardCode, ...turned.code, ...sweptCode, ...encodeSums(backward, cells)];

  return {
    shape,
    program,
    ops,
    cells,
    inputs,
    given,
    defaults: program.assumed,
    weights: [...program.weights.keys()],
    terms: backward.terms,
    error,
    bounds: { backward: backwardAt, update: updateAt, end: ops.length },
    size: turned.end,
    code: [...weightsCode, ...encodePass(swept.filter(isInitial), cells, turned.places)],
    backwardCode: forwardCode.length,
    initialCode: weightsCode.length,
  };
}

/** Where several steps have an error, their sum; names the cell of E. */
function addTotal(program: Writer, { T, errorAt, isMean }: Shape): CellId {
  const errors = program.steps.filter((op) => isError(op.rule)).map((op) => op.out);
  if (errors.length === 1 && errorAt.length === 1) return errors[0];
  program.t = T;
  return program.apply('E', isMean ? 'mean' : 'total', ...errors);
}

function list(...passes: [Pass, readonly Step[]][]): Op[] {
  const ops: Op[] = [];
  for (const [pass, steps] of passes) {
    for (const { t, rule, out, in: inputs, derives } of steps) {
      ops.push({ index: ops.length, pass, t, rule, out, in: inputs, derives });
    }
  }
  return ops;
}

function encodeSums({ terms }: Backward, cells: ReadonlyMap<CellId, Cell>): Instruction[] {
  return [...terms].flatMap(([weight, list]) => {
    const sum = cells.get(grad(weight)) as Cell;
    return encodeSum(sum.offset, sum, list, cells);
  });
}
