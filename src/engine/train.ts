/**
 * Training: one update after the other, in place. The gradient is the run's and the update is made of the plan's own
 * operations; only nothing is recorded, and nothing allocated on the way.
 */
import { clipped, grad, next } from './cells';
import { encode } from './encode';
import { gradient, pack } from './execute';
import type { Instruction } from './instruction';
import { norm } from './linear';
import { run } from './run';
import type { Cell, CellId, Plan, Values } from './types';

/** One sequence to learn from: inputs (T·X) and targets (T·Y), as in `Values`. */
export type Sequence = Pick<Values, 'x' | 'd'>;

/** What an update started from and did. */
export interface Updated {
  /** E, the mean over the batch, with the weights from before. */
  readonly error: number;
  /** ‖g‖ of all weights' gradients together, g the mean over the batch: before clipping by norm or by value, and after. */
  readonly norm: number;
  readonly clippedNorm: number;
}

/** A network in training. */
export class Trainer {
  readonly plan: Plan;
  /** The run's arena: the weights and one sequence at a time stand at its beginning. */
  private readonly arena: Float64Array;
  /** The update's cells, in an arena of their own, the weights' gradients side by side at its beginning. */
  private readonly cells: ReadonlyMap<CellId, Float64Array>;
  private readonly scratch: Float64Array;
  /** Room for the gradients of all weights side by side. */
  private readonly gathered: Float64Array;
  private readonly code: readonly Instruction[];
  /** The weights that a gradient reaches. */
  private readonly weights: readonly string[];

  /**
   * @param values where the first update starts: the weights and, to go on with an earlier training, what its `state` gave
   * @throws ShapeError if a lane is missing or has the wrong number of entries
   */
  constructor(plan: Plan, values: Values) {
    this.plan = plan;
    this.arena = new Float64Array(plan.size);
    this.arena.set(pack(plan, values));
    this.weights = plan.weights.filter((weight) => plan.terms.has(weight));
    const ops = plan.ops.slice(plan.bounds.update);
    const ids = new Set([...this.weights.map(grad), ...ops.flatMap((op) => [...op.in, op.out])]);
    const places = new Map<CellId, Pick<Cell, 'offset' | 'rows' | 'cols'>>();
    let offset = 0;
    for (const id of ids) {
      const { rows, cols } = plan.cells.get(id) as Cell;
      places.set(id, { offset, rows, cols });
      offset += rows * cols;
    }
    this.scratch = new Float64Array(offset);
    this.cells = new Map(
      [...places].map(([id, place]) => [
        id,
        this.scratch.subarray(place.offset, place.offset + place.rows * place.cols),
      ]),
    );
    this.gathered = new Float64Array(offset);
    this.code = ops.flatMap((op) => encode(op, places) ?? []);
    for (const [id, cell] of this.cells) {
      const { doneAt } = plan.cells.get(id) as Cell;
      if (doneAt === 0) cell.set(this.inRun(id));
    }
  }

  /** Makes one update from the mean gradient of a batch. */
  update(batch: readonly Sequence[]): Updated {
    for (const weight of this.weights) this.inUpdate(grad(weight)).fill(0);
    let error = 0;
    for (const sequence of batch) {
      this.load(sequence);
      gradient(this.plan, this.arena);
      error += this.inRun(this.plan.error)[0] / batch.length;
      for (const weight of this.weights) {
        const sum = this.inUpdate(grad(weight));
        const part = this.inRun(grad(weight));
        for (let i = 0; i < sum.length; i++) sum[i] += part[i] / batch.length;
      }
    }
    run(this.scratch, this.code, 0, this.code.length);
    for (const [id, cell] of this.cells) {
      const after = this.cells.get(next(id));
      if (after) cell.set(after);
    }
    const updates = this.cells.get('updates');
    if (updates) updates[0] += 1;
    for (const weight of this.weights) this.inRun(weight).set(this.inUpdate(weight));
    return { error, norm: this.normOf(grad), clippedNorm: this.normOf(clipped) };
  }

  /** The outputs Y of a sequence with the present weights, T·Y, and its error; what was there before is overwritten. */
  answer(sequence: Sequence, outputs: Float64Array): number {
    this.load(sequence);
    run(this.arena, this.plan.code, 0, this.plan.backwardCode);
    const { T, Y } = this.plan.shape;
    for (let t = 1; t <= T; t++) outputs.set(this.inRun(`Y${t}`), (t - 1) * Y);
    return this.inRun(this.plan.error)[0];
  }

  /** The weights and the optimizer's state, copied: what `stateAfter` gives of a trace. */
  state(): Record<string, Float64Array> {
    const state: Record<string, Float64Array> = {};
    for (const weight of this.plan.weights) state[weight] = this.inRun(weight).slice();
    for (const lane of this.plan.defaults.keys()) {
      const isKept = this.cells.has(next(lane)) || lane === 'updates';
      const cell = isKept && this.cells.get(lane);
      if (cell) state[lane] = cell.slice();
    }
    return state;
  }

  /** Changes the threshold θ or the learning rate η from the next update on. */
  set(lane: 'theta' | 'eta', value: number): void {
    this.inRun(lane)[0] = value;
    this.cells.get(lane)?.fill(value);
  }

  private load({ x, d }: Sequence): void {
    let place = 0;
    for (const { lane, from, length } of this.plan.given) {
      const source = lane === 'x' ? x : lane === 'd' ? d : undefined;
      if (source) for (let i = 0; i < length; i++) this.arena[place + i] = source[from + i];
      place += length;
    }
  }

  private inRun(id: CellId): Float64Array {
    const { offset, rows, cols } = this.plan.cells.get(id) as Cell;
    return this.arena.subarray(offset, offset + rows * cols);
  }

  private inUpdate(id: CellId): Float64Array {
    return this.cells.get(id) as Float64Array;
  }

  /** The norm of the cells that belong to all weights; of their gradients where there are none of that name. */
  private normOf(name: (weight: string) => CellId): number {
    let place = 0;
    for (const weight of this.weights) {
      const numbers = this.cells.get(name(weight)) ?? this.inUpdate(grad(weight));
      this.gathered.set(numbers, place);
      place += numbers.length;
    }
    return norm(this.gathered, 0, place);
  }
}
