/** Editing single numbers and pasting whole matrices and sequences. */
import type { CellId } from '../engine';
import { messages } from '../messages';
import { label } from '../notation';
import { type Parsed, parseMatrix, parseSequence, type Rows } from '../tasks/parse';
import type { WeightName } from '../tasks/seeded';
import { errorSteps, limits, type Setup, valuesOf, weightKey, weightSizes } from '../tasks/setup';
import { type Change, change } from './change';
import type { State } from './state';
import { store } from './state';

const text = messages.store;

type Entries = Readonly<Record<string, number>>;

/**
 * Sets one number: `x3.0`, `d3.0`, `S0.0`, `Ws.0.1`, `bs.0` (row and column from 0). A weight that was trained is
 * changed where it stands; an entry of a scaled Ws keeps the others and ends the scaling.
 *
 * @returns a sentence if it cannot be done, else null
 */
export function editEntry(key: string, value: number): string | null {
  if (!Number.isFinite(value)) return text.notFinite;
  if (!isEntryKey(key)) return text.noSuchEntry(key);
  change((now) => entriesChange(now, { [key]: value + 0 }));
  return null;
}

/**
 * Takes pasted text into a cell: a weight, `x3`, `d3`, `S0`, or `x` and `d` for the whole sequence.
 *
 * @param options.setsLength lets a sequence of another length set T (at most 60)
 * @returns a sentence that says what is wrong with the text, else null
 */
export function pasteCell(
  cellId: CellId,
  pasted: string,
  options: { readonly setsLength?: boolean } = {},
): string | null {
  const { setup } = store.getState();
  const target = targetOf(cellId, setup, options.setsLength ?? false);
  if (!target) return text.noSuchCell(cellId);
  const parsed = target.parse(pasted);
  if ('error' in parsed) return parsed.error;
  const entries = target.entries(parsed.rows);
  change((now) =>
    entriesChange(now, entries, target.isSequence ? target.lengthAfter(parsed.rows) : undefined),
  );
  return null;
}

interface Target {
  parse(pasted: string): Parsed;
  entries(rows: Rows): Entries;
  readonly isSequence: boolean;
  /** T once the sequence is in. */
  lengthAfter(rows: Rows): number;
}

/** How a cell takes text; undefined for one that is computed, or that the network does not have. */
function targetOf(cellId: CellId, setup: Setup, setsLength: boolean): Target | undefined {
  const { T, X, H, Y } = setup;
  const single = { isSequence: false, lengthAfter: () => T };
  const weight = weightSizes(setup).get(cellId as WeightName);
  if (weight) {
    const [rows, cols] = weight;
    return {
      ...single,
      parse: (pasted) => parseMatrix(pasted, cellId, rows, cols),
      entries: (found) => keyed(found, (row, col) => weightKey(cellId as WeightName, row, col)),
    };
  }
  const [, lane, step] = /^(x|d|S)(\d*)$/.exec(cellId) ?? [];
  const size = { x: X, d: Y, S: H }[lane];
  if (size === undefined) return undefined;
  if (step !== '') {
    const t = Number(step);
    if (lane === 'S' ? t !== 0 : t < 1 || t > T) return undefined;
    return {
      ...single,
      parse: (pasted) => parseMatrix(pasted, label(cellId), size, 1),
      entries: (found) => keyed(found, (row) => `${cellId}.${row}`),
    };
  }
  if (lane === 'S') return undefined;
  const steps = lane === 'x' ? Array.from({ length: T }, (_, index) => index + 1) : errorSteps(setup);
  // A target at the last step only has no length of its own.
  const isFree = setsLength && steps.length === T && (lane === 'x' || setup.errorAt === 'every');
  return {
    isSequence: isFree,
    lengthAfter: (found) => found.length,
    parse: (pasted) => parseSequence(pasted, lane, isFree ? limits.T : steps.length, size),
    entries: (found) => keyed(found, (row, col) => `${lane}${isFree ? row + 1 : steps[row]}.${col}`),
  };
}

const keyed = (rows: Rows, key: (row: number, col: number) => string): Entries =>
  Object.fromEntries(rows.flatMap((row, i) => row.map((value, j) => [key(i, j), value])));

/** The change that sets some entries, and T where a sequence brings its own. */
function entriesChange(now: State, entries: Entries, T: number = now.setup.T): Change {
  const { trained, setup } = now;
  const isWeights = /^[Wb]/.test(Object.keys(entries)[0]);
  if (isWeights && trained) return { trained: withEntries(trained, setup, entries), errorBefore: null };
  const isScaled = setup.scale !== null && Object.keys(entries).some((key) => key.startsWith('Ws'));
  const standing = isScaled ? matrixEntries(setup) : {};
  const next: Setup = {
    ...setup,
    T,
    scale: isScaled ? null : setup.scale,
    edits: { ...setup.edits, ...standing, ...entries },
  };
  return { setup: next, errorBefore: null, chartOf: now.chartOf === setup.T ? T : now.chartOf };
}

/** Ws as it stands, entry by entry, so that the number that is typed is exactly what will be there. */
function matrixEntries(setup: Setup): Entries {
  const { Ws } = valuesOf(setup);
  return Object.fromEntries(
    Array.from(Ws, (value, index) => [weightKey('Ws', Math.floor(index / setup.H), index % setup.H), value]),
  );
}

function withEntries(
  trained: NonNullable<State['trained']>,
  setup: Setup,
  entries: Entries,
): State['trained'] {
  const next = { ...trained };
  for (const [name, [rows, cols]] of weightSizes(setup)) {
    const weight = Float64Array.from(trained[name]);
    for (let index = 0; index < rows * cols; index++) {
      const key = weightKey(name, Math.floor(index / cols), index % cols);
      if (Object.hasOwn(entries, key)) weight[index] = entries[key];
    }
    next[name] = weight;
  }
  return next;
}

/** Whether a key names an entry that some setup within the limits has. */
export function isEntryKey(key: string): boolean {
  const [, lane, step, row, col] = /^(x|d|S|bs|by|Wx|Ws|Wy)(\d*)\.(\d+)(?:\.(\d+))?$/.exec(key) ?? [];
  if (lane === undefined) return false;
  const canonical = [step, row, col ?? ''].every((part) => part === '' || String(Number(part)) === part);
  if (!canonical) return false;
  const isTimed = lane === 'x' || lane === 'd' || lane === 'S';
  if (isTimed !== (step !== '') || lane.startsWith('W') !== (col !== undefined)) return false;
  const [X, H, Y, T] = [limits.X[1], limits.H[1], limits.Y[1], limits.T[1]];
  const t = Number(step);
  if (lane === 'S' ? t !== 0 : isTimed && (t < 1 || t > T)) return false;
  const [rows, cols] = {
    x: [X, 1],
    d: [Y, 1],
    S: [H, 1],
    bs: [H, 1],
    by: [Y, 1],
    Wx: [H, X],
    Ws: [H, H],
    Wy: [Y, H],
  }[lane as 'x'];
  return Number(row) < rows && Number(col ?? 0) < cols;
}
