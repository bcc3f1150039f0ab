/** Editing single numbers and pasting whole matrices and sequences. */
import type { CellId } from '../engine';
import { messages } from '../messages';
import { label, spoken } from '../notation';
import { type Parsed, parseMatrix, parseSequence, type Rows } from '../tasks/parse';
import type { WeightName } from '../tasks/seeded';
import { errorSteps, everyStep, limits, type Setup, valuesOf, weightKey, weightSizes } from '../tasks/setup';
import { type Change, change } from './change';
import { isEntryKey } from './entry-key';
import { asTargets, type Entries, withShares } from './probabilities';
import { type State, store } from './state';

const text = messages.store;

/**
 * Sets one number: `x3.0`, `d3.0`, `S0.0`, `C0.0`, `Ws.0.1`, `bs.0` (row and column from 0). A weight that was trained
 * is changed where it stands; an entry of a scaled Ws keeps the others and ends the scaling; with softmax, a target is a
 * probability, and the other classes of its step share what is left of 1.
 *
 * @returns a sentence if it cannot be done, else null
 */
export function editEntry(key: string, value: number): string | null {
  if (!Number.isFinite(value)) return text.notFinite;
  if (!isEntryKey(key)) return text.noSuchEntry(key);
  const entries = withShares(store.getState().setup, key, value + 0);
  if (typeof entries === 'string') return entries;
  change((now) => entriesChange(now, entries));
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
  if (!target) return text.noSuchCell(label(cellId));
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
      parse: (pasted) => parseMatrix(pasted, spoken(cellId), rows, cols),
      entries: (found) => keyed(found, (row, col) => weightKey(cellId as WeightName, row, col)),
    };
  }
  const [, lane, step] = /^(x|d|S|C)(\d*)$/.exec(cellId) ?? [];
  const size = { x: X, d: Y, S: H, C: setup.cell === 'lstm' ? H : undefined }[lane];
  const isState = lane === 'S' || lane === 'C';
  const checked = (parsed: Parsed, isSingle: boolean) =>
    lane === 'd' ? asTargets(parsed, setup, isSingle) : parsed;
  if (size === undefined) return undefined;
  if (step !== '') {
    const t = Number(step);
    if (isState ? t !== 0 : t < 1 || t > T) return undefined;
    return {
      ...single,
      parse: (pasted) => checked(parseMatrix(pasted, label(cellId), size, 1), true),
      entries: (found) => keyed(found, (row) => `${cellId}.${row}`),
    };
  }
  if (isState) return undefined;
  const steps = lane === 'x' ? everyStep(T) : errorSteps(setup);
  // A target at the last step only has no length of its own.
  const isFree = setsLength && steps.length === T && (lane === 'x' || setup.errorAt === 'every');
  return {
    isSequence: isFree,
    lengthAfter: (found) => found.length,
    parse: (pasted) => checked(parseSequence(pasted, lane, isFree ? limits.T : steps.length, size), false),
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
