/**
 * Sums of terms over time, Σ_t d_t v_tᵀ, as one tiled product: the run's way of making a weight's whole gradient.
 * Every entry is added up from the latest step to the earliest, one product at a time: the order in which the terms are
 * shown, so that the sum on the screen and the sum of the run are the same to the last bit.
 */
import type { Instruction } from './instruction';
import type { Cell, CellId, Term } from './types';

/** The vectors d_t and v_t of successive terms, standing at even distances in the arena; v = −1 for a bias: d_t alone. */
interface Run {
  readonly d: number;
  readonly v: number;
  dStride: number;
  vStride: number;
  count: number;
}

/** Adds up one run of terms in the rows × cols matrix at `out`, starting from 0 if it is the first. */
export interface SumInstruction extends Run {
  readonly kernel: (m: Float64Array, instruction: SumInstruction) => void;
  readonly out: number;
  readonly rows: number;
  readonly cols: number;
  readonly isFirst: boolean;
  /** Where the matrix is; null: in the arena. */
  readonly target: Float64Array | null;
}

/** Doubles that stay in the first cache while a matrix of sums goes over them tile by tile. */
const cached = 8192;
/** Fewer steps at a time would cost more in loading and storing the sums than they save. */
const leastSteps = 8;

/**
 * The instructions that add up a list of terms at `out`: as few as distances and cache allow. To a `target` of
 * its own they add; in the arena they begin at 0.
 */
export function encodeSum(
  out: number,
  { rows, cols }: Pick<Cell, 'rows' | 'cols'>,
  terms: readonly Term[],
  cells: ReadonlyMap<CellId, Cell>,
  target: Float64Array | null = null,
): SumInstruction[] {
  const placeOf = (id: CellId | undefined) => (id === undefined ? -1 : (cells.get(id) as Cell).offset);
  const most = Math.max(leastSteps, Math.floor(cached / (rows + cols)));
  const runs: Run[] = [];
  let last = { d: 0, v: 0 };
  for (const term of terms) {
    const [d, v] = [placeOf(term.d), placeOf(term.v)];
    const [dStride, vStride] = [d - last.d, v - last.v];
    last = { d, v };
    const run = runs.at(-1);
    const isEven = run && (run.count === 1 || (run.dStride === dStride && run.vStride === vStride));
    const isFull = run && run.count >= most;
    if (isEven && !isFull) Object.assign(run, { dStride, vStride, count: run.count + 1 });
    else runs.push({ d, v, dStride: 0, vStride: 0, count: 1 });
  }
  return runs.map(({ d, v, dStride, vStride, count }, k) => {
    const kernel = v < 0 ? addVectors : addProducts;
    return { kernel, out, rows, cols, isFirst: k === 0 && !target, d, v, dStride, vStride, count, target };
  });
}

/** Sum instructions stand in the same list as all others; each brings the kernel that reads its own fields. */
export const asInstruction = (sum: SumInstruction): Instruction => sum as unknown as Instruction;

function addVectors(m: Float64Array, instruction: SumInstruction): void {
  const { out, rows, isFirst, d: d0, dStride, count } = instruction;
  const target = instruction.target ?? m;
  let i = 0;
  for (; i + 3 < rows; i += 4) {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    if (!isFirst) {
      s0 = target[out + i];
      s1 = target[out + i + 1];
      s2 = target[out + i + 2];
      s3 = target[out + i + 3];
    }
    let d = d0 + i;
    for (let k = 0; k < count; k = (k + 1) | 0) {
      s0 += m[d];
      s1 += m[(d + 1) | 0];
      s2 += m[(d + 2) | 0];
      s3 += m[(d + 3) | 0];
      d = (d + dStride) | 0;
    }
    target[out + i] = s0;
    target[out + i + 1] = s1;
    target[out + i + 2] = s2;
    target[out + i + 3] = s3;
  }
  for (; i < rows; i++) {
    let sum = isFirst ? 0 : target[out + i];
    let d = d0 + i;
    for (let k = 0; k < count; k = (k + 1) | 0) {
      sum += m[d];
      d = (d + dStride) | 0;
    }
    target[out + i] = sum;
  }
}

/**
 * Tiles of 4 × 2: eight sums stay in registers while the sequence goes by. Then 2 × 2, then what is left over. For `| 0`
 * and the mask see `products/long.ts`.
 */
function addProducts(m: Float64Array, instruction: SumInstruction): void {
  const { out, rows, cols, isFirst, d: d0, dStride, v: v0, vStride, count } = instruction;
  const target = instruction.target ?? m;
  let i = 0;
  for (; i + 3 < rows; i += 4) {
    for (let j = 0; j + 1 < cols; j += 2) {
      const r0 = out + i * cols + j;
      const r1 = r0 + cols;
      const r2 = r1 + cols;
      const r3 = r2 + cols;
      let s00 = 0;
      let s01 = 0;
      let s10 = 0;
      let s11 = 0;
      let s20 = 0;
      let s21 = 0;
      let s30 = 0;
      let s31 = 0;
      if (!isFirst) {
        s00 = target[r0];
        s01 = target[r0 + 1];
        s10 = target[r1];
        s11 = target[r1 + 1];
        s20 = target[r2];
        s21 = target[r2 + 1];
        s30 = target[r3];
        s31 = target[r3 + 1];
      }
      let d = d0 + i;
      let v = v0 + j;
      for (let k = 0; k < count; k = (k + 1) | 0) {
        const at = v & 0x3fffffff;
        const x = m[at];
        const y = m[at + 1];
        const from = d & 0x3fffffff;
        const a = m[from];
        s00 += a * x;
        s01 += a * y;
        const b = m[from + 1];
        s10 += b * x;
        s11 += b * y;
        const e = m[from + 2];
        s20 += e * x;
        s21 += e * y;
        const f = m[from + 3];
        s30 += f * x;
        s31 += f * y;
        d = (d + dStride) | 0;
        v = (v + vStride) | 0;
      }
      target[r0] = s00;
      target[r0 + 1] = s01;
      target[r1] = s10;
      target[r1 + 1] = s11;
      target[r2] = s20;
      target[r2 + 1] = s21;
      target[r3] = s30;
      target[r3 + 1] = s31;
    }
  }
  if (i + 1 < rows) {
    for (let j = 0; j + 1 < cols; j += 2) {
      const r0 = out + i * cols + j;
      const r1 = r0 + cols;
      let s00 = 0;
      let s01 = 0;
      let s10 = 0;
      let s11 = 0;
      if (!isFirst) {
        s00 = target[r0];
        s01 = target[r0 + 1];
        s10 = target[r1];
        s11 = target[r1 + 1];
      }
      let d = d0 + i;
      let v = v0 + j;
      for (let k = 0; k < count; k = (k + 1) | 0) {
        const x = m[v];
        const y = m[(v + 1) | 0];
        const a = m[d];
        s00 += a * x;
        s01 += a * y;
        const b = m[(d + 1) | 0];
        s10 += b * x;
        s11 += b * y;
        d = (d + dStride) | 0;
        v = (v + vStride) | 0;
      }
      target[r0] = s00;
      target[r0 + 1] = s01;
      target[r1] = s10;
      target[r1 + 1] = s11;
    }
    i += 2;
  }
  const tiledCols = cols & ~1;
  for (let r = 0; r < rows; r++) {
    for (let j = r < i ? tiledCols : 0; j < cols; j++) {
      let sum = isFirst ? 0 : target[out + r * cols + j];
      let d = d0 + r;
      let v = v0 + j;
      for (let k = 0; k < count; k = (k + 1) | 0) {
        sum += m[d] * m[v];
        d = (d + dStride) | 0;
        v = (v + vStride) | 0;
      }
      target[out + r * cols + j] = sum;
    }
  }
}
