/** A result as a person types it: numbers, and how exactly each of them was told. */
import { mistakes as text } from '../../messages/mistakes';
import { paste } from '../../messages/paste';
import { parseEntries, readEntry, shapeIn, withoutPower } from '../../tasks/parse';

export interface TypedEntry {
  readonly value: number;
  /** Half a unit of the last digit that was typed; 0 for what is not finite. */
  readonly tolerance: number;
  /** Significant digits. */
  readonly digits: number;
}

/** What was typed, row by row. */
export interface Typed {
  readonly rows: number;
  readonly cols: number;
  readonly entries: readonly TypedEntry[];
}

/**
 * Reads a typed or pasted number, vector or matrix. A single number may have a decimal comma; NaN and ∞ are results, too.
 *
 * @returns what was typed, in its own shape, or a sentence that says what is wrong with it
 */
export function readTyped(source: string): Typed | { readonly error: string } {
  const plain = source
    // The app parts thousands by narrow spaces.
    .replace(/(?<=\d)[\u202f\u00a0](?=\d{3})/g, '')
    .trim()
    .replace(/^([^,.\s]*),([^,.\s]*)$/, '$1.$2');
  if (plain === '') return { error: text.nothingTyped };
  const parsed = parseEntries(plain, readTypedEntry);
  if ('error' in parsed) return parsed;
  const { rows } = parsed;
  return { rows: rows.length, cols: rows[0].length, entries: rows.flat() };
}

/** What was typed, laid out as the result is: a vector may lie or stand. A sentence where it has another shape. */
export function asShape(
  typed: Typed,
  name: string,
  rows: number,
  cols: number,
): Typed | { readonly error: string } {
  if (typed.rows === rows && typed.cols === cols) return typed;
  const isVector = (rows === 1 || cols === 1) && (typed.rows === 1 || typed.cols === 1);
  if (isVector && typed.entries.length === rows * cols) return { ...typed, rows, cols };
  const found = Array.from({ length: typed.rows }, () => new Array<number>(typed.cols).fill(0));
  const wanted = rows * cols === 1 ? text.oneNumber : paste.size(rows, cols);
  return { error: paste.otherShape(name, wanted, shapeIn(found)) };
}

const named: Readonly<Record<string, number>> = {
  nan: Number.NaN,
  inf: Number.POSITIVE_INFINITY,
  infinity: Number.POSITIVE_INFINITY,
  '∞': Number.POSITIVE_INFINITY,
};

function readTypedEntry(entry: string): TypedEntry | string {
  const [, sign, word] = /^([-+]?)(\D+)$/.exec(entry.toLowerCase()) ?? [];
  if (word !== undefined && word in named)
    return { value: sign === '-' ? -named[word] : named[word], tolerance: 0, digits: 0 };
  const value = readEntry(entry);
  if (typeof value === 'string') return value;
  const [mantissa, power = '0'] = withoutPower(entry).toLowerCase().split('e');
  const [whole, fraction = ''] = mantissa.replace(/^[-+]/, '').split('.');
  const digits = (whole + fraction).replace(/^0+(?=.)/, '').length;
  return { value, tolerance: 0.5 * 10 ** (Number(power) - fraction.length), digits };
}
