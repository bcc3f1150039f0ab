/**
 * Reverse mode: a program walked backward, cell by cell. The gradient of a cell is what its consumers send it, one
 * operation each, then their sum. What reaches a weight is a term for its time step, added to the sum so far.
 */
import { clipped, grad, partial, term, timeOf, via } from './cells';
import type { Program, Step, View } from './programs/program';
import { type Application, isError, rules } from './rules';
import type { CellId, Shape, Term } from './types';

export interface Backward {
  readonly steps: Step[];
  readonly views: Map<CellId, View>;
  /** Gradients that have the very numbers of another: cell → the other. */
  readonly aliases: Map<CellId, CellId>;
  /** Cells that stand for matrices made when asked for: terms and partial sums. */
  readonly deferred: Set<CellId>;
  /** For each weight its terms, latest step first, as the vectors that make them: d vᵀ, or d alone for a bias. */
  readonly terms: Map<CellId, Term[]>;
}

/** What flows back from a cell: all of it, and, where a horizon must know, by how many steps ago its error was. */
interface Flow {
  readonly whole: CellId;
  readonly ages: ReadonlyMap<number, CellId>;
}

/** One consumer's part in the gradient of a cell, before it has a name. */
interface Received {
  readonly op: Step;
  readonly input: number;
  readonly part: Application | CellId;
  readonly age?: number;
  /** Whether it belongs to the whole, or only to one age of it. */
  readonly isOfWhole: boolean;
  readonly name: string;
}

/**
 * The backward pass of a program, from its errors to its weights and initial states.
 *
 * With clipping at each step, δ_t of the first state lane is clipped before it flows on. Truncation is the absence of an
 * edge, never a multiplication by 0: windows have none across their borders; a horizon of k ends the way of E_t at
 * S_{t−k+1}, so gradients that come from different errors are carried apart where several would flow together.
 *
 * @param seed a cell to start from instead of the errors: its gradient is then the cell `seed`
 */
export function reverse(
  program: Program,
  { clip, window, horizon }: Pick<Shape, 'clip' | 'window' | 'horizon'>,
  seed?: CellId,
): Backward {
  const steps: Step[] = [];
  const views = new Map<CellId, View>();
  const aliases = new Map<CellId, CellId>();
  const deferred = new Set<CellId>();
  const terms = new Map<CellId, Term[]>();
  const flows = new Map<CellId, Flow>();
  const consumers = consumersIn(program);
  const viewsOf = grouped([...program.views].map(([id, { of }]) => [of, id]));

  const isCut = (from: number, to: number) =>
    window !== undefined && from > 0 && to > from && from % window === 0;
  const isBeyond = (age: number) => horizon !== undefined && age >= horizon;

  function flowFrom(op: Step): Flow | undefined {
    const isStart = isError(op.rule) && seed === undefined;
    return isStart ? { whole: op.out, ages: new Map([[0, op.out]]) } : flows.get(op.out);
  }

  function receive(id: CellId, op: Step, input: number): Received[] {
    const flow = isCut(timeOf(id), op.t) ? undefined : flowFrom(op);
    if (!flow) return [];
    const receiveFrom = (d: CellId, age: number | undefined, isOfWhole: boolean, suffix = ''): Received[] => {
      const part = rules[op.rule].vjp?.(op, input, d);
      return part ? [{ op, input, part, age, isOfWhole, name: via(id, op.out) + suffix }] : [];
    };
    const ages = [...flow.ages];
    if (horizon !== undefined && op.t > timeOf(id)) {
      const near = ages.filter(([age]) => !isBeyond(age + 1));
      return near.flatMap(([age, d]) => receiveFrom(d, age + 1, true, ageMark(age + 1)));
    }
    if (isOfOneAge(flow)) return receiveFrom(flow.whole, ages[0][0], true);
    // A part at the horizon goes nowhere from here but into the whole.
    const going = ages.filter(([age]) => !isBeyond(age + 1));
    const apart = going.flatMap(([age, d]) => receiveFrom(d, age, false, ageMark(age)));
    return [...receiveFrom(flow.whole, undefined, true), ...apart];
  }

  /** Emits the operations that gather the gradient of `id`; false if nothing reaches it. */
  function gather(id: CellId, t: number): boolean {
    const pieces = viewsOf.get(id);
    if (pieces) return gatherPieces(id, pieces, t);
    const received = (consumers.get(id) ?? []).flatMap(({ op, input }) => receive(id, op, input));
    const isSingle = received.filter(({ isOfWhole }) => isOfWhole).length === 1;
    const whole: CellId[] = [];
    const byAge = new Map<number, CellId[]>();
    for (const { op, input, part, age, isOfWhole, name } of received) {
      const out = isSingle && isOfWhole ? grad(id) : name;
      if (typeof part === 'string') aliases.set(out, part);
      else steps.push({ t, out, ...part, derives: { of: op.out, input } });
      if (isOfWhole) whole.push(out);
      if (age !== undefined) byAge.set(age, [...(byAge.get(age) ?? []), out]);
    }
    if (whole.length === 0) return false;
    addUp(grad(id), whole, t);
    const isOneAge = byAge.size === 1 && received.every(({ age }) => age !== undefined);
    const carried = isOneAge ? [...byAge] : [...byAge].filter(([age]) => !isBeyond(age + 1));
    const ages = carried.map(([age, cells]): [number, CellId] => {
      return [age, isOneAge ? grad(id) : addUp(grad(id) + ageMark(age), cells, t)];
    });
    flows.set(id, { whole: grad(id), ages: new Map(ages) });
    return true;
  }

  /** The sum of some cells: the one there is, or one operation for every four that join. */
  function addUp(out: CellId, cells: readonly CellId[], t: number): CellId {
    if (cells.length === 1) return cells[0];
    const [first, ...rest] = cells;
    let sum = first;
    for (let k = 0; k < rest.length; k += 4) {
      const isLast = k + 4 >= rest.length;
      const next = isLast ? out : `${out}+${ageMark(k / 4)}`;
      steps.push({ t, rule: 'add', out: next, in: [sum, ...rest.slice(k, k + 4)] });
      sum = next;
    }
    return sum;
  }

  /** Gathers the gradients of a cell's views, each at its place within the gradient of the whole. */
  function gatherPieces(id: CellId, pieces: readonly CellId[], t: number): boolean {
    const reached = pieces.filter((piece) => gather(piece, t));
    const ages = new Map<number, CellId>();
    const found = reached.map((piece) => flows.get(piece) as Flow);
    const isOneAge =
      found.every(isOfOneAge) && new Set(found.flatMap((flow) => [...flow.ages.keys()])).size === 1;
    for (const piece of reached) {
      const flow = flows.get(piece) as Flow;
      const { from } = program.views.get(piece) as View;
      putAt(flow.whole, { of: grad(id), from }, t);
      for (const [age, d] of flow.ages) {
        ages.set(age, isOneAge ? grad(id) : grad(id) + ageMark(age));
        if (!isOneAge) putAt(d, { of: grad(id) + ageMark(age), from }, t);
      }
    }
    if (reached.length > 0) flows.set(id, { whole: grad(id), ages });
    return reached.length > 0;
  }

  /** Gives a gradient its place within another; copies it if it already stands elsewhere (another summand's, say). */
  function putAt(cell: CellId, place: View, t: number): void {
    const home = aliases.get(cell) ?? cell;
    if (!views.has(home)) views.set(home, place);
    else {
      const isAlias = aliases.delete(cell);
      const copy = isAlias ? cell : `${cell}=${place.of}`;
      views.set(copy, place);
      steps.push({ t, rule: 'pass', out: copy, in: [home] });
    }
  }

  /** Emits the terms that operation `op` contributes to the weights it reads. */
  function addTerms(op: Step, d: CellId): void {
    for (let i = op.in.length - 1; i >= 0; i--) {
      const weight = op.in[i];
      const part = program.weights.has(weight) && rules[op.rule].vjp?.(op, i, d);
      if (!part) continue;
      const own = term(weight, op.t);
      const before = terms.get(weight) ?? [];
      if (typeof part === 'string') aliases.set(own, part);
      else {
        steps.push({ t: op.t, out: own, ...part, derives: { of: op.out, input: i } });
        deferred.add(own);
      }
      const earlier = before.at(-1);
      const sum = partial(weight, op.t);
      steps.push({ t: op.t, rule: 'add', out: sum, in: earlier ? [partial(weight, earlier.t), own] : [own] });
      deferred.add(sum);
      before.push({ t: op.t, d, v: typeof part === 'string' ? undefined : part.in[1] });
      terms.set(weight, before);
    }
  }

  const [clippedLane] = program.states;
  /** The step before the first: 0, or later where only a part of the program is walked. */
  const from = (program.steps[0]?.t ?? 1) - 1;
  for (let k = program.steps.length - 1; k >= 0; k--) {
    const op = program.steps[k];
    if (op.out === seed) flows.set(op.out, { whole: 'seed', ages: new Map([[0, 'seed']]) });
    if (op.out === seed || isError(op.rule) || !gather(op.out, op.t)) continue;
    if (clip === 'step' && op.out === `${clippedLane}${op.t}`) {
      const flow = clipped(op.out);
      steps.push({ t: op.t, rule: 'clip', out: flow, in: [grad(op.out), 'theta'] });
      flows.set(op.out, { whole: flow, ages: new Map([[0, flow]]) });
    }
    addTerms(op, (flows.get(op.out) as Flow).whole);
  }
  for (const state of program.states) gather(`${state}${from}`, from + 1);
  return { steps, views, aliases, deferred, terms };
}

/** Whether all that flows stems from errors equally long ago, so that the part and the whole are one. */
const isOfOneAge = ({ whole, ages }: Flow): boolean =>
  ages.size === 1 && ages.values().next().value === whole;

/** `~b` for an error one step ago, `~c` for two …: letters, since digits in a cell's name are its time step. */
const ageMark = (age: number): string => {
  const letter = String.fromCharCode(97 + (age % 26));
  return age < 26 ? `~${letter}` : `${ageMark(Math.floor(age / 26))}${letter}`;
};

function consumersIn(program: Program): Map<CellId, { op: Step; input: number }[]> {
  return grouped(program.steps.flatMap((op) => op.in.map((id, input) => [id, { op, input }])));
}

function grouped<V>(pairs: readonly (readonly [CellId, V])[]): Map<CellId, V[]> {
  const groups = new Map<CellId, V[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
