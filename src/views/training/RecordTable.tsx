import { useState } from 'react';
import { learning as text } from '../../messages/learning';
import { copyNumber, formatFull, formatNumber } from '../../notation';
import type { Training } from '../../store/state';
import { CopyButton } from '../inspector/CopyButton';
import { rowsOf } from './csv';

/** As many rows as are seen at once, evenly apart; copying takes all. */
const shown = 12;

const { update, error, least, most, norm, clipped } = text.columns;
const columns = [update, error, least, most, norm, clipped];

/** The record in numbers. */
export const RecordTable = ({ training }: { training: Training }) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="training-table" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{text.table}</summary>
      {isOpen && <Rows training={training} />}
    </details>
  );
};

const Rows = ({ training }: { training: Training }) => {
  const rows = rowsOf(training);
  const apart = Math.max(1, Math.ceil(rows.length / shown));
  const seen = rows.filter((_, i) => (rows.length - 1 - i) % apart === 0).reverse();
  const copied = () =>
    [
      columns.join('\t'),
      ...rows.map(([, to, ...numbers]) => [to, ...numbers.map(copyNumber)].join('\t')),
    ].join('\n');
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow screen it scrolls sideways, by keys as well */}
      <section className="training-scroll" tabIndex={0} aria-label={text.tableOf}>
        <table>
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {seen.map(([, to, ...numbers]) => (
              <tr key={to}>
                <th scope="row">{to}</th>
                {numbers.map((number, k) => (
                  <td key={columns[k + 1]} title={formatFull(number)}>
                    {formatNumber(number)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <CopyButton label={text.copy} text={copied} />
    </>
  );
};
