import type { CellId, Trace } from '../engine/types';
import type { Relation } from './expression';
import { type Fineness, join, type Piece, relationWidth, signWidth, Writer } from './pieces';
import { texSigns } from './tex';

/** An equation in numbers, laid out. */
export interface Figures {
  readonly tex: string;
  /** Whether matrices or vectors stand in it: then the type is smaller. */
  readonly isMatrix: boolean;
  /** Height in lines of type, for reserving room. */
  readonly lines: number;
  /** Whether no line is wider than the room; a wider one can be scrolled. */
  readonly isFitting: boolean;
  /** Whether matrices of up to eight rows and columns are written out, without dots. */
  readonly isWhole: boolean;
}

/** What may stand on a line of its own: the left side, `= …`, and each further summand. */
const tokens = (relation: Relation, writer: Writer): readonly Piece[] => [
  writer.piece(relation.left, true),
  ...relation.steps.flatMap(({ sign, of }) => {
    const summands = of.kind === 'sum' ? of.of : [{ sign: '+', of } as const];
    return summands.map((summand, i): Piece => {
      const piece = writer.piece(summand.of, i === 0 && summand.sign === '+');
      const isFirst = i === 0;
      const lead = isFirst ? `{}${texSigns[sign]}{}` : `{}${summand.sign}{}`;
      const minus = isFirst && summand.sign === '-' ? '-' : '';
      return {
        tex: `${lead} ${minus}${piece.tex}`,
        width: piece.width + (isFirst ? relationWidth : signWidth),
        rows: piece.rows,
      };
    });
  }),
];

const breakLines = (pieces: readonly Piece[], room: number): readonly Piece[] =>
  pieces.reduce<Piece[]>((lines, piece) => {
    const last = lines.at(-1);
    const indent = lines.length === 0 ? 0 : 1;
    if (last === undefined || last.width + piece.width > room)
      lines.push(
        indent === 0 ? piece : { ...piece, tex: `\\quad ${piece.tex}`, width: piece.width + indent },
      );
    else lines[lines.length - 1] = join([last, piece], ' ', 0);
    return lines;
  }, []);

/** Above so many lines an equation pushes its own sentence out of sight; it is shortened first. */
const mostLines = 14;

/** Rows and columns that a matrix may have and still be written out. */
const MOST = 8;

const finenesses: readonly (Fineness & { readonly isOneLine: boolean })[] = [
  { digits: 3, most: MOST, isOneLine: true },
  { digits: 2, most: MOST, isOneLine: true },
  { digits: 2, most: MOST, isOneLine: false },
  ...[7, 6, 5, 4, 3, 2].map((most) => ({ digits: 2, most, isOneLine: false })),
];

/** Whether a vector or matrix stands in the equations, so that they are set in smaller type. */
const holdsMatrix = (pieces: readonly Piece[]): boolean => pieces.some(({ tex }) => tex.includes('bmatrix'));

/**
 * Equations with this run's numbers, fitted into a width: three digits on one line if they fit, then two, then several
 * lines, then matrices shortened by dots.
 * @param room the width there is in em of the type used: for equations of single numbers, and for those with matrices
 * @param hidden a cell whose numbers are not written: `?` stands for them
 */
export const figures = (
  relations: readonly Relation[],
  trace: Trace,
  room: { readonly plain: number; readonly matrix: number },
  hidden?: CellId,
): Figures => {
  let laidOut: readonly Piece[] = [];
  let isMatrix = false;
  let isFitting = false;
  let isWhole = false;
  for (const fineness of finenesses) {
    const writer = new Writer(trace, fineness, hidden);
    const perRelation = relations.map((relation) => tokens(relation, writer));
    isMatrix = perRelation.some(holdsMatrix);
    const width = isMatrix ? room.matrix : room.plain;
    const broken = perRelation.map((pieces) => breakLines(pieces, width));
    laidOut = broken.flat();
    isFitting = laidOut.every((line) => line.width <= width);
    isWhole = fineness.most === MOST;
    const lines = laidOut.reduce((sum, { rows }) => sum + rows, 0);
    if (
      isFitting &&
      lines <= mostLines &&
      (!fineness.isOneLine || !isMatrix || broken.every((lines) => lines.length === 1))
    )
      break;
  }
  return {
    tex: `\\begin{aligned}${laidOut.map(({ tex }) => `& ${tex}`).join(' \\\\[4pt] ')}\\end{aligned}`,
    isMatrix,
    isFitting,
    isWhole,
    lines: laidOut.reduce((sum, { rows }) => sum + rows, 0),
  };
};
