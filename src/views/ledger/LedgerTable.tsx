import { useMemo } from 'react';
import { at, clipped, doneAt, grad, norm, numbersIn, term } from '../../engine';
import { messages } from '../../messages';
import { copyNumber, formatNumber, formatPercent, label } from '../../notation';
import { plainText } from '../../notation/marked';
import { useRun, useUnrolled } from '../../store';
import { CopyButton } from '../inspector/CopyButton';
import { Sentence } from '../inspector/Symbols';
import { useColumns } from '../score/columns-context';
import { immediateTermsOf } from './immediate';
import { countAt, type LedgerTerms, sumAfter } from './terms';

const text = messages.shares;

interface Row {
  readonly t: number;
  /** Norms of the immediate derivative, of what arrives, of the term; undefined where not known or there is none. */
  readonly numbers: readonly (number | undefined)[];
}

/** Step by step: the immediate derivative, the gradient that arrives, their term, and its share of all. */
export const LedgerTable = ({ ledger }: { readonly ledger: LedgerTerms }) => {
  const { plan, trace } = useRun();
  const { weight } = ledger;
  const isShared = weight !== 'Wy';
  const count = useUnrolled((state) => countAt(ledger.terms, state.playhead, 'doneAt'));
  const added = useUnrolled((state) => countAt(ledger.terms, state.playhead, 'addedAt'));
  const rows = useRows(ledger);
  const known = ledger.terms.slice(0, count);
  const total = ledger.totals[count];
  const sum = sumAfter(trace, ledger, added);
  const columns = [
    ...(isShared
      ? [plainText(text.immediate(label(weight))), plainText(text.arrives)].map((name) => `‖${name}‖`)
      : []),
    text.term,
  ];
  const norms = useMemo(
    () => new Map(ledger.terms.slice(0, count).map(({ t, norm: size }) => [t, size])),
    [ledger, count],
  );
  const shareOf = (t: number) => {
    const size = norms.get(t);
    // Where nothing has come yet, all terms are 0 and none has a share.
    return size === undefined || total === 0 ? undefined : size / total;
  };
  const gradient = label(grad(weight), plan);
  const copied = () =>
    [
      [text.step, ...columns, text.share].join('\t'),
      ...rows.map(({ t, numbers }) => [t, ...[...numbers, shareOf(t)].map(written)].join('\t')),
    ].join('\n');
  return (
    <>
      <section
        className="foot-table-scroll"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={text.tableOf(gradient)}
      >
        <table className="foot-table">
          <thead>
            <tr>
              <th scope="col">{text.step}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
              <th scope="col" colSpan={2}>
                {text.share}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ t, numbers }) => {
              const share = shareOf(t);
              return (
                <tr key={t}>
                  <th scope="row">{t}</th>
                  {numbers.map((value, k) => (
                    <td key={columns[k]}>{value === undefined ? '' : shown(value)}</td>
                  ))}
                  <td>{share === undefined ? '' : formatPercent(share)}</td>
                  <td>
                    {share !== undefined && Number.isFinite(share) && (
                      <meter className="ledger-meter" min={0} max={1} value={share} aria-hidden="true" />
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      {sum && sum.length > 0 && known.length > 1 && (
        <p className="ledger-foot-note">{text.cancel(formatNumber(total), formatNumber(norm(sum)))}</p>
      )}
      {plan.shape.cell === 'lstm' && isShared && (
        <p className="ledger-foot-note">
          <Sentence text={text.byMemory} />
        </p>
      )}
      <CopyButton label={text.copyTable} text={copied} />
    </>
  );
};

/** What is cut to θ misses it by rounding alone: 12 digits are more than are shown. */
const shown = (value: number): string => formatNumber(Number(value.toPrecision(12)));

const written = (value: number | undefined): string => (value === undefined ? '' : copyNumber(value));

/** The rows of the steps in sight of which something is known, latest first. */
function useRows(ledger: LedgerTerms): readonly Row[] {
  const { plan, trace } = useRun();
  const { weight } = ledger;
  const isShared = weight !== 'Wy';
  const playhead = useUnrolled((state) => state.playhead);
  const isKnown = (id: string) => doneAt(plan, id) <= playhead;
  const sizeOf = (id: string) => {
    const values = isKnown(id) ? numbersIn(trace, id) : undefined;
    return values && norm(values);
  };
  const immediate = useMemo(
    () => new Map(immediateTermsOf(trace, weight).terms.map((each) => [each.t, each])),
    [trace, weight],
  );
  const { steps } = useColumns();
  return steps.toReversed().flatMap((t): Row[] => {
    const state = at('S', t);
    const derivative = isKnown(state) ? immediate.get(t)?.norm : undefined;
    const arrives = sizeOf(clipped(state)) ?? sizeOf(grad(state));
    const own = sizeOf(term(weight, t));
    const numbers = isShared ? [derivative, arrives, own] : [own];
    return numbers.every((value) => value === undefined) ? [] : [{ t, numbers }];
  });
}
