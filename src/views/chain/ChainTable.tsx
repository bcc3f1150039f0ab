import { useState } from 'react';
import { at, spectralNorm } from '../../engine';
import { quotientOf, stateJacobian } from '../../engine/chain';
import { boundPerStep, splitGain } from '../../engine/factors';
import { messages } from '../../messages';
import { copyNumber, formatNumber, formatShare, label } from '../../notation';
import { jacobianText } from '../../notation/chain';
import { CopyButton } from '../inspector/CopyButton';
import { drawnOf, type Followed, type Item } from './use-chain';

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
  const { drawn, hidden } = drawnOf(followed, count);
  const rows = drawn.flatMap((item): Row[] => {
    const row = rowOf(followed, item);
    return row ? [row] : [];
  });
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
      {hidden > 0 && <p className="chain-note">{text.hiddenRows(hidden)}</p>}
      <CopyButton label={text.copyTable} text={copied} />
    </>
  );
};

const share = (left: number | undefined, start: number): string =>
  left === undefined ? text.cut : formatShare(left, start);

/** Each row is made once for a run: the norms of sixty factors take longer than a step. */
const made = new WeakMap<Item, Row>();

/** The row of a factor; undefined for what is no factor. */
function rowOf(followed: Followed, item: Item): Row | undefined {
  const row = made.get(item) ?? makeRow(followed, item);
  if (row) made.set(item, row);
  return row;
}

function makeRow({ trace, states, isClipped, chain }: Followed, { kind, link }: Item): Row | undefined {
  if (!link || kind === 'clip') return undefined;
  const { H, cell } = trace.plan.shape;
  const { t, clip, gain, left } = link;
  const split = splitGain(trace, t);
  const bound = boundPerStep(trace);
  const isCut = kind === 'cut';
  return {
    name: jacobianText(states, t),
    numbers: [
      ...(isClipped ? [isCut ? undefined : clip] : []),
      ...(cell === 'rnn' ? [quotientOf(link, split?.slopes), quotientOf(link, split?.weights)] : []),
      ...[
        isCut ? undefined : quotientOf(link, gain),
        spectralNorm(stateJacobian(trace, t, states), H * states.length),
      ],
      ...(bound === undefined ? [] : [chain.start * bound ** (chain.N - t + 1)]),
      isCut ? undefined : left,
    ],
  };
}
