import type { Footstep } from '../../engine/landscape';
import { cliff as text } from '../../messages/en/cliff';
import { copyNumber, formatFull, formatNumber } from '../../notation';
import { CopyButton } from '../inspector/CopyButton';

interface Props {
  readonly names: readonly [string, string];
  readonly free: readonly Footstep[];
  readonly clipped: readonly Footstep[];
}

/** Rows that stand at once; copying takes all. */
const shown = 10;

const numbersOf = ({ point, error, norm }: Footstep): readonly number[] => [...point, error, norm];

/** Both descents in numbers, the latest update first. */
export const RaceTable = ({ names, free, clipped }: Props) => {
  const columns = [...names, text.error, text.norm];
  const rows = free.map((step, k) => [...numbersOf(step), ...numbersOf(clipped[k])]);
  const from = Math.max(0, rows.length - shown);
  const latest = rows
    .slice(from)
    .map((row, k) => [from + k, row] as const)
    .reverse();
  const copied = () =>
    [
      [text.update, ...columns.map((column) => `${text.free} ${column}`)],
      ...rows.map((row, k) => [String(k), ...row.map(copyNumber)]),
    ]
      .map((line, k) => (k === 0 ? [...line, ...columns.map((column) => `${text.clipped} ${column}`)] : line))
      .map((line) => line.join('\t'))
      .join('\n');
  return (
    <section className="cliff-table" aria-label={text.table}>
      <div className="cliff-table-head">
        <span>{text.latest(shown)}</span>
        <CopyButton label={text.copy} text={copied} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow screen it scrolls sideways, by keys as well */}
      <div className="cliff-scroll" tabIndex={0} role="group" aria-label={text.table}>
        <table>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                {text.update}
              </th>
              <th scope="colgroup" colSpan={4}>
                {text.free}
              </th>
              <th scope="colgroup" colSpan={4}>
                {text.clipped}
              </th>
            </tr>
            <tr>
              {[text.free, text.clipped].flatMap((descent) =>
                columns.map((column) => (
                  <th scope="col" key={`${descent} ${column}`}>
                    {column}
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {latest.map(([k, row]) => (
              <tr key={k}>
                <th scope="row">{k}</th>
                {row.map((value, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                  <td key={column} title={formatFull(value)}>
                    {formatNumber(value)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};
