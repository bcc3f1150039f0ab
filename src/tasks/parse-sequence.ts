/**
 * A sequence as a table: one line for each time step, columns of inputs and of targets. A first line of names may say
 * which are which (`x1, x2, d1`); without it the last column is the target, and of a single column every number is to be
 * foretold from those before it.
 */
import { learning } from '../messages/learning';
import { readEntry } from './parse';
import { limits } from './setup';

const text = learning.typed;

export interface TypedSequence {
  readonly x: readonly (readonly number[])[];
  /** Null at a step whose targets are left empty: no error is taken there. */
  readonly d: readonly (readonly number[] | null)[];
}

interface Line {
  /** Its number in the text, from 1. */
  readonly number: number;
  readonly cells: readonly { readonly text: string; readonly column: number }[];
}

/** Reads a table, or says what is wrong with it and where. */
export function parseSequenceTable(source: string): TypedSequence | { readonly error: string } {
  const lines = linesOf(source);
  if (lines.length === 0) return { error: text.empty };
  const isNamed = lines[0].cells.some(({ text: cell }) => cell !== '' && numberIn(cell) === undefined);
  const roles = isNamed ? rolesByName(lines[0]) : rolesByPlace(lines[0].cells.length);
  if (!Array.isArray(roles)) return roles as { readonly error: string };
  const rows: (readonly (number | null)[])[] = [];
  for (const line of isNamed ? lines.slice(1) : lines) {
    const row = rowOf(line, roles);
    if ('error' in row) return row;
    rows.push(row.numbers);
  }
  if (rows.length === 0) return { error: text.onlyNames };
  return roles.includes('d') ? withTargets(rows, roles) : foretold(rows);
}

type Role = 'x' | 'd';

/** Lines with something in them, parted at semicolons or tabs where there are any, else at commas, else at spaces. */
function linesOf(source: string): readonly Line[] {
  const parting = source.includes(';')
    ? /;/
    : source.includes('\t')
      ? /\t/
      : source.includes(',')
        ? /,/
        : / +/;
  return source
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ line: line.trimEnd(), number: index + 1 }))
    .filter(({ line }) => line.trim() !== '' && !line.trimStart().startsWith('#'))
    .map(({ line, number }) => ({ number, cells: cellsOf(line, parting) }));
}

function cellsOf(line: string, parting: RegExp): Line['cells'] {
  let column = 1 + (line.length - line.trimStart().length);
  return line
    .trimStart()
    .split(parting)
    .map((cell) => {
      const at = column + (cell.length - cell.trimStart().length);
      column += cell.length + 1;
      return { text: cell.trim().replace(/^"(.*)"$/, '$1'), column: at };
    });
}

/** With another sign between the columns, a comma can only be a decimal one. */
function numberIn(cell: string): number | undefined {
  const value = readEntry(cell.replaceAll('−', '-').replace(/^([-+]?\d*),(\d+)$/, '$1.$2'));
  return typeof value === 'number' ? value : undefined;
}

function rolesByName({ cells, number }: Line): Role[] | { readonly error: string } {
  const roles: Role[] = [];
  for (const { text: name, column } of cells) {
    const role = /^x|^in/i.test(name) ? 'x' : /^[dy]|^target|^out/i.test(name) ? 'd' : undefined;
    if (!role) return { error: text.where(number, column) + text.noRole(name) };
    roles.push(role);
  }
  const [X, Y] = (['x', 'd'] as const).map((role) => roles.filter((one) => one === role).length);
  if (X === 0) return { error: text.where(number, 1) + text.noInput };
  return tooMany(X, Y) ?? roles;
}

function rolesByPlace(columns: number): Role[] | { readonly error: string } {
  const roles = Array.from({ length: columns }, (_, k): Role => (k > 0 && k === columns - 1 ? 'd' : 'x'));
  return tooMany(columns - Number(columns > 1), Number(columns > 1)) ?? roles;
}

function tooMany(X: number, Y: number): { readonly error: string } | undefined {
  if (X > limits.X[1]) return { error: text.tooManyColumns(X, limits.X[1]) };
  return Y > limits.Y[1] ? { error: text.tooManyColumns(Y, limits.Y[1]) } : undefined;
}

function rowOf(
  { number, cells }: Line,
  roles: readonly Role[],
): { readonly numbers: readonly (number | null)[] } | { readonly error: string } {
  if (cells.length !== roles.length)
    return { error: text.where(number, 1) + text.otherLength(cells.length, roles.length) };
  const numbers: (number | null)[] = [];
  for (const [k, { text: cell, column }] of cells.entries()) {
    if (cell === '' && roles[k] === 'd') {
      numbers.push(null);
      continue;
    }
    const value = numberIn(cell);
    if (value === undefined) {
      const problem = cell === '' ? text.missing : text.notANumber(cell);
      return { error: text.where(number, column) + problem };
    }
    numbers.push(value);
  }
  const targets = numbers.filter((_, k) => roles[k] === 'd');
  const isPart = targets.includes(null) && targets.some((target) => target !== null);
  return isPart ? { error: text.where(number, 1) + text.partOfTargets } : { numbers };
}

const tooLong = (T: number): { readonly error: string } | undefined =>
  T > limits.T[1] ? { error: text.tooLong(T, limits.T[1]) } : undefined;

function withTargets(
  rows: readonly (readonly (number | null)[])[],
  roles: readonly Role[],
): TypedSequence | { readonly error: string } {
  const part = (row: readonly (number | null)[], role: Role) => row.filter((_, k) => roles[k] === role);
  const d = rows.map((row) => part(row, 'd')).map((row) => (row.includes(null) ? null : (row as number[])));
  if (d.every((row) => row === null)) return { error: text.noTarget };
  return tooLong(rows.length) ?? { x: rows.map((row) => part(row, 'x') as number[]), d };
}

/** Each row is the target of the one before it. */
function foretold(rows: readonly (readonly (number | null)[])[]): TypedSequence | { readonly error: string } {
  const all = rows as readonly (readonly number[])[];
  if (all.length < 2) return { error: text.nothingToForetell };
  return tooLong(all.length - 1) ?? { x: all.slice(0, -1), d: all.slice(1) };
}
