/**
 * Sums of terms over time, Σ_t d_t v_tᵀ, as one tiled product: the run's way of making a weight's whole gradient.
 * Every entry is added up from the latest step to the earliest, one product at a time: the order in which the terms are
 * shown, so that the sum on the screen and the sum of the run are the same to the last bit.
 *
 * An instruction names runs of vectors that stand at even distances in the arena:
 *
 *     kernel  words  out  rows  cols  then for each run:  d  stride of d  v  stride of v  count      (v = -1 for a bias)
 */
import type { Kernel } from './kernels';
import type { Cell, CellId, Term } from './types';

/** The runs of a list of terms as instruction words: as few as their distances allow, usually one. */
export function evenRuns(terms: readonly Term[], cells: ReadonlyMap<CellId, Cell>): number[] {
  const placeOf = (id: CellId | undefined) => (id === undefined ? -1 : (cells.get(id) as Cell).offset);
  const words: number[] = [];
  let last = { d: 0, v: 0 };
  for (const term of terms) {
    const [d, v] = [placeOf(term.d), placeOf(term.v)];
    const run = words.length - 5;
    const [dStep, vStep] = [d - last.d, v < 0 ? 0 : v - last.v];
    const isSecond = run >= 0 && words[run + 4] === 1;
    if (isSecond) [words[run + 1], words[run + 3]] = [dStep, vStep];
    if (isSecond || (run >= 0 && words[run + 1] === dStep && words[run + 3] === vStep)) words[run + 4]++;
    else words.push(d, 0, v, 0, 1);
    last = { d, v };
  }
  return words;
}

export const sumTerms: Kernel = (m, c, p) => {
  const out = c[p + 2];
  const rows = c[p + 3];
  const cols = c[p + 4];
  const end = out + rows * cols;
  for (let i = out; i < end; i++) m[i] = 0;
  addTerms(m, c, p + 5, p + c[p + 1], m, out, rows, cols);
};

/** Adds the runs in `c[from … to)`, read from `m`, onto the matrix at `target[out …]`. */
export function addTerms(
  m: Float64Array,
  c: Int32Array,
  from: number,
  to: number,
  target: Float64Array,
  out: number,
  rows: number,
  cols: number,
): void {
  for (let k = from; k < to; k += 5) {
    if (c[k + 2] < 0) addVectors(m, c[k], c[k + 1], c[k + 4], target, out, rows);
    else addProducts(m, c[k], c[k + 1], c[k + 2], c[k + 3], c[k + 4], target, out, rows, cols);
  }
}

function addVectors(
  m: Float64Array,
  d0: number,
  dStride: number,
  count: number,
  target: Float64Array,
  out: number,
  n: number,
): void {
  for (let i = 0; i < n; i++) {
    let sum = target[out + i];
    let d = d0 + i;
    for (let k = 0; k < count; k++) {
      sum += m[d];
      d += dStride;
    }
    target[out + i] = sum;
  }
}

/** Tiles of 4 × 2: eight sums stay in registers while the sequence goes by. Then 2 × 2, then what is left over. */
function addProducts(
  m: Float64Array,
  d0: number,
  dStride: number,
  v0: number,
  vStride: number,
  count: number,
  target: Float64Array,
  out: number,
  rows: number,
  cols: number,
): void {
  let i = 0;
  for (; i + 3 < rows; i += 4) {
    for (let j = 0; j + 1 < cols; j += 2) {
      const r0 = out + i * cols + j;
      const r1 = r0 + cols;
      const r2 = r1 + cols;
      const r3 = r2 + cols;
      let s00 = target[r0];
      let s01 = target[r0 + 1];
      let s10 = target[r1];
      let s11 = target[r1 + 1];
      let s20 = target[r2];
      let s21 = target[r2 + 1];
      let s30 = target[r3];
      let s31 = target[r3 + 1];
      let d = d0 + i;
      let v = v0 + j;
      for (let k = 0; k < count; k++) {
        const x = m[v];
        const y = m[v + 1];
        const a = m[d];
        s00 += a * x;
        s01 += a * y;
        const b = m[d + 1];
        s10 += b * x;
        s11 += b * y;
        const e = m[d + 2];
        s20 += e * x;
        s21 += e * y;
        const f = m[d + 3];
        s30 += f * x;
        s31 += f * y;
        d += dStride;
        v += vStride;
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
  for (; i + 1 < rows; i += 2) {
    for (let j = 0; j + 1 < cols; j += 2) {
      const r0 = out + i * cols + j;
      const r1 = r0 + cols;
      let s00 = target[r0];
      let s01 = target[r0 + 1];
      let s10 = target[r1];
      let s11 = target[r1 + 1];
      let d = d0 + i;
      let v = v0 + j;
      for (let k = 0; k < count; k++) {
        const x = m[v];
        const y = m[v + 1];
        const a = m[d];
        s00 += a * x;
        s01 += a * y;
        const b = m[d + 1];
        s10 += b * x;
        s11 += b * y;
        d += dStride;
        v += vStride;
      }
      target[r0] = s00;
      target[r0 + 1] = s01;
      target[r1] = s10;
      target[r1 + 1] = s11;
    }
  }
  const tiledCols = cols & ~1;
  for (let r = 0; r < rows; r++) {
    for (let j = r < i ? tiledCols : 0; j < cols; j++) {
      let sum = target[out + r * cols + j];
      let d = d0 + r;
      let v = v0 + j;
      for (let k = 0; k < count; k++) {
        sum += m[d] * m[v];
        d += dStride;
        v += vStride;
      }
      target[out + r * cols + j] = sum;
    }
  }
}
