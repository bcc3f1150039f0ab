/** The names of cells. Everything that names a cell does so through here. */
import type { CellId } from './types';

/** A quantity at a time step: `at('S', 3)` is `S3`. */
export const at = (lane: string, t: number): CellId => `${lane}${t}`;

/** ∂E/∂(cell): `d:S3`, `d:Ws`. For a weight it is the whole sum over time. */
export const grad = (id: CellId): CellId => `d:${id}`;

/** The part of ∂E/∂(cell) that comes through one of its consumers: `d:S3/a4` is what S_3 receives from a_4. */
export const via = (id: CellId, consumer: CellId): CellId => `d:${id}/${consumer}`;

/** δ̃_t, the gradient after clipping at the step: `clip:S3`. */
export const clipped = (id: CellId): CellId => `clip:${id}`;

/** The term of time step t in the gradient of a weight, ∂E/∂(step t's own copy of it): `d:Ws@3`. */
export const term = (weight: CellId, t: number | ''): CellId => `d:${weight}@${t}`;

/** The sum of a weight's terms so far, from the last step back to t: `sum:Ws@3`. */
export const partial = (weight: CellId, t: number | ''): CellId => `sum:${weight}@${t}`;

/** A weight after the update: `next:Ws`. */
export const next = (weight: CellId): CellId => `next:${weight}`;

const [zero, nine] = [48, 57];
const isDigit = (code: number): boolean => code >= zero && code <= nine;

/** The quantity over time that a cell belongs to: `S` for `S3`, `d:S/a` for `d:S3/a4`. */
export const laneOf = (id: CellId): string => {
  // By hand: a long sequence has tens of thousands of names.
  let lane = '';
  let from = 0;
  for (let i = 0; i < id.length; i++) {
    if (!isDigit(id.charCodeAt(i))) continue;
    if (i > from) lane += id.slice(from, i);
    from = i + 1;
  }
  return from === 0 ? id : lane + id.slice(from);
};

/** The time step in a cell's name, or -1 for what is the same at every step. */
export const timeOf = (id: CellId): number => {
  let t = -1;
  for (let i = 0; i < id.length; i++) {
    const code = id.charCodeAt(i);
    if (isDigit(code)) t = (t < 0 ? 0 : t * 10) + code - zero;
    else if (t >= 0) break;
  }
  return t;
};
