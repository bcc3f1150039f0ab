/** What follows from the state: the run, made again only when something that it depends on has changed. */
import {
  compile,
  execute,
  firstBroken,
  largestTerm,
  type Op,
  type Plan,
  type Shape,
  type Trace,
  type Values,
} from '../engine';
import { errorSteps, type Setup, shapeOf, valuesOf } from '../tasks/setup';
import { gradientDomainOf, largestValue, takeOverForward } from './scales';
import type { Comparison, State, Weights } from './state';

export interface Run {
  readonly plan: Plan;
  readonly trace: Trace;
  /**
   * The same network without clipping at each step; the same object as `trace` when there is none: clipping by norm or
   * by value leaves every gradient of the sweep as it is.
   */
  readonly unclipped: Trace;
  /** The same network with its gradients going all the way back; the same object as `trace` where nothing is cut. */
  readonly full: Trace;
  /** The first operation that writes a number which is not finite. */
  readonly broken: Op | undefined;
  /** The run whose gradient the chart shows: of one step's error alone, or of their sum. */
  readonly chart: Trace;
  readonly chartUnclipped: Trace;
  /** Whose error's gradient that is: the step chosen, or, where it has no error, the one before it that has. */
  readonly charted: number | 'sum';
  /** Norms that the gradient's colours and widths span, in powers of ten; positive, finite, ascending. */
  readonly gradientDomain: readonly [min: number, max: number];
  /** The largest |number| among inputs, states, outputs, targets and weights; finite, at least 1. */
  readonly valueMax: number;
  /** By weight, the largest |number| among the terms of its gradient and their sum; positive. */
  readonly termMax: Readonly<Record<string, number>>;
}

type Own = Pick<State, 'setup' | 'trained' | 'chartOf'> & Partial<Pick<State, 'convention'>>;
type Source = Own & Partial<Pick<State, 'comparison'>>;

/**
 * The runs asked for last, latest first: of what is compared, and of what was chosen before. Whoever is asked for again
 * comes to the front, so that what is compared stays while the chosen set-up changes with every frame of a drag.
 */
let kept: readonly { readonly source: Own; readonly run: Run }[] = [];
const MOST_KEPT = 6;
/** Of long sequences no more than are compared: each may be some megabytes. */
const [LARGE, MOST_LARGE] = [1 << 17, 3];
const mostKept = ({ trace }: Run): number => (trace.arena.length > LARGE ? MOST_LARGE : MOST_KEPT);

/**
 * The run of a state. The same setup, weights, choice and comparison give the same object. Another convention gives
 * another with the same contents, so that whatever is drawn from it is written anew.
 */
export function run(source: Source): Run {
  const own = runOf(source);
  return source.comparison ? onOneScale(own, source, source.comparison) : own;
}

function runOf({ setup, trained, chartOf, convention }: Own): Run {
  // Asked for by every part of the page at every change: nearly always it is the latest.
  const [last] = kept;
  if (
    last?.source.setup === setup &&
    last.source.trained === trained &&
    last.source.chartOf === chartOf &&
    last.source.convention === convention
  )
    return last.run;
  const same = kept.filter(
    ({ source }) => source.setup === setup && source.trained === trained && source.chartOf === chartOf,
  );
  const known = same.find(({ source }) => source.convention === convention);
  if (known) {
    kept = [known, ...kept.filter((one) => one !== known)];
    return known.run;
  }
  const source = { setup, trained, chartOf, convention };
  const run = same[0] ? { ...same[0].run } : derive(source);
  kept = [{ source, run }, ...kept.slice(0, mostKept(run) - 1)];
  return run;
}

/** By comparison, not by run: two that are compared may be the same network. */
const scaled = new WeakMap<Comparison, { readonly own: Run; readonly run: Run }>();

/** The run with its colours and widths on the scale of all that is compared. */
function onOneScale(own: Run, { chartOf, convention }: Own, comparison: Comparison): Run {
  const known = scaled.get(comparison);
  if (known?.own === own) return known.run;
  const all = [own, ...comparison.others.map((other) => runOf({ ...other, chartOf, convention }))];
  const run: Run = {
    ...own,
    gradientDomain: [
      Math.min(...all.map(({ gradientDomain: [min] }) => min)),
      Math.max(...all.map(({ gradientDomain: [, max] }) => max)),
    ],
    valueMax: Math.max(...all.map(({ valueMax }) => valueMax)),
  };
  scaled.set(comparison, { own, run });
  return run;
}

function derive({ setup, trained, chartOf }: Own): Run {
  const shape = shapeOf(setup);
  const trace = executed('trace', shape, setup, trained);
  const isOpen = shape.clip !== 'step';
  const unclipped = isOpen ? trace : executed('unclipped', open(shape), setup, trained);
  const whole = shapeOf({ ...setup, truncation: { kind: 'full' } });
  const full = compile(whole) === trace.plan ? trace : executed('full', whole, setup, trained);
  const charted = chartedError(setup, chartOf);
  let [chart, chartUnclipped] = [trace, unclipped];
  if (shape.errorAt.length > 1 && charted !== 'sum') {
    // E_N itself, whatever its share in E is; and nobody asks this run for an update.
    const { isMean: _isMean, optimizer: _optimizer, ...rest } = shape;
    const alone: Shape = { ...rest, errorAt: [charted] };
    chart = executed('chart', alone, setup, trained);
    chartUnclipped = isOpen ? chart : executed('chartUnclipped', open(alone), setup, trained);
  }
  return {
    plan: trace.plan,
    trace,
    unclipped,
    full,
    broken: firstBroken(trace),
    chart,
    chartUnclipped,
    charted,
    gradientDomain: gradientDomainOf(unclipped),
    valueMax: largestValue(trace),
    termMax: Object.fromEntries(
      trace.plan.weights.map((weight) => [weight, largestTerm(trace, weight) || Number.MIN_VALUE]),
    ),
  };
}

const open = (shape: Shape): Shape => ({ ...shape, clip: 'off' });

/** The choice among the steps that have an error: the step itself, or the nearest before it, or the first. */
function chartedError(setup: Setup, chartOf: number | 'sum'): number | 'sum' {
  if (chartOf === 'sum') return 'sum';
  const steps = errorSteps(setup);
  return steps.findLast((t) => t <= chartOf) ?? steps[0];
}

/** All that the present run starts from. */
export function startOf({ setup, trained }: Pick<State, 'setup' | 'trained'>): Values {
  return { ...valuesOf(setup), ...trained };
}

/** The numbers that a setup starts from, without θ and η: one object as long as nothing of them changed. */
function numbersOf(setup: Setup): Values {
  if (!numbers || !isSameNumbers(numbers.setup, setup)) {
    const { theta: _theta, eta: _eta, ...lanes } = valuesOf(setup);
    numbers = { setup, lanes };
  }
  return numbers.lanes;
}

let numbers: { readonly setup: Setup; readonly lanes: Values } | undefined;

const isSameNumbers = (one: Setup, other: Setup): boolean =>
  startFields.every((field) => one[field] === other[field]);

/** The fields that decide a number which a run starts from; softmax has targets of its own. */
const startFields = [
  ...(['cell', 'T', 'X', 'H', 'Y', 'g2', 'bias', 'forgetBias'] as const),
  ...(['seed', 'dataSeed', 'task', 'scale', 'edits'] as const),
];

interface Executed {
  readonly lanes: Values;
  readonly trained: Weights | null;
  readonly theta: number;
  readonly eta: number;
  readonly trace: Trace;
}

/** The latest run of each kind, to be taken over as a whole or in its forward part. */
const latest = new Map<string, Executed>();

function executed(kind: string, shape: Shape, setup: Setup, trained: Weights | null): Trace {
  const plan = compile(shape);
  const lanes = numbersOf(setup);
  const { threshold: theta, learningRate: eta } = setup;
  const before = latest.get(kind);
  const isForwardSame = before?.trace.plan === plan && before.lanes === lanes && before.trained === trained;
  // Without clipping θ is read by nothing, so that the ghost of the unclipped run stays while θ is dragged.
  const isThetaSame = shape.clip === 'off' || before?.theta === theta;
  if (isForwardSame && isThetaSame && before.eta === eta) return before.trace;
  const values = { ...lanes, ...trained, theta: [theta], eta: [eta] };
  const trace = execute(plan, values, isForwardSame ? before.trace : undefined);
  if (isForwardSame) takeOverForward(trace, before.trace);
  latest.set(kind, { lanes, trained, theta, eta, trace });
  return trace;
}
