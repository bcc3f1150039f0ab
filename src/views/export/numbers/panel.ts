/** What the numbers of a panel are, before they are written as CSV or JSON. */
import type { State } from '../../../store';

/** Matrices of one size that belong to one thing: a cell, a step, a weight, an operation. */
export interface Entry {
  /** What they belong to, by column. Identifiers and whole numbers, plain ASCII. */
  readonly labels: Readonly<Record<string, string | number>>;
  /** The same for people: symbols and equations. CSV leaves them out, for spreadsheets guess a file's characters wrong. */
  readonly words?: Readonly<Record<string, string>>;
  readonly rows: number;
  readonly cols: number;
  /** Row-major, by column; undefined for what is not known yet, or what there is not. */
  readonly numbers: Readonly<Record<string, ArrayLike<number> | undefined>>;
}

/** How far the operations go: what is done at the playhead, or all there are. */
export type Scope = 'done' | 'all';

export interface Panel {
  /** The columns of `labels` and of `numbers`, in order. Names of a format, the same in every language. */
  readonly labels: readonly string[];
  readonly numbers: readonly string[];
  /** Whether an entry has rows and columns; else each of its numbers is a single one. */
  readonly isOfMatrices: boolean;
  /** Whether it is there; always unless named. */
  isThere?(state: State): boolean;
  /** Made one after the other, for all operations of a long sequence are hundreds of thousands of numbers. */
  entries(state: State, scope: Scope): Iterable<Entry>;
}
