/** Places vectors, marks and wires of a drawing by column and height, with the parts of the plan that they show. */
import { at, clipped, grad } from '../../engine/cells';
import type { CellId, Plan } from '../../engine/types';
import type { Point } from '../lines';
import { type Back, type Mark, RADIUS, type Sign, type Vector, type Wire } from './figure';
import { existing, flowOf, receivedBy } from './received';
import type { Sizes } from './sizes';

interface VectorOptions {
  /** What stands there before: a gate's pre-activation. */
  readonly before?: readonly CellId[];
  readonly height?: number;
  readonly hasGradient?: boolean;
  /** Where what comes from above would run through its name, the name stands at the left, at this height or lower. */
  readonly nameBeside?: number;
}

interface WireOptions {
  readonly cells?: readonly CellId[];
  readonly back?: Back;
  readonly hasHead?: boolean;
  readonly weight?: Wire['weight'];
  readonly leadsTo?: Wire['leadsTo'];
  readonly trim?: number;
}

export const half = ({ y, height }: Vector['box']): number => y + height / 2;

/** Draws one step of one plan; what it has drawn is in `vectors`, `marks` and `wires`. */
export class Pen {
  readonly vectors: Vector[] = [];
  readonly marks: Mark[] = [];
  readonly wires: Wire[] = [];
  private readonly plan: Plan;
  private readonly sizes: Sizes;

  constructor(plan: Plan, sizes: Sizes) {
    this.plan = plan;
    this.sizes = sizes;
  }

  /** Middle of a column, counted from 0; columns may be fractions. */
  x(column: number): number {
    return this.sizes.first + column * this.sizes.unit;
  }

  /** A vector in a column, its upper edge at y. Its value stands left of the middle, its gradient right. */
  vector(id: CellId, column: number, y: number, options: VectorOptions = {}): Vector {
    const { before = [], height = this.sizes.height, hasGradient = true, nameBeside } = options;
    const { valueWidth, gradientWidth, seam, type, gradientType } = this.sizes;
    const left = this.x(column) - (valueWidth + (hasGradient ? seam + gradientWidth : 0)) / 2;
    const vector: Vector = {
      id,
      stages: [...before, id],
      gradients: hasGradient
        ? existing(this.plan, grad(id), clipped(id), ...before.toReversed().map(grad))
        : [],
      box: { x: left, y, width: valueWidth, height },
      gradient: { x: left + valueWidth + seam, y, width: gradientWidth, height },
      type: hasGradient ? type : Math.max(type, 11),
      gradientType,
      name:
        nameBeside === undefined ? { x: left, y: y - 9 } : { x: left - 20, y: Math.max(y + 14, nameBeside) },
    };
    this.vectors.push(vector);
    return vector;
  }

  mark(sign: Sign, x: number, y: number, drawnBy: CellId, cells: readonly CellId[] = []): Point {
    const id = `${sign}${this.marks.length}`;
    this.marks.push({ id, sign, x, y, drawnBy, cells: [drawnBy, ...existing(this.plan, ...cells)] });
    return [x, y];
  }

  /** A way through some points, drawn once `drawnBy` is known; in focus while an operation writes one of its cells. */
  wire(points: readonly Point[], drawnBy: CellId, options: WireOptions = {}): void {
    const { cells = [], hasHead = true, ...rest } = options;
    const about = [drawnBy, ...existing(this.plan, ...cells, ...(options.back?.drawnBy ?? []))];
    this.wires.push({ id: `w${this.wires.length}`, points, drawnBy, cells: about, hasHead, ...rest });
  }

  /** What one cell receives along a wire. */
  received(id: CellId, consumer: CellId): { back?: Back } {
    const cells = receivedBy(this.plan, id, consumer);
    return cells.length > 0 ? { back: { cells, drawnBy: cells } } : {};
  }

  /** The gradient of a gate's pre-activation, or any other that has no second source. */
  gradient(id: CellId): { back?: Back } {
    const cells = existing(this.plan, grad(id));
    return cells.length > 0 ? { back: { cells, drawnBy: cells } } : {};
  }

  /** What flows on from a cell to the operation that made it, once the first of that operation's inputs has got it. */
  flow(id: CellId, ...inputs: CellId[]): { back?: Back } {
    const from = flowOf(this.plan, id);
    const drawnBy = inputs.flatMap((input) => receivedBy(this.plan, input, id));
    return from && drawnBy.length > 0 ? { back: { cells: [from], drawnBy } } : {};
  }

  /** What step t's state at the right end leads to: the next step, once that has used it. */
  onward(lane: 'S' | 'C', t: number, points: readonly Point[], label: Point, trim = 0): void {
    const next = t + 1;
    if (next > this.plan.shape.T) return;
    const state = at(lane, t);
    const readers = this.plan.program.steps.filter((op) => op.t === next && op.in.includes(state));
    const drawnBy = readers[0]?.out;
    if (drawnBy === undefined) return;
    const cells = readers.flatMap(({ out }) => receivedBy(this.plan, state, out));
    this.wire(points, drawnBy, {
      ...(cells.length > 0 && { back: { cells, drawnBy: cells } }),
      leadsTo: { step: next, at: label },
      trim,
    });
  }
}

/** Edges of a vector: at the right a wire begins at its value, and the gradient that runs back ends at its gradient. */
export const leftOf = ({ box }: Vector): number => box.x;
export const rightOf = ({ box }: Vector): number => box.x + box.width;
export const trimOf = ({ box, gradient, gradients }: Vector): number =>
  gradients.length > 0 ? gradient.x + gradient.width - box.x - box.width : 0;
export const bottomOf = ({ box }: Vector): number => box.y + box.height;
/** Middle of value and gradient together. */
export const middleOf = ({ box, gradient, gradients }: Vector): number =>
  gradients.length > 0 ? (box.x + gradient.x + gradient.width) / 2 : box.x + box.width / 2;

/** From one mark to another, leaving out the marks themselves. */
export const between = (from: Point, to: Point): Point[] => {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  const [ux, uy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
  return [
    [from[0] + ux * RADIUS, from[1] + uy * RADIUS],
    [to[0] - ux * RADIUS, to[1] - uy * RADIUS],
  ];
};

/** A level line at height y, and an upright one at x, from one end to the other. */
export const across = (y: number, from: number, to: number): readonly Point[] => [
  [from, y],
  [to, y],
];
export const upright = (x: number, from: number, to: number): readonly Point[] => [
  [x, from],
  [x, to],
];
