/** One time step walked backward by itself, as instructions: by the same rules as the sweep, from any gradient. */
import { grad } from './cells';
import { encode } from './encode';
import type { Instruction } from './instruction';
import type { Step } from './programs/program';
import { type Backward, reverse } from './reverse';
import { rules, type Size } from './rules';
import { run } from './run';
import type { Cell, CellId, Plan } from './types';

type Place = Size & Pick<Cell, 'offset'>;

export interface StepWalk {
  readonly code: readonly Instruction[];
  /** Where the gradient stands that the walk sets out with; undefined for a walk that sets out from an error. */
  readonly seed: Place | undefined;
  /** The end of what it writes. */
  readonly end: number;
  /** Gradients that are written piece by piece: they are 0 where a piece is not reached. */
  readonly wholes: readonly Place[];
  /** The term of the step in the gradient of the weight, d vᵀ; undefined if the weight is not reached. */
  readonly term: { readonly d: Place; readonly v: Place } | undefined;
  /** Where a cell's gradient stands once the walk is run; undefined if it is not reached. */
  placeOf(id: CellId): Place | undefined;
}

/**
 * The walk backward through some operations of one step. It reads the forward pass where a run of the plan left it, and
 * writes behind it.
 *
 * @param steps successive operations of the plan's program, of one time step
 * @param seed the state whose gradient is given; undefined to set out from the step's error
 * @param weight the weight whose term is asked for
 * @param from the first place in the arena that the walk may write
 */
export function walkStep(
  plan: Plan,
  steps: readonly Step[],
  seed: CellId | undefined,
  weight: CellId,
  from: number,
): StepWalk {
  const size = plan.program.weights.get(weight);
  const weights = new Map<CellId, Size>(size ? [[weight, size]] : []);
  const names = new Set(steps.flatMap((op) => op.in));
  const views = new Map([...plan.program.views].filter(([id]) => names.has(id)));
  const walk = reverse({ ...plan.program, steps: [...steps], views, weights }, { clip: 'off' }, seed);
  const { places, end } = placed(plan, walk, seed, from);
  const [term] = walk.terms.get(weight) ?? [];
  const wholes = [...new Set([...walk.views.values()].map(({ of }) => of))];
  const placeAt = (id: CellId) => places.get(id) as Place;
  return {
    code: walk.steps.flatMap((op) => (walk.deferred.has(op.out) ? [] : (encode(op, places) ?? []))),
    seed: places.get('seed'),
    end,
    wholes: wholes.map(placeAt),
    term: term?.v === undefined ? undefined : { d: placeAt(term.d), v: placeAt(term.v) },
    placeOf: (id) => places.get(grad(id)),
  };
}

/** Runs a walk in an arena that holds a run of its plan; the gradient it sets out with is already in place. */
export function runWalk(arena: Float64Array, { code, wholes }: StepWalk): void {
  for (const { offset, rows, cols } of wholes) arena.fill(0, offset, offset + rows * cols);
  run(arena, code, 0, code.length);
}

/** A place for every cell of a walk: the forward pass has its own, what the walk writes stands behind. */
function placed(plan: Plan, walk: Backward, seed: CellId | undefined, from: number) {
  const places = new Map<CellId, Place>();
  let end = from;
  const put = (id: CellId, { rows, cols }: Size): void => {
    places.set(id, { rows, cols, offset: end });
    end += rows * cols;
  };
  const forward = (id: CellId): Place => plan.cells.get(id) as Place;
  const find = (id: CellId): Place => {
    const alias = walk.aliases.get(id);
    const place = places.get(id) ?? (alias === undefined ? forward(id) : find(alias));
    places.set(id, place);
    return place;
  };
  /** A gradient has the size of what it belongs to; a copy at another's place is named after both (`d:w.r3=d:w3`). */
  const sizeOf = (id: CellId): Size =>
    forward(id === 'seed' && seed !== undefined ? seed : id.slice(grad('').length).split('=')[0]);
  for (const { of } of walk.views.values()) if (!places.has(of)) put(of, sizeOf(of));
  for (const [id, { of, from: row }] of walk.views) {
    const { rows, cols } = sizeOf(id);
    places.set(id, { rows, cols, offset: find(of).offset + row });
  }
  if (seed !== undefined && !places.has('seed')) put('seed', sizeOf('seed'));
  for (const op of walk.steps) {
    const inputs = op.in.map(find);
    if (walk.deferred.has(op.out) || places.has(op.out)) continue;
    const rule = rules[op.rule];
    // An identity's result stands where its input does.
    if (rule.kernel) put(op.out, rule.size(inputs));
    else places.set(op.out, inputs[0]);
  }
  for (const id of walk.aliases.keys()) find(id);
  return { places, end };
}
