/** A node of the network as a place on the page. */
import type { CellId } from '../engine/types';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The lanes that have a node in each column. */
export type NodeLane = 'x' | 'S' | 'C' | 'Y' | 'E' | 'd';

export interface NodeBox {
  /** The cell whose value stands in it. */
  readonly id: CellId;
  readonly lane: NodeLane;
  readonly t: number;
  /** Where the value's cells stand. */
  readonly box: Box;
  /** Where the gradient's cells stand: under the value for one number, beside it for several. */
  readonly gradient?: Box;
  /** Entries of the vector. */
  readonly rows: number;
  /** Entries stand in so many columns (a long vector enlarged). */
  readonly across: number;
  /** Type size of its numbers; 0: cells without numbers. */
  readonly type: number;
  /** Type size of the gradient's numbers; 0: none. */
  readonly gradientType: number;
  /** Where its name stands, and from where it is written. */
  readonly name: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'middle' | 'end' };
  /** Whether the name is written; in narrow columns only some are. */
  readonly isNamed: boolean;
}
