import { run, type State } from '../../../store';
import { comparedIn } from '../../../store/comparing';
import type { Entry, Panel, Scope } from './panel';

/** JSON has no word for what is not finite; these are the words that links use as well. */
type Word = number | 'NaN' | 'Infinity' | '-Infinity';
type Nested = Word | readonly Word[] | readonly (readonly Word[])[];

const word = (value: number): Word => (Number.isFinite(value) ? value : (String(value) as Word));

/** A single number as itself, a column as a list, a matrix as a list of rows. */
function nested(values: ArrayLike<number>, rows: number, cols: number): Nested {
  const words = Array.from(values, word);
  if (rows * cols === 1) return words[0];
  if (cols === 1) return words;
  return Array.from({ length: rows }, (_, row) => words.slice(row * cols, (row + 1) * cols));
}

const objectOf = ({ labels, words, rows, cols, numbers }: Entry): Readonly<Record<string, unknown>> => ({
  ...labels,
  ...words,
  ...Object.fromEntries(
    Object.entries(numbers).map(([name, values]) => [name, values ? nested(values, rows, cols) : null]),
  ),
});

/**
 * A panel's numbers as JSON, a line for each thing: the setup and the place of the playhead first, full doubles, null where
 * nothing is known.
 */
export function* jsonLines(name: string, panel: Panel, state: State, scope: Scope): Generator<string> {
  const { plan } = run(state);
  yield '{';
  yield `  "from": "Unrolled",`;
  yield `  "panel": ${JSON.stringify(name)},`;
  yield `  "setup": ${JSON.stringify(state.setup)},`;
  yield `  "updates": ${state.updates},`;
  // Of one that is compared the setup above says which is chosen, this what the others are.
  if (panel.isThere) yield `  "compared": ${JSON.stringify(comparedIn(state).map(({ setup }) => setup))},`;
  yield `  "operations": { "done": ${state.playhead}, "all": ${plan.ops.length} },`;
  yield '  "numbers": [';
  // Held back by one: only what is followed by another has a comma.
  let last: string | undefined;
  for (const entry of panel.entries(state, scope)) {
    if (last !== undefined) yield `${last},`;
    last = `    ${JSON.stringify(objectOf(entry))}`;
  }
  if (last !== undefined) yield last;
  yield '  ]';
  yield '}';
}
