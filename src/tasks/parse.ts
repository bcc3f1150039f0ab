/** Numbers as people paste them: lines of a table, Python, NumPy, PyTorch or MATLAB. */
import { paste as text } from '../messages/paste';
import { type Place, scan, type Token } from './scan';

export type Rows = readonly (readonly number[])[];

/** What a text says, or a sentence that says what is wrong with it and where. */
export type Parsed = { readonly rows: Rows } | { readonly error: string };

/** More than any sequence or matrix of the app can hold, with room for spaces and full doubles. */
const LONGEST = 100_000;

/**
 * Reads rows of numbers: a row per line, per `;` or per pair of inner brackets; entries apart by spaces, commas or tabs.
 * A name and `=`, and `tensor(…)` or `array(…)` with its options, may stand around it. Every row is equally long.
 */
export function parseRows(source: string): Parsed {
  return parseEntries(source, readEntry);
}

/**
 * Reads rows of whatever `read` makes of an entry; a sentence instead says why it cannot be taken.
 *
 * @param read takes the entry as it was typed, with plain minus signs
 */
export function parseEntries<Entry>(
  source: string,
  read: (entry: string) => Entry | string,
): { readonly rows: readonly (readonly Entry[])[] } | { readonly error: string } {
  if (source.length > LONGEST) return { error: text.tooLong };
  const tokens = scan(source);
  const problem = checkBrackets(tokens);
  if (problem) return { error: problem };
  const found = collectRows(tokens, read);
  if (!Array.isArray(found)) return { error: found.error };
  if (found.length === 0) return { error: text.empty };
  const first = found[0].length;
  const other = found.findIndex((row) => row.length !== first);
  if (other > 0) return { error: hinted(source, text.ragged(other + 1, found[other].length, first)) };
  return { rows: found };
}

/** Reads a matrix of the size that `name` has; a vector may lie or stand. */
export function parseMatrix(source: string, name: string, rows: number, cols: number): Parsed {
  const parsed = parseRows(source);
  if ('error' in parsed) return parsed;
  const found = parsed.rows;
  if (found.length === rows && found[0].length === cols) return parsed;
  if ((rows === 1 || cols === 1) && isVectorOf(found, rows * cols)) {
    const flat = found.flat();
    return { rows: cols === 1 ? flat.map((value) => [value]) : [flat] };
  }
  return { error: hinted(source, text.otherShape(name, text.size(rows, cols), shapeIn(found))) };
}

/**
 * Reads a sequence, one row per time step; where a step is one number, the steps may stand in one row.
 *
 * @param steps how many steps it must have, or the least and the most that it may have
 */
export function parseSequence(
  source: string,
  name: string,
  steps: number | readonly [least: number, most: number],
  size: number,
): Parsed {
  const parsed = parseRows(source);
  if ('error' in parsed) return parsed;
  const isLying = size === 1 && parsed.rows.length === 1;
  const rows = isLying ? parsed.rows[0].map((value) => [value]) : parsed.rows;
  const [least, most] = typeof steps === 'number' ? [steps, steps] : steps;
  if (rows[0].length !== size) {
    return { error: hinted(source, text.otherShape(name, text.perStep(size), shapeIn(parsed.rows))) };
  }
  if (rows.length < least || rows.length > most) {
    const wanted = least === most ? text.steps(least) : text.stepsBetween(least, most);
    return { error: hinted(source, text.otherLength(name, wanted, rows.length)) };
  }
  return { rows };
}

/** Where numbers were perhaps written with decimal commas, it is said that a comma parts them. */
const hinted = (source: string, problem: string): string =>
  /\d,\d/.test(source) && !source.includes('.') ? `${problem} ${text.decimalComma}` : problem;

const isVectorOf = (rows: Rows, length: number): boolean =>
  (rows.length === 1 || rows[0].length === 1) && rows.length * rows[0].length === length;

/** Rows and columns of what was typed, in words. */
export const shapeIn = (rows: readonly (readonly unknown[])[]): string =>
  text.rows(rows.length, rows[0].length);

const where = ({ line, column }: Place): string => text.where(line, column);

/** Brackets pair up and are at most two deep. */
function checkBrackets(tokens: readonly Token[]): string | undefined {
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.kind === 'open') open.push(token);
    if (token.kind === 'close' && open.pop() === undefined) return where(token) + text.closesNothing;
    if (open.length > 2) return where(token) + text.tooDeep;
  }
  const unclosed = open.at(-1);
  return unclosed && where(unclosed) + text.neverClosed;
}

/** The rows that the tokens say. With inner brackets they alone make rows; else lines, `;` and brackets do. */
function collectRows<Entry>(
  tokens: readonly Token[],
  read: (entry: string) => Entry | string,
): Entry[][] | { error: string } {
  const isNested = tokens.some((token, i) => token.kind === 'open' && tokens[i - 1]?.kind === 'open');
  const rows: Entry[][] = [];
  let row: Entry[] = [];
  let depth = 0;
  let before: Token['kind'] | undefined;
  const endRow = () => {
    if (row.length > 0) rows.push(row);
    row = [];
  };
  for (const token of tokens) {
    if (token.kind === 'line' && (isNested || (depth > 0 && before === 'comma'))) continue;
    if (token.kind === 'number') {
      const value = read(token.text);
      if (typeof value === 'string') return { error: where(token) + value };
      if (isNested && depth < 2) return { error: where(token) + text.outside };
      row.push(value);
    } else if (token.kind === 'comma') {
      const isMissing = before !== 'number' && before !== 'close';
      if (isMissing) return { error: where(token) + text.missing };
    } else {
      if (token.kind === 'open') depth++;
      if (token.kind === 'close') depth--;
      endRow();
    }
    before = token.kind;
  }
  endRow();
  return rows;
}

/** The number that an entry says, or a sentence why it is none. */
export function readEntry(entry: string): number | string {
  const plain = withoutPower(entry);
  if (/^[-+]?(nan|inf|infinity|∞)$/i.test(plain)) return text.notFinite(entry);
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain)) return text.notANumber(entry);
  const value = Number(plain);
  return Number.isFinite(value) ? value + 0 : text.tooLarge(entry);
}

/** An entry with its power of ten as programs write it: `1.2×10⁻³` is `1.2e-3`, `10⁻⁵` is `1e-5`. */
export const withoutPower = (entry: string): string =>
  entry
    .replace(/^([-+]?)(10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/, '$11×$2')
    .replace(/×10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/, (_, power: string) => `e${lowered(power)}`);

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const lowered = (power: string): string =>
  [...power].map((sign) => (sign === '⁻' ? '-' : raised.indexOf(sign))).join('');
