import { useState } from 'react';
import { at, spectralNorm } from '../../engine';
import { stateJacobian } from '../../engine/chain';
import { boundPerStep, splitGain } from '../../engine/factors';
import { messages } from '../../messages';
import { copyNumber, formatNumber, formatPercent, label } from '../../notation';
import { jacobianText } from '../../notation/chain';
import { CopyButton } from '../inspector/CopyButton';
import type { Followed } from './use-chain';

const text = messages.chain;

interface Props {
  readonly followed: Followed;
  readonly count: number;
}

interface Row {
  readonly name: string;
  /** Number by column; undefined where there is none. */
  readonly numbers: readonly (number | undefined)[];
}

/** The chain in numbers, to be read and copied. The norms of every factor are made only once it is open. */
export const ChainTable = (props: Props) => {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details
      className="chain-details"
      open={isOpen}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary>{text.table}</summary>
      {isOpen && <Table {...props} />}
    </details>
  );
};

const Table = ({ followed, count }: Props) => {
  const { chain, trace, isClipped } = followed;
  const isRnn = trace.plan.shape.cell === 'rnn';
  const columns = [
    ...(isClipped ? [text.clipColumn] : []),
    ...(isRnn ? [text.slopesColumn, label('Ws')] : []),
    ...[text.gainColumn, text.sigmaColumn],
    ...(isRnn ? [text.boundColumn] : []),
    text.leftColumn,
  ];
  const rows = rowsOf(followed, count);
  const first: Row = {
    name: label(at('E', chain.N)),
    numbers: [...columns.slice(1).map(() => undefined), chain.start],
  };
  const all = [first, ...rows];
  const copied = () =>
    [
      [text.factor, ...columns].join('\t'),
      ...all.map(({ name, numbers }) =>
        [name, ...numbers.map((v) => (v === undefined ? '' : copyNumber(v)))].join('\t'),
      ),
    ].join('\n');
  return (
    <>
      <section
        className="chain-table-scroll"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={text.table}
      >
        <table className="chain-table">
          <caption className="visually-hidden">{text.tableOf(label(at('E', chain.N)))}</caption>
          <thead>
            <tr>
              <th scope="col">{text.factor}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
              <th scope="col">{text.shareColumn}</th>
            </tr>
          </thead>
          <tbody>
            {all.map(({ name, numbers }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {numbers.map((value, k) => (
                  <td key={columns[k]}>{value === undefined ? '' : formatNumber(value)}</td>
                ))}
                <td>{share(numbers.at(-1), chain.start)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <CopyButton label={text.copyTable} text={copied} />
    </>
  );
};

const share = (left: number | undefined, start: number): string =>
  left === undefined ? text.cut : formatPercent(left / start);

function rowsOf({ items, trace, states, isClipped, chain }: Followed, count: number): readonly Row[] {
  const { H, cell } = trace.plan.shape;
  const bound = boundPerStep(trace);
  const n = H * states.length;
  return items.slice(0, count).flatMap(({ kind, link }): Row[] => {
    if (!link || kind === 'clip') return [];
    const { t, clip, gain, left } = link;
    const matrix = stateJacobian(trace, t, states);
    const split = splitGain(trace, t);
    const isCut = kind === 'cut';
    return [
      {
        name: jacobianText(states, t),
        numbers: [
          ...(isClipped ? [isCut ? undefined : clip] : []),
          ...(cell === 'rnn' ? [split?.slopes, split?.weights] : []),
          ...[isCut ? undefined : gain, spectralNorm(matrix, n)],
          ...(bound === undefined ? [] : [chain.start * bound ** (chain.N - t + 1)]),
          isCut ? undefined : left,
        ],
      },
    ];
  });
}
