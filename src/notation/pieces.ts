import { numbersIn } from '../engine';
import type { CellId, Trace } from '../engine/types';
import type { Expression } from './expression';
import { numberTex } from './number-tex';
import { alignNumbers, formatNumber } from './numbers';
import { pointable } from './tex';

/** How finely numbers are written: digits, and how many rows or columns of a matrix are shown before `⋯`. */
export interface Fineness {
  readonly digits: number;
  readonly most: number;
}

/** A piece of TeX and how wide it is, in em: equations are fitted before they are drawn. */
export interface Piece {
  readonly tex: string;
  readonly width: number;
  readonly rows: number;
  /** A single number with a minus, which needs parentheses unless it leads. */
  readonly isNegative?: boolean;
}

const digitWidth = 0.5;
const gap = 0.56;
const bracket = 0.7;
export const relationWidth = 1.35;
export const signWidth = 1.25;

const widths: Readonly<Record<string, number>> = { '−': 0.78, '.': 0.28, '\u202f': 0.17, '×': 1.22, '∞': 1 };
const superscript = /[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]/;
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (widths[sign] ?? (superscript.test(sign) ? 0.4 : digitWidth)), 0);

const number = (value: number): Piece => {
  const text = formatNumber(value);
  // In braces a minus is a sign, without the spaces of a subtraction.
  const isNegative = text.startsWith('−');
  return {
    tex: isNegative ? `{${numberTex(text)}}` : numberTex(text),
    width: widthOf(text),
    rows: 1,
    isNegative,
  };
};

/** Which of `count` rows or columns are shown: the first ones, `undefined` for the dots, and the last. */
const shown = (count: number, most: number): readonly (number | undefined)[] =>
  count <= most
    ? Array.from({ length: count }, (_, i) => i)
    : [...Array.from({ length: most - 1 }, (_, i) => i), undefined, count - 1];

const matrix = (values: ArrayLike<number>, rows: number, cols: number, fineness: Fineness): Piece => {
  const { entries, exponent } = alignNumbers(values, fineness.digits);
  const columns = shown(cols, fineness.most);
  const lines = shown(rows, fineness.most);
  const columnWidths = columns.map((c) =>
    c === undefined
      ? 1.2
      : Math.max(...lines.map((r) => (r === undefined ? 0.3 : widthOf(entries[r * cols + c])))),
  );
  const body = lines
    .map((r) =>
      columns
        .map((c) => {
          if (r === undefined) return c === undefined ? '\\ddots' : '\\vdots';
          return c === undefined ? '\\cdots' : numberTex(entries[r * cols + c]);
        })
        .join(' & '),
    )
    .join(' \\\\ ');
  const factor = exponent === 0 ? '' : `10^{${exponent}}`;
  return {
    tex: `${factor}\\begin{bmatrix}${body}\\end{bmatrix}`,
    width:
      columnWidths.reduce((sum, width) => sum + width + gap, -gap) + 2 * bracket + (exponent === 0 ? 0 : 1.9),
    rows: lines.length,
  };
};

const transposed = (values: ArrayLike<number>, rows: number, cols: number): Float64Array => {
  const turned = new Float64Array(rows * cols);
  for (let r = 0; r < rows; r++) for (let c = 0; c < cols; c++) turned[c * rows + r] = values[r * cols + c];
  return turned;
};

const bracketed = (piece: Piece): Piece => ({
  tex: piece.rows > 1 ? `\\left(${piece.tex}\\right)` : `(${piece.tex})`,
  width: piece.width + (piece.rows > 1 ? 1.2 : 0.8),
  rows: piece.rows,
});

/** Pieces beside each other. */
export const join = (pieces: readonly Piece[], between: string, betweenWidth: number): Piece => ({
  tex: pieces.map(({ tex }) => tex).join(between),
  width: pieces.reduce((sum, { width }) => sum + width + betweenWidth, -betweenWidth),
  rows: Math.max(...pieces.map(({ rows }) => rows)),
});

/** Writes expressions with a run's numbers. */
export class Writer {
  constructor(
    private readonly trace: Trace,
    private readonly fineness: Fineness,
    private readonly hidden?: CellId,
  ) {}

  /** `isLeading`: nothing stands before it, so a minus needs no parentheses. */
  piece(expression: Expression, isLeading: boolean): Piece {
    switch (expression.kind) {
      case 'cell':
        return this.cell(expression.id, expression.isTransposed, isLeading);
      case 'product':
        return this.product(expression.of, '\\,', isLeading);
      case 'entrywise':
        return this.product(expression.of, ' \\odot ', isLeading);
      case 'list':
        return join(
          expression.of.map((each) => this.piece(each, true)),
          ',\\, ',
          0.5,
        );
      case 'sum':
        return join(
          expression.of.map(({ sign, of }, i) => {
            const piece = this.piece(of, i === 0 && isLeading);
            return i === 0 && sign === '+' ? piece : { ...piece, tex: `${sign} ${piece.tex}` };
          }),
          ' ',
          signWidth,
        );
      case 'fraction': {
        const top = this.piece(expression.top, true);
        const bottom = this.piece(expression.bottom, true);
        return {
          tex: `\\frac{${top.tex}}{${bottom.tex}}`,
          width: Math.max(top.width, bottom.width) + 0.3,
          rows: 2,
        };
      }
      case 'call': {
        const of = this.piece(expression.of, true);
        const name = { tex: expression.name.tex, width: 2, rows: 1 };
        return join([name, { ...of, tex: `\\left(${of.tex}\\right)`, width: of.width + 0.9 }], '', 0);
      }
      case 'square': {
        const of = this.piece(expression.of, true);
        // A power of ten in it would be squared alone, and TeX refuses two exponents in a row.
        const isCompound = expression.of.kind === 'sum' || of.isNegative || of.tex.includes('10^{');
        const base = isCompound ? bracketed(of) : of;
        return {
          ...base,
          tex: `${base.tex}^{${expression.isEntrywise ? '\\odot 2' : '2'}}`,
          width: base.width + 0.5,
        };
      }
      case 'norm': {
        const of = this.piece(expression.of, true);
        return {
          ...of,
          tex: `\\left\\lVert ${of.tex} \\right\\rVert${expression.isSquared ? '^2' : ''}`,
          width: of.width + 1.6,
        };
      }
      case 'power': {
        const base = this.piece(expression.base, true);
        const exponent = this.piece(expression.exponent, true);
        return {
          ...base,
          tex: `{${base.tex}}^{${exponent.tex}}`,
          width: base.width + 0.7 * exponent.width,
        };
      }
      case 'root': {
        const of = this.piece(expression.of, true);
        return { ...of, tex: `\\sqrt{${of.tex}}`, width: of.width + 0.9 };
      }
      case 'numbers': {
        const { values, cols } = expression;
        return this.values(values, values.length / cols, cols, isLeading);
      }
      case 'written':
        return {
          tex:
            expression.cell === undefined ? expression.as.tex : pointable(expression.cell, expression.as.tex),
          width: expression.as.text.length * 0.6,
          rows: 1,
        };
      case 'cases':
        return this.piece(expression.of[0][0], isLeading);
    }
  }

  private product(factors: readonly Expression[], ofMatrices: string, isLeading: boolean): Piece {
    const pieces = factors.map((factor, i) => {
      const piece = this.piece(factor, i === 0 && isLeading);
      return factor.kind === 'sum' ? bracketed(piece) : piece;
    });
    const isPlain = factors.every((factor) => this.isSingle(factor));
    const between = isPlain ? ' \\cdot ' : ofMatrices;
    return join(pieces, between, between === '\\,' ? 0.17 : 0.8);
  }

  private isSingle(expression: Expression): boolean {
    if (expression.kind === 'cell') {
      const shape = this.trace.plan.cells.get(expression.id);
      return shape === undefined || shape.rows * shape.cols === 1;
    }
    if (expression.kind === 'sum') return expression.of.every(({ of }) => this.isSingle(of));
    return expression.kind !== 'numbers' || expression.values.length === 1;
  }

  private cell(id: CellId, isTransposed: boolean, isLeading: boolean): Piece {
    const shape = this.trace.plan.cells.get(id);
    const values = numbersIn(this.trace, id);
    if (shape === undefined || values === undefined)
      throw new Error(`There is no cell ${id} to write in numbers.`);
    const { rows, cols } = shape;
    if (this.isHidden(id)) return { tex: pointable(id, '\\textsf{?}'), width: 0.6, rows: 1 };
    const piece = isTransposed
      ? this.values(transposed(values, rows, cols), cols, rows, isLeading)
      : this.values(values, rows, cols, isLeading);
    return { ...piece, tex: pointable(id, piece.tex) };
  }

  /** Also under another name: a weight's whole gradient is the last of its sums. */
  private isHidden(id: CellId): boolean {
    if (this.hidden === undefined) return false;
    const { cells } = this.trace.plan;
    const known = cells.get(this.hidden)?.doneAt ?? 0;
    return id === this.hidden || (known > 0 && cells.get(id)?.doneAt === known);
  }

  private values(values: ArrayLike<number>, rows: number, cols: number, isLeading: boolean): Piece {
    if (rows * cols > 1) return matrix(values, rows, cols, this.fineness);
    const piece = number(values[0]);
    return piece.isNegative && !isLeading ? bracketed(piece) : piece;
  }
}
