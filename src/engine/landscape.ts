/**
 * The error as a function of two of the network's parameters, all others frozen: the cliff of Pascanu, Mikolov & Bengio,
 * "On the difficulty of training recurrent neural networks" (2013), Fig. 6.
 */
import { grad } from './cells';
import { gradient, pack } from './execute';
import { run } from './run';
import type { Cell, Plan, Values } from './types';

/** One entry of a weight, row-major. */
export interface Parameter {
  readonly weight: string;
  readonly entry: number;
}

export type Point = readonly [u: number, v: number];

export interface Slope {
  readonly error: number;
  /** ∂E/∂u, ∂E/∂v. */
  readonly gradient: Point;
}

export class Landscape {
  private readonly plan: Plan;
  private readonly arena: Float64Array;
  private readonly places: Point;
  private readonly slopes: Point;
  private readonly error: number;

  /**
   * @param values the frozen numbers; those of the two parameters are the point where the network stands
   * @throws ShapeError if a lane is missing or has the wrong number of entries
   * @throws Error if a parameter is none of the network's, or no gradient reaches it
   */
  constructor(plan: Plan, values: Values, parameters: readonly [Parameter, Parameter]) {
    this.plan = plan;
    this.arena = new Float64Array(plan.size);
    this.arena.set(pack(plan, values));
    const placeOf = (id: string, entry: number) => {
      const cell = plan.cells.get(id);
      const isThere = cell && cell.offset >= 0 && entry >= 0 && entry < cell.rows * cell.cols;
      if (!isThere) throw new Error(`The network has no ${id}[${entry}].`);
      return cell.offset + entry;
    };
    const [one, other] = parameters;
    this.places = [placeOf(one.weight, one.entry), placeOf(other.weight, other.entry)];
    this.slopes = [placeOf(grad(one.weight), one.entry), placeOf(grad(other.weight), other.entry)];
    this.error = (plan.cells.get(plan.error) as Cell).offset;
  }

  /** Where the network stands. */
  get here(): Point {
    return [this.arena[this.places[0]], this.arena[this.places[1]]];
  }

  /** E at a point: a forward pass. */
  errorAt(point: Point): number {
    this.put(point);
    run(this.arena, this.plan.code, 0, this.plan.backwardCode);
    return this.arena[this.error];
  }

  /** E and its gradient at a point: a forward and a backward pass. */
  slopeAt(point: Point): Slope {
    this.put(point);
    gradient(this.plan, this.arena);
    return {
      error: this.arena[this.error],
      gradient: [this.arena[this.slopes[0]], this.arena[this.slopes[1]]],
    };
  }

  private put([u, v]: Point): void {
    this.arena[this.places[0]] = u;
    this.arena[this.places[1]] = v;
  }
}

/** A point of a descent, with what sends it on. */
export interface Footstep extends Slope {
  readonly point: Point;
  /** ‖(∂E/∂u, ∂E/∂v)‖ before clipping. */
  readonly norm: number;
}

/**
 * Gradient descent over the two parameters alone, from `from` on: the start and `updates` points after it.
 *
 * @param eta the learning rate
 * @param theta the gradient's greatest norm (as `clip_grad_norm_` of PyTorch clips), or null for no clipping
 */
export function descent(
  landscape: Landscape,
  from: Point,
  { eta, theta }: { readonly eta: number; readonly theta: number | null },
  updates: number,
): Footstep[] {
  const steps: Footstep[] = [];
  let point = from;
  for (let k = 0; k <= updates; k++) {
    const slope = landscape.slopeAt(point);
    const [du, dv] = slope.gradient;
    const norm = Math.hypot(du, dv);
    steps.push({ ...slope, point, norm });
    const factor = theta === null ? 1 : Math.min(1, theta / (norm + 1e-6));
    point = [point[0] - eta * factor * du, point[1] - eta * factor * dv];
  }
  return steps;
}
