import { useEffect, useRef, useState } from 'react';
import { compare as text } from '../../messages/compare';
import { copyNumber, formatFull, formatNumber, label } from '../../notation';
import { useUnrolled } from '../../store';
import { copyText } from '../inspector/copy-text';
import { useColumns } from '../score/columns-context';
import { type Line, type Lines, useLines } from './lines';
import { useComparing, views } from './scopes';

/** Below the rows: the chart in numbers, to be read and copied, and how one playhead drives them all. */
export const Foot = () => {
  const [isOpen, setOpen] = useState(false);
  const table = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    // Opened, it would be hidden by the transport, which stays in sight.
    if (isOpen) table.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isOpen]);
  return (
    <div className="compare-foot">
      <details ref={table} className="compare-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{text.table}</summary>
        {isOpen && <Content />}
      </details>
      <Note />
    </div>
  );
};

const Note = () => {
  const { all, place } = useComparing();
  const stride = useUnrolled((state) => state.stride);
  const letters = text.letters.slice(0, all.length);
  const others = letters.filter((_, index) => index !== place);
  return (
    <p className="compare-note">
      {stride === 'operation' ? text.playhead(letters[place], others) : text.chosenNote}
    </p>
  );
};

interface Column {
  readonly name: string;
  /** The norm of a step; undefined while it is not known, and where there is none. */
  at(t: number): number | undefined;
}

/** The columns of one line: a second where what came in is not what flows on, and one for its forget gates. */
function columnsOf(line: Line, what: string, playhead: number): Column[] {
  const { index, came, flows, forget, cameAt, flownAt, isClipped } = line;
  const letter = text.letters[index];
  const name = text.name(letter, what);
  const column = (head: string, norms: Float64Array, from: readonly number[]): Column => ({
    name: head,
    at: (t) => (playhead >= from[t] && !Number.isNaN(norms[t]) ? norms[t] : undefined),
  });
  return [
    ...(isClipped ? [column(text.cameIn(name), came, cameAt)] : []),
    column(isClipped ? text.flowsOn(name) : name, flows, flownAt),
    ...(forget ? [column(text.forgetHead(letter), forget, flownAt)] : []),
  ];
}

const Content = () => {
  const chart = useLines();
  const playheads = useUnrolled((state) =>
    chart.lines.map(({ index }) => views[index](state).playhead).join(),
  );
  const { steps } = useColumns();
  const { columns, rows } = tableOf(chart, playheads.split(',').map(Number), steps);
  const [outcome, setOutcome] = useState('');
  const copy = async () => {
    const lines = [
      [text.stepHead, ...columns.map(({ name }) => name)],
      ...rows.map((t) => [t, ...columns.map(({ at }) => written(at(t), copyNumber))]),
    ];
    const isDone = await copyText(lines.map((line) => line.join('\t')).join('\n'));
    setOutcome(isDone ? text.copied : text.notCopied);
  };
  const { run } = chart.lines[0];
  const error = run.charted === 'sum' ? text.sum : label(`E${run.charted}`);
  return (
    <>
      <div className="compare-table-actions">
        <button type="button" className="button" onClick={() => void copy()}>
          {text.copy}
        </button>
        <span role="status">{outcome}</span>
      </div>
      {chart.lines.some(({ forget }) => forget) && (
        <>
          <p className="compare-about">{text.pairTitle(label('S'), label('C'))}</p>
          <p className="compare-about">{text.forgetTitle(label('C'))}</p>
        </>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="compare-table-scroll" aria-label={text.table} tabIndex={0}>
        <table>
          <caption>{text.caption(error)}</caption>
          <thead>
            <tr>
              <th scope="col">{text.stepHead}</th>
              {columns.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((t) => (
              <tr key={t}>
                <th scope="row">{t}</th>
                {columns.map(({ name, at }) => (
                  <td key={name} title={written(at(t), formatFull)}>
                    {written(at(t), formatNumber)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
};

/** Columns, and the steps in sight of which something is known, latest first. */
function tableOf({ lines, names }: Lines, playheads: readonly number[], steps: readonly number[]) {
  const columns = lines.flatMap((line, i) => columnsOf(line, names[i], playheads[i]));
  return { columns, rows: steps.toReversed().filter((t) => columns.some(({ at }) => at(t) !== undefined)) };
}

const written = (value: number | undefined, write: (value: number) => string): string =>
  value === undefined ? '' : write(value);
