import type { CellId } from '../engine/types';

/**
 * What stands in an equation, as a tree. The same tree is written in symbols, in numbers, in one line of plain text
 * and for the ear, so the four cannot disagree.
 */
export type Expression =
  | { readonly kind: 'cell'; readonly id: CellId; readonly isTransposed: boolean }
  /** A matrix product, or plain multiplication where all are single numbers. */
  | { readonly kind: 'product'; readonly of: readonly Expression[] }
  /** What a function of several is given: `a, b`. */
  | { readonly kind: 'list'; readonly of: readonly Expression[] }
  /** ⊙: entry by entry. */
  | { readonly kind: 'entrywise'; readonly of: readonly Expression[] }
  | { readonly kind: 'sum'; readonly of: readonly Summand[] }
  | { readonly kind: 'fraction'; readonly top: Expression; readonly bottom: Expression }
  /** A function of one expression; `tex` may be a command. */
  | { readonly kind: 'call'; readonly name: Written; readonly of: Expression }
  /** Square of a single number, or of every entry. */
  | { readonly kind: 'square'; readonly of: Expression; readonly isEntrywise: boolean }
  | { readonly kind: 'power'; readonly base: Expression; readonly exponent: Expression }
  | { readonly kind: 'norm'; readonly of: Expression; readonly isSquared: boolean }
  /** Square root of a single number, or of every entry. */
  | { readonly kind: 'root'; readonly of: Expression }
  /** A constant, or numbers that no cell holds (slopes): a column, or rows of `cols`, if there are several. */
  | { readonly kind: 'numbers'; readonly values: ArrayLike<number>; readonly cols: number }
  /** Something with a spelling of its own. `cell`: what it points at. */
  | { readonly kind: 'written'; readonly as: Written; readonly cell?: CellId }
  | { readonly kind: 'cases'; readonly of: readonly (readonly [Expression, Relation | undefined])[] };

export interface Summand {
  readonly sign: '+' | '-';
  readonly of: Expression;
}

/** A spelling in TeX, in plain text and for the ear. */
export interface Written {
  readonly tex: string;
  readonly text: string;
  readonly spoken: string;
}

export type Sign = '=' | '>' | '≤';

/** `left = a = b`, or `left > a`. */
export interface Relation {
  readonly left: Expression;
  readonly steps: readonly { readonly sign: Sign; readonly of: Expression }[];
}

export const cell = (id: CellId): Expression => ({ kind: 'cell', id, isTransposed: false });
export const transpose = (id: CellId): Expression => ({ kind: 'cell', id, isTransposed: true });
export const product = (...of: Expression[]): Expression => ({ kind: 'product', of });
export const entrywise = (...of: Expression[]): Expression => ({ kind: 'entrywise', of });
export const plus = (...of: Expression[]): Expression =>
  of.length === 1 ? of[0] : { kind: 'sum', of: of.map((summand) => ({ sign: '+', of: summand })) };
export const minus = (from: Expression, what: Expression): Expression => ({
  kind: 'sum',
  of: [
    { sign: '+', of: from },
    { sign: '-', of: what },
  ],
});
export const fraction = (top: Expression, bottom: Expression): Expression => ({
  kind: 'fraction',
  top,
  bottom,
});
export const call = (name: Written, of: Expression): Expression => ({ kind: 'call', name, of });
export const square = (of: Expression, isEntrywise = false): Expression => ({
  kind: 'square',
  of,
  isEntrywise,
});
export const normOf = (of: Expression): Expression => ({ kind: 'norm', of, isSquared: false });
export const squaredNorm = (of: Expression): Expression => ({ kind: 'norm', of, isSquared: true });
export const root = (of: Expression): Expression => ({ kind: 'root', of });
export const power = (base: Expression, exponent: Expression): Expression => ({
  kind: 'power',
  base,
  exponent,
});
/** −(…) as a whole right side. */
export const negative = (of: Expression): Expression => ({ kind: 'sum', of: [{ sign: '-', of }] });
export const list = (...of: Expression[]): Expression => ({ kind: 'list', of });
export const numbers = (values: ArrayLike<number>, cols = 1): Expression => ({
  kind: 'numbers',
  values,
  cols,
});
export const constant = (value: number): Expression => numbers([value]);
export const written = (as: Written, of?: CellId): Expression => ({ kind: 'written', as, cell: of });
export const equals = (left: Expression, ...right: Expression[]): Relation => ({
  left,
  steps: right.map((of) => ({ sign: '=', of })),
});
export const compare = (left: Expression, sign: Sign, right: Expression): Relation => ({
  left,
  steps: [{ sign, of: right }],
});

/** Visits an expression and everything in it. */
const walk = (expression: Expression, visit: (part: Expression) => void): void => {
  visit(expression);
  const each = (parts: readonly Expression[]) => {
    for (const part of parts) walk(part, visit);
  };
  if (expression.kind === 'product' || expression.kind === 'entrywise' || expression.kind === 'list')
    each(expression.of);
  else if (expression.kind === 'sum') each(expression.of.map(({ of }) => of));
  else if (expression.kind === 'fraction') each([expression.top, expression.bottom]);
  else if (
    expression.kind === 'call' ||
    expression.kind === 'root' ||
    expression.kind === 'square' ||
    expression.kind === 'norm'
  )
    each([expression.of]);
  else if (expression.kind === 'power') each([expression.base, expression.exponent]);
  else if (expression.kind === 'cases') each(expression.of.map(([of]) => of));
};

/** The cells an equation points at, each once, in the order of reading. */
export const cellsIn = (relations: readonly Relation[]): readonly CellId[] => {
  const found = new Set<CellId>();
  const collect = (part: Expression) => {
    if (part.kind === 'cell') found.add(part.id);
    if (part.kind === 'written' && part.cell !== undefined) found.add(part.cell);
  };
  for (const { left, steps } of relations) {
    walk(left, collect);
    for (const { of } of steps) walk(of, collect);
  }
  return [...found];
};
