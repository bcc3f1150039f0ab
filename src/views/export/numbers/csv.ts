import { csvFormatRow } from 'd3';
import { copyNumber } from '../../../notation';
import type { State } from '../../../store';
import type { Entry, Panel, Scope } from './panel';

/**
 * A panel's numbers as CSV (RFC 4180, but for lines that end in a line feed alone): one line for each entry of a matrix,
 * full doubles, empty where nothing is known. Rows and columns are counted from 1.
 */
export function* csvLines(panel: Panel, state: State, scope: Scope): Generator<string> {
  const place = panel.isOfMatrices ? ['row', 'column'] : [];
  yield csvFormatRow([...panel.labels, ...place, ...panel.numbers]);
  for (const entry of panel.entries(state, scope)) yield* linesOf(panel, entry);
}

function* linesOf(panel: Panel, { labels, rows, cols, numbers }: Entry): Generator<string> {
  const before = panel.labels.map((name) => String(labels[name] ?? ''));
  for (let index = 0; index < rows * cols; index++) {
    const place = panel.isOfMatrices
      ? [String(Math.floor(index / cols) + 1), String((index % cols) + 1)]
      : [];
    const values = panel.numbers.map((name) => {
      const value = numbers[name]?.[index];
      return value === undefined ? '' : copyNumber(value);
    });
    yield csvFormatRow([...before, ...place, ...values]);
  }
}
