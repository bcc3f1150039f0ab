/** A training, without a clock or a worker: updates one after the other, altered on the way, judged when asked. */
import { compile } from '../../engine';
import { Trainer } from '../../engine/train';
import type { Values } from '../../engine/types';
import { errorSteps, type Setup, shapeOf, valuesOf } from '../../tasks/setup';
import { isRight, TrainingSet } from '../../tasks/training-set';
import { Curve, type CurveData } from './curve';

/** How the network does on sequences that it was not trained on. */
export interface Judged {
  /** E, the mean over the sequences. */
  readonly error: number;
  /** The share of answers that are right. */
  readonly right: number;
  readonly sequences: number;
}

export class Session {
  private setup: Setup;
  private trainer: Trainer;
  private set: TrainingSet;
  private readonly curve = new Curve();
  /** Updates made by this session. */
  updates = 0;
  /** Whether E or the gradient's norm is no longer a finite number: no update leads back from there. */
  isBroken = false;

  /** @param trained the weights and the optimizer's state to go on from; the setup's weights where there are none */
  constructor(setup: Setup, trained: Values | null) {
    this.setup = setup;
    this.set = new TrainingSet(setup);
    this.trainer = new Trainer(compile(shapeOf(setup)), { ...valuesOf(setup), ...trained });
  }

  /** Makes one update; none once the numbers are broken. */
  update(): void {
    if (this.isBroken) return;
    const { error, norm, clippedNorm } = this.trainer.update(this.set.batch(this.updates));
    this.curve.add(error, norm, clippedNorm);
    this.updates++;
    this.isBroken = !Number.isFinite(error) || !Number.isFinite(norm);
  }

  /**
   * Goes on with another learning rate, threshold, clip, truncation, optimizer or size of batch. Another optimizer begins
   * with no memory of its own, as does the same one when it is chosen anew.
   */
  alter(setup: Setup): void {
    const before = this.setup;
    this.setup = setup;
    this.trainer.set('eta', setup.learningRate);
    this.trainer.set('theta', setup.threshold);
    if (setup.batch !== before.batch) this.set = new TrainingSet(setup);
    const plan = compile(shapeOf(setup));
    if (plan === this.trainer.plan) return;
    const state = this.trainer.state();
    const kept = Object.entries(state).filter(
      ([lane]) => setup.optimizer === before.optimizer || plan.weights.includes(lane),
    );
    this.trainer = new Trainer(plan, { ...valuesOf(setup), ...Object.fromEntries(kept) });
  }

  /** The weights and the optimizer's state, copied. */
  state(): Record<string, Float64Array> {
    return this.trainer.state();
  }

  data(): CurveData {
    return this.curve.data();
  }

  /** Tries the network on the sequences kept from training; null where there are none. */
  judge(): Judged | null {
    const sequences = this.set.heldOut();
    if (sequences.length === 0) return null;
    const { T, Y } = this.setup;
    const outputs = new Float64Array(T * Y);
    let error = 0;
    const counts = { right: 0, all: 0 };
    for (const sequence of sequences) {
      error += this.trainer.answer(sequence, outputs) / sequences.length;
      for (const t of errorSteps(this.setup)) {
        const [from, to] = [(t - 1) * Y, t * Y];
        const right = isRight(this.setup, outputs.subarray(from, to), sequence.d.subarray(from, to));
        if (right === null) continue;
        counts.all++;
        if (right) counts.right++;
      }
    }
    return { error, right: counts.right / counts.all, sequences: sequences.length };
  }
}
