/** What was made of a trace lately. Whoever goes through a long sequence asks for far more than can be kept. */
import type { CellId } from './types';

/** So many cells, and so many doubles that are not the run's own, make a generation; the one before it is kept as well. */
const mostCells = 4096;
const mostDoubles = 1 << 18;

/** Numbers by cell, the latest: at most two generations of them. */
export class Kept {
  private young = new Map<CellId, Float64Array>();
  private old = new Map<CellId, Float64Array>();
  private doubles = 0;

  get(id: CellId): Float64Array | undefined {
    return this.young.get(id) ?? this.old.get(id);
  }

  /** @param doubles what it takes beside the run's own numbers */
  set(id: CellId, value: Float64Array, doubles: number): void {
    this.young.set(id, value);
    this.doubles += doubles;
    if (this.young.size < mostCells && this.doubles < mostDoubles) return;
    this.old = this.young;
    this.young = new Map();
    this.doubles = 0;
  }
}
