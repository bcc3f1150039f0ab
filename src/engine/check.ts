/** Gradients against difference quotients: the check that needs no other program. */
import { applyRule, type Sized } from './applyRule';
import { grad } from './cells';
import { execute } from './execute';
import { isError } from './rules';
import { numbersIn } from './trace';
import type { Cell, CellId, Derives, Op, Trace, Values } from './types';

export interface GradientCheck {
  /** Whether the whole gradient was compared, or, where it is not the gradient of E, each local derivative. */
  readonly kind: 'whole' | 'local';
  readonly compared: number;
  readonly agreeing: number;
  /** How many entries there are in all; more than were compared where only a sample was. */
  readonly outOf: number;
  /** Largest |gradient − quotient| in relation to the larger of them, and where it is. */
  readonly worst: number;
  readonly worstAt?: { readonly cell: CellId; readonly index: number };
}

/** Relative error up to which the two count as the same: what a quotient in double precision can promise. */
export const agreement = 1e-5;

/** Entries compared at most: each costs four runs. */
const sampleSize = 400;

/**
 * Compares what a trace says of its weights with central differences of E. Clipping at each step and truncation make the
 * whole something else than the gradient of E on purpose; then every operation's own derivative is compared instead.
 */
export function checkGradients(trace: Trace, values: Values): GradientCheck {
  const { clip, window, horizon } = trace.plan.shape;
  const isPartial = clip === 'step' || window !== undefined || horizon !== undefined;
  return isPartial ? checkLocally(trace) : checkWhole(trace, values);
}

function checkWhole(trace: Trace, values: Values): GradientCheck {
  const { plan } = trace;
  const entries = plan.weights.flatMap((cell) => {
    const gradient = numbersIn(trace, grad(cell));
    return Array.from(gradient ?? [], (value, index) => ({ cell, index, value }));
  });
  const stride = Math.max(1, entries.length / sampleSize);
  const tally = new Tally('whole', entries.length);
  for (let k = 0; k < entries.length; k += stride) {
    const { cell, index, value } = entries[Math.floor(k)];
    const E = (shift: number) => {
      const weight = Float64Array.from(values[cell]);
      weight[index] += shift;
      return (numbersIn(execute(plan, { ...values, [cell]: weight }), plan.error) as Float64Array)[0];
    };
    tally.compare(cell, index, value, quotient(E, values[cell][index], value));
  }
  return tally.result();
}

/** Does each operation carry back what a small change of its input would cause? */
function checkLocally(trace: Trace): GradientCheck {
  const derivatives = trace.plan.ops.filter((op) => op.derives);
  const entries = derivatives.reduce((sum, op) => sum + (numbersIn(trace, op.out) as Float64Array).length, 0);
  const tally = new Tally('local', entries);
  const stride = Math.max(1, entries / sampleSize);
  let passed = 0;
  let next = 0;
  for (const op of derivatives) {
    const received = numbersIn(trace, op.out) as Float64Array;
    for (; next < passed + received.length; next += stride)
      compareLocally(trace, op, Math.floor(next) - passed, tally);
    passed += received.length;
  }
  return tally.result();
}

/** Of what a derivative reads, the gradient that it carries on; with a horizon it may be that of one error only. */
const isGradient = (id: CellId): boolean => id.startsWith('d:') || id.startsWith('clip:');

function compareLocally(trace: Trace, op: Op, index: number, tally: Tally): void {
  const { of, input } = op.derives as Derives;
  const forward = trace.plan.ops.find((other) => other.out === of) as Op;
  const sized = (id: CellId): Sized => ({
    ...(trace.plan.cells.get(id) as Cell),
    numbers: numbersIn(trace, id) as Float64Array,
  });
  const inputs = forward.in.map(sized);
  const result = sized(of);
  const flows = isError(forward.rule)
    ? numbersIn(trace, 'share')
    : numbersIn(trace, op.in.find(isGradient) as CellId);
  const effect = (shift: number) => {
    const moved = Float64Array.from(inputs[input].numbers);
    moved[index] += shift;
    const shifted = inputs.map((one, k) => (k === input ? { ...one, numbers: moved } : one));
    return applyRule(forward, result, shifted).reduce((sum, v, k) => sum + v * (flows?.[k] ?? 1), 0);
  };
  const received = (numbersIn(trace, op.out) as Float64Array)[index];
  tally.compare(op.out, index, received, quotient(effect, inputs[input].numbers[index], received));
}

/**
 * Central difference with Richardson's extrapolation, whose error falls with the fourth power of the step; again with a
 * much smaller step where the first disagrees, for the larger one may have stepped over the kink of a relu. Exactly on
 * the kink the quotients of the two sides differ, and every slope between them is as good: there the gradient stands.
 */
function quotient(f: (shift: number) => number, at: number, gradient: number): number {
  const size = Math.max(1, Math.abs(at));
  const central = (step: number) => (f(step) - f(-step)) / (2 * step);
  const extrapolated = (step: number) => (4 * central(step / 2) - central(step)) / 3;
  const first = extrapolated(1e-3 * size);
  if (Math.abs(first - gradient) <= agreement * Math.abs(gradient)) return first;
  const second = extrapolated(1e-5 * size);
  if (Math.abs(second - gradient) <= agreement * Math.abs(gradient)) return second;
  const h = 1e-5 * size;
  const [left, right] = [(f(0) - f(-h)) / h, (f(h) - f(0)) / h].sort((a, b) => a - b);
  const slack = agreement * Math.max(Math.abs(left), Math.abs(right));
  const isOnKink = right - left > 1000 * slack && gradient >= left - slack && gradient <= right + slack;
  if (isOnKink) return gradient;
  return Math.abs(second - gradient) < Math.abs(first - gradient) ? second : first;
}

class Tally {
  private readonly pairs: { cell: CellId; index: number; gradient: number; quotient: number }[] = [];
  private readonly kind: GradientCheck['kind'];
  private readonly outOf: number;

  constructor(kind: GradientCheck['kind'], outOf: number) {
    this.kind = kind;
    this.outOf = outOf;
  }

  compare(cell: CellId, index: number, gradient: number, quotient: number): void {
    this.pairs.push({ cell, index, gradient, quotient });
  }

  result(): GradientCheck {
    const { kind, outOf, pairs } = this;
    // Against entries much smaller than the largest, a quotient has no digits left: they count in relation to it.
    const largest = Math.max(...pairs.map(({ gradient }) => Math.abs(gradient)));
    const errors = pairs.map(({ gradient, quotient }) => {
      const difference = Math.abs(gradient - quotient);
      return difference === 0
        ? 0
        : difference / Math.max(Math.abs(gradient), Math.abs(quotient), 1e-4 * largest);
    });
    const worst = errors.some(Number.isNaN) ? Number.NaN : Math.max(0, ...errors);
    const worstAt = pairs[errors.findIndex((error) => Object.is(error, worst))];
    return {
      kind,
      compared: pairs.length,
      agreeing: errors.filter((error) => error <= agreement).length,
      outOf,
      worst,
      worstAt,
    };
  }
}
