/**
 * What became of error and gradient over the updates of a run, however many they are: once there are too many to draw, two
 * neighbours become one that stands for both.
 */

/** As many entries as a curve has at the most: no screen has room for more. */
export const LONGEST = 512;

/** Entry i stands for updates `span · i + 1` … `span · (i + 1)`, the last one for as many as were made. */
export interface CurveData {
  readonly updates: number;
  readonly span: number;
  /** Mean, least and greatest E of the updates of each entry. */
  readonly error: Float64Array;
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** The largest ‖g‖ of each, and the largest after clipping. */
  readonly norm: Float64Array;
  readonly clippedNorm: Float64Array;
}

const lanes = ['error', 'least', 'most', 'norm', 'clippedNorm'] as const;

export class Curve {
  private updates = 0;
  private span = 1;
  private readonly error = new Float64Array(LONGEST);
  private readonly least = new Float64Array(LONGEST);
  private readonly most = new Float64Array(LONGEST);
  private readonly norm = new Float64Array(LONGEST);
  private readonly clippedNorm = new Float64Array(LONGEST);

  /** Takes in the next update. */
  add(error: number, norm: number, clippedNorm: number): void {
    if (this.updates === LONGEST * this.span) this.halve();
    const i = Math.floor(this.updates / this.span);
    const before = this.updates % this.span;
    if (before === 0) {
      this.error[i] = error;
      this.least[i] = error;
      this.most[i] = error;
      this.norm[i] = norm;
      this.clippedNorm[i] = clippedNorm;
    } else {
      this.error[i] += (error - this.error[i]) / (before + 1);
      this.least[i] = Math.min(this.least[i], error);
      this.most[i] = Math.max(this.most[i], error);
      this.norm[i] = Math.max(this.norm[i], norm);
      this.clippedNorm[i] = Math.max(this.clippedNorm[i], clippedNorm);
    }
    this.updates++;
  }

  /** The curve as it is now; a copy. */
  data(): CurveData {
    const length = Math.ceil(this.updates / this.span);
    const copies = lanes.map((lane) => [lane, this[lane].slice(0, length)] as const);
    return {
      updates: this.updates,
      span: this.span,
      ...(Object.fromEntries(copies) as Record<(typeof lanes)[number], Float64Array>),
    };
  }

  private halve(): void {
    for (let i = 0; i < LONGEST / 2; i++) {
      const [one, other] = [2 * i, 2 * i + 1];
      this.error[i] = (this.error[one] + this.error[other]) / 2;
      this.least[i] = Math.min(this.least[one], this.least[other]);
      this.most[i] = Math.max(this.most[one], this.most[other]);
      this.norm[i] = Math.max(this.norm[one], this.norm[other]);
      this.clippedNorm[i] = Math.max(this.clippedNorm[one], this.clippedNorm[other]);
    }
    this.span *= 2;
  }
}
