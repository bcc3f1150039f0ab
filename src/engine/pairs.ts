/**
 * Who hears whom: what each error by itself sends to each state before it. δ_j is a sum over errors; this takes it
 * apart. One sweep for each error, step by step through the same rules (`walk-step.ts`), on the forward pass as it was run.
 */
import { at, clipped, grad } from './cells';
import { norm } from './linear';
import { numbersIn } from './trace';
import type { CellId, Plan, Trace } from './types';
import { runWalk, type StepWalk, walkStep } from './walk-step';

/** What one error sends back. Entry j of an array belongs to step j; NaN outside of first ≤ j ≤ t. */
export interface Heard {
  /** The step of the error. */
  readonly t: number;
  /** The first step that it reaches: 1 unless truncation cuts. What is before it is absent: it is not 0. */
  readonly first: number;
  /** ‖∂E_t/∂S_j‖ by lane: `S`, for an LSTM also `C`. */
  readonly states: Readonly<Record<string, Float64Array>>;
  /** ‖term of step j in ∂E_t/∂Ws‖, Frobenius. */
  readonly terms: Float64Array;
  /** ‖sum of the terms of steps j … t‖: with j = first the whole ‖∂E_t/∂Ws‖. Only where asked for. */
  readonly sums: Float64Array;
}

export interface Asked {
  /** The errors that are asked about, ascending, each a step that has one; all unless named. */
  readonly errors?: readonly number[];
  /** The step at which to stop, though errors may reach further back. */
  readonly downTo?: number;
  /** Whether the sums of terms are made, too; they take as long as all else. */
  readonly hasSums?: boolean;
  /** Told of each error and state with the gradient itself, which is only lent: copy it to keep it. */
  visit?(t: number, state: CellId, gradient: Float64Array): void;
}

/**
 * What each error that is taken sends to each state, earliest error first; E_t itself, whatever its share in a mean is.
 *
 * Truncation is heeded. So is clipping at each step, by the factors with which the run shortened each δ_j: then a pair is
 * E_t's part in δ_j as the run has it, the parts of all errors add up to δ_j, and the term of step j is made of what
 * clipping left. Hand in a run without clipping for ∂E_t/∂S_j itself.
 */
export function heardBy(trace: Trace, asked: Asked = {}): readonly Heard[] {
  const sweep = new Sweep(trace, asked);
  return (asked.errors ?? trace.plan.shape.errorAt).map((t) => sweep.from(t));
}

/** The first step that E_t reaches: 1 unless truncation cuts. */
export function firstHeard({ shape: { window, horizon } }: Plan, t: number): number {
  if (window !== undefined) return Math.floor((t - 1) / window) * window + 1;
  return horizon === undefined ? 1 : Math.max(1, t - horizon + 1);
}

/** From one state of a step to those of the step and of the one before. */
interface Way {
  /** Which of the carried states, by its place in the program's list. */
  readonly lane: number;
  readonly walk: StepWalk;
  /** Where the gradients then stand, by lane; −1 for what is not reached. */
  readonly within: readonly number[];
  readonly back: readonly number[];
}

/** The walks of a plan; they depend on no number. */
interface Ways {
  /** From E_t to the state that the output is made of. */
  readonly errors: ReadonlyMap<number, StepWalk>;
  /** By step, in the order in which states of one step send to each other: an LSTM's S before its C. */
  readonly states: readonly (readonly Way[])[];
  readonly end: number;
}

const waysOf = new WeakMap<Plan, Ways>();
const weight = 'Ws';

function waysIn(plan: Plan): Ways {
  const ways = waysOf.get(plan) ?? findWays(plan);
  waysOf.set(plan, ways);
  return ways;
}

function findWays(plan: Plan): Ways {
  const { steps, states } = plan.program;
  const { T, errorAt } = plan.shape;
  const byStep = Array.from({ length: T + 1 }, (): typeof steps => []);
  for (const op of steps) byStep[op.t]?.push(op);
  const errors = new Map<number, StepWalk>();
  const ways = byStep.map((ops, t) => {
    if (t === 0) return [];
    const placeIn = (lane: string) => ops.findIndex((op) => op.out === at(lane, t));
    if (errorAt.includes(t))
      errors.set(t, walkStep(plan, ops.slice(placeIn(states[0])), undefined, weight, plan.size));
    const order = [...states].sort((one, other) => placeIn(other) - placeIn(one));
    return order.map((lane): Way => {
      const walk = walkStep(plan, ops, at(lane, t), weight, plan.size);
      const offsets = (step: number) => states.map((other) => walk.placeOf(at(other, step))?.offset ?? -1);
      return { lane: states.indexOf(lane), walk, within: offsets(t), back: offsets(t - 1) };
    });
  });
  const ends = [...errors.values(), ...ways.flat().map(({ walk }) => walk)].map(({ end }) => end);
  return { errors, states: ways, end: Math.max(plan.size, ...ends) };
}

/** A gradient for each carried state, and whether there is any. */
class Flow {
  readonly gradients: readonly Float64Array[];
  readonly isThere: boolean[];

  constructor({ program: { states }, cells }: Plan) {
    this.gradients = states.map((lane) => new Float64Array(cells.get(at(lane, 1))?.rows ?? 0));
    this.isThere = states.map(() => false);
  }

  clear(): void {
    this.isThere.fill(false);
    for (const gradient of this.gradients) gradient.fill(0);
  }

  /** Adds what stands in `m` from `from` on. */
  add(lane: number, m: Float64Array, from: number): void {
    if (from < 0) return;
    const gradient = this.gradients[lane];
    for (let i = 0; i < gradient.length; i++) gradient[i] += m[from + i];
    this.isThere[lane] = true;
  }
}

/** Sweeps over one run, in a copy of its arena with room for a step's walk behind it. */
class Sweep {
  private readonly trace: Trace;
  private readonly asked: Asked;
  private readonly ways: Ways;
  private readonly arena: Float64Array;
  /** What comes to the states of a step from later on; what they have in all; what goes to the step before. */
  private coming: Flow;
  private readonly whole: Flow;
  private going: Flow;
  /** The d of the term d vᵀ of a step, and the sum of terms. */
  private readonly term: Float64Array;
  private readonly sum: Float64Array;
  /** By step, how much the run left of δ_j. */
  private readonly factors: Float64Array;

  constructor(trace: Trace, asked: Asked) {
    const { plan } = trace;
    this.trace = trace;
    this.asked = asked;
    this.ways = waysIn(plan);
    this.arena = new Float64Array(this.ways.end);
    this.arena.set(trace.arena.subarray(0, plan.size));
    const share = plan.cells.get('share');
    if (share) this.arena[share.offset] = 1;
    [this.coming, this.whole, this.going] = [new Flow(plan), new Flow(plan), new Flow(plan)];
    const { rows, cols } = plan.program.weights.get(weight) ?? { rows: 0, cols: 0 };
    this.term = new Float64Array(rows);
    this.sum = new Float64Array(rows * cols);
    this.factors = factorsIn(trace);
  }

  from(t: number): Heard {
    const { states: lanes } = this.trace.plan.program;
    const nowhere = () => new Float64Array(this.trace.plan.shape.T + 1).fill(Number.NaN);
    const norms = lanes.map(nowhere);
    const [terms, sums] = [nowhere(), nowhere()];
    this.setOut(t);
    const first = firstHeard(this.trace.plan, t);
    for (let j = t; j >= Math.max(first, this.asked.downTo ?? 1); j--) {
      this.passThrough(j);
      for (const [lane, gradient] of this.whole.gradients.entries()) {
        if (!this.whole.isThere[lane]) continue;
        norms[lane][j] = norm(gradient);
        this.asked.visit?.(t, at(lanes[lane], j), gradient);
      }
      [terms[j], sums[j]] = this.addTerm(j);
    }
    return {
      ...{ t, first, terms, sums },
      states: Object.fromEntries(lanes.map((lane, index) => [lane, norms[index]])),
    };
  }

  /** ∂E_t/∂S_t, by its output alone. */
  private setOut(t: number): void {
    const { program } = this.trace.plan;
    const walk = this.ways.errors.get(t) as StepWalk;
    runWalk(this.arena, walk);
    this.sum.fill(0);
    this.going.clear();
    this.going.add(0, this.arena, walk.placeOf(at(program.states[0], t))?.offset ?? -1);
  }

  /** Takes what comes to the states of step j on to those of step j − 1. */
  private passThrough(j: number): void {
    const { arena, whole, term } = this;
    [this.coming, this.going] = [this.going, this.coming];
    const { coming, going } = this;
    going.clear();
    whole.clear();
    term.fill(0);
    for (const { lane, walk, within, back } of this.ways.states[j]) {
      if (!coming.isThere[lane] || !walk.seed) continue;
      const gradient = coming.gradients[lane];
      whole.add(lane, gradient, 0);
      const factor = lane === 0 ? this.factors[j] : 1;
      for (let i = 0; i < gradient.length; i++) arena[walk.seed.offset + i] = factor * gradient[i];
      runWalk(arena, walk);
      for (let other = 0; other < within.length; other++) {
        whole.add(other, arena, within[other]);
        going.add(other, arena, back[other]);
      }
      const d = walk.term?.d.offset ?? -1;
      if (d >= 0) for (let i = 0; i < term.length; i++) term[i] += arena[d + i];
    }
  }

  /** The norm of the term of step j and, where asked for, that of the sum with it. */
  private addTerm(j: number): [term: number, sum: number] {
    const { term, sum, arena } = this;
    const v = this.ways.states[j].find(({ walk }) => walk.term)?.walk.term?.v;
    if (!v) return [Number.NaN, Number.NaN];
    const length = norm(term) * norm(arena, v.offset, v.rows);
    if (!this.asked.hasSums) return [length, Number.NaN];
    for (let i = 0, at = 0; i < term.length; i++) {
      const d = term[i];
      for (let k = 0; k < v.rows; k++, at++) sum[at] += d * arena[v.offset + k];
    }
    return [length, norm(sum)];
  }
}

/** By how much a run shortened each δ_j, from entry 1 on; 1 where it did not. */
function factorsIn(trace: Trace): Float64Array {
  const { program, shape, cells } = trace.plan;
  const factors = new Float64Array(shape.T + 1).fill(1);
  const [theta] = numbersIn(trace, 'theta') ?? [Number.POSITIVE_INFINITY];
  for (let t = 1; t <= shape.T; t++) {
    const state = at(program.states[0], t);
    if (!cells.has(clipped(state))) continue;
    const length = norm(numbersIn(trace, grad(state)) ?? []);
    if (length > theta) factors[t] = theta / length;
  }
  return factors;
}
