/** The numbers that a run starts from, as TeX. */
import { numbersIn, type Plan, type Trace } from '../../../engine';
import { exported as text } from '../../../messages/export';
import { alignNumbers } from '../../../notation';
import { numberTex } from '../../../notation/number-tex';
import { tex, texWords } from '../../../notation/tex';
import { gatesOf } from '../../inspector/gate-rows';

export interface Equation {
  readonly tex: string;
  /** Whether its columns must stand close to each other to fit a line of a page. */
  readonly isWide: boolean;
}

/** A group of what is given: its name, and an equation for each. */
export interface Given {
  readonly name: string;
  readonly equations: readonly Equation[];
}

/** A longer column is written as a row, transposed. */
const TALLEST = 4;
/** Columns that fit a line of a page with three digits each. */
const WIDEST = 10;
const DIGITS = 3;
const FEW_DIGITS = 2;

/** A matrix in full, its numbers alike. */
function matrixTex(values: ArrayLike<number>, cols: number): string {
  const { entries, exponent } = alignNumbers(values, cols > WIDEST ? FEW_DIGITS : DIGITS);
  const written = entries.map(numberTex);
  const rows = Array.from({ length: written.length / cols }, (_, row) =>
    written.slice(row * cols, (row + 1) * cols).join(' & '),
  );
  const power = exponent === 0 ? '' : `10^{${exponent}}`;
  return `${power}\\begin{bmatrix}${rows.join(' \\\\ ')}\\end{bmatrix}`;
}

function numbersTex(values: ArrayLike<number>, cols: number): string {
  if (values.length === 1) return numberTex(alignNumbers(values, DIGITS).entries[0]);
  if (Array.from(values).every((value) => value === 0)) return '0';
  if (cols === 1 && values.length > TALLEST) return `${matrixTex(values, values.length)}^{\\top}`;
  return matrixTex(values, cols);
}

/** One cell of a trace as an equation; a weight of several gates in one equation for each. */
function equationsOf(trace: Trace, id: string): readonly Equation[] {
  const { plan } = trace;
  const values = numbersIn(trace, id);
  const cell = plan.cells.get(id);
  if (!values || !cell) return [];
  const { rows, cols } = cell;
  const equation = (symbol: string, numbers: Float64Array): Equation => ({
    tex: `${symbol} = ${numbersTex(numbers, cols)}`,
    isWide: (cols === 1 ? numbers.length : cols) > WIDEST,
  });
  const symbol = tex(id, plan);
  const gates = gatesOf(plan.shape, id, rows);
  if (gates.length === 0) return [equation(symbol, values)];
  const size = plan.shape.H * cols;
  return gates.map((gate, block) =>
    equation(
      `${symbol}\\big|_{${texWords(`${text.solution.gate} `)}${gate}}`,
      values.subarray(block * size, (block + 1) * size),
    ),
  );
}

/** Inputs, targets, weights, first states and what clipping and updates are told, where they are used. */
export function givenOf(trace: Trace): readonly Given[] {
  const { plan } = trace;
  const { T, errorAt, clip, cell } = plan.shape;
  const steps = Array.from({ length: T }, (_, index) => index + 1);
  const equations = (ids: readonly string[]) => ids.flatMap((id) => equationsOf(trace, id));
  const names = text.solution.given;
  return [
    { name: names.inputs, equations: equations(steps.map((t) => `x${t}`)) },
    { name: names.targets, equations: equations(errorAt.map((t) => `d${t}`)) },
    { name: names.states, equations: equations(cell === 'lstm' ? ['S0', 'C0'] : ['S0']) },
    { name: names.weights, equations: equations(plan.weights) },
    {
      name: names.constants,
      equations: equations([...(clip === 'off' ? [] : ['theta']), ...constants(plan)]),
    },
  ].filter((group) => group.equations.length > 0);
}

/** What the optimizer is told: η, and what it remembers its gradients by. */
const constants = (plan: Plan): readonly string[] =>
  ['eta', 'momentum', 'beta1', 'beta2', 'epsilon'].filter((id) => plan.cells.has(id));
