import { useState } from 'react';
import { at } from '../../engine/cells';
import { pairs as text } from '../../messages/pairs';
import { copyNumber, formatFull, formatNumber, label } from '../../notation';
import { copyText } from '../inspector/copy-text';
import { useColumns } from '../score/columns-context';
import { type Pairs, useReached } from './usePairs';

/** A cell of the table: what it says, and what is copied of it. */
interface Entry {
  readonly shown: string;
  readonly full: string;
  readonly copied: string;
}

const blank: Entry = { shown: '', full: '', copied: '' };
const cut: Entry = { shown: text.cut, full: text.cut, copied: text.cut };
const entryOf = (size: number): Entry =>
  Number.isNaN(size)
    ? blank
    : { shown: formatNumber(size), full: formatFull(size), copied: copyNumber(size) };

/** The lines of the table: a row for each error, a column for each step in sight that the backward pass has reached. */
function linesOf({ rows, together }: Pairs, steps: readonly number[], reached: number) {
  const lines = rows.map(({ t, first, norms }) => ({
    name: label(at('E', t)),
    entries: steps.map((j) => {
      if (j > t) return blank;
      if (j < first) return reached <= first ? cut : blank;
      return j < reached ? blank : entryOf(norms[j]);
    }),
  }));
  const all = {
    name: text.together,
    entries: steps.map((j) => (j < reached ? blank : entryOf(together[j]))),
  };
  return rows.length > 1 ? [...lines, all] : lines;
}

/** The pairs as numbers, to read and to copy. */
export const PairTable = ({ pairs }: { pairs: Pairs }) => {
  const reached = useReached(pairs);
  const [outcome, setOutcome] = useState('');
  const { lane } = pairs;
  const { steps } = useColumns();
  const lines = linesOf(pairs, steps, reached);
  const state = lane === 'Ws' ? 'S' : lane;
  const names = steps.map((j) => label(at(state, j)));
  const copy = () => {
    const rows = lines.map(({ name, entries }) => [name, ...entries.map(({ copied }) => copied)]);
    const written = [[text.error, ...names], ...rows].map((row) => row.join('\t')).join('\n');
    void copyText(written).then((isDone) => setOutcome(isDone ? text.copied : text.notCopied));
  };
  return (
    <div className="pairs-table">
      <p className="pairs-table-head">
        <button type="button" className="button" onClick={copy}>
          {text.copy}
        </button>{' '}
        <span role="status">{outcome}</span>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="pairs-table-scroll" aria-label={text.table} tabIndex={0}>
        <table>
          <caption>
            {lane === 'Ws' ? text.tableOfTerms(label('Ws')) : text.tableOfStates(stateLetter(lane))}
          </caption>
          <thead>
            <tr>
              <th scope="col">{text.error}</th>
              {names.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ name, entries }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {entries.map(({ shown, full }, index) => (
                  <td key={names[index]} title={full || undefined}>
                    {shown}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
};

/** The letter of a state without its step. */
const stateLetter = (lane: string): string => label(lane);
