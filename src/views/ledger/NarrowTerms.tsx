import { useMemo } from 'react';
import type { Columns } from '../../layout/columns';
import { messages } from '../../messages';
import { formatNumber } from '../../notation';
import { focusIn, useUnrolled } from '../../store';
import { AtRest } from '../AtRest';
import { type Labels, NARROW } from '../charts/labelled';
import { useColumns } from '../score/columns-context';
import { figureProps, type Open } from './figure';
import { boxFor } from './places';
import type { LedgerTerm, LedgerTerms } from './terms';

interface Props {
  readonly ledger: LedgerTerms;
  /** Those in sight, earliest first. */
  readonly terms: readonly LedgerTerm[];
  readonly labels: Labels;
  /** The step whose term is reached by Tab. */
  readonly entry: number | undefined;
  readonly onOpen: Open;
}

/** The terms of narrow columns, which a canvas draws: their numbers, and what can be pointed at and read out. */
export const NarrowTerms = (props: Props) => {
  const columns = useColumns();
  return (
    <>
      <AtRest>
        <Targets {...props} columns={columns} />
      </AtRest>
      <Norms {...props} />
    </>
  );
};

/** Given the columns: what reads them from a context would not wait. */
const Targets = ({ ledger, terms, entry, onOpen, columns }: Props & { readonly columns: Columns }) => {
  const { x, width } = columns;
  const playhead = useUnrolled((state) => state.playhead);
  const { text } = boxFor(ledger.blocks.length);
  const called = ledger.isImmediate ? messages.ledger.immediateTerm : messages.ledger.term;
  return terms
    .filter(({ doneAt }) => doneAt <= playhead)
    .map((term) => {
      const isNumber = ledger.rows * ledger.cols === 1;
      const value = isNumber
        ? formatNumber(ledger.valueOf(term)[0])
        : messages.ledger.norm(formatNumber(term.norm));
      return (
        <g
          key={term.t}
          className="ledger-term"
          transform={`translate(${x(term.t)} 0)`}
          {...figureProps(called(String(term.t), value), term.t === entry, term.t, onOpen)}
        >
          <rect className="ledger-reach ledger-bar-reach" x={-width / 2} y={8} width={width} height={text} />
        </g>
      );
    });
};

/** The norms that fit beside each other, and that of the step in focus. */
const Norms = ({ ledger, terms, labels }: Props) => {
  const { x, width, last } = useColumns();
  const { text } = boxFor(ledger.blocks.length);
  const focus = useUnrolled((state) => {
    const op = focusIn(state);
    return op?.pass === 'backward' ? op.t : 0;
  });
  const known = useUnrolled((state) => terms.filter(({ doneAt }) => doneAt <= state.playhead).length);
  const shown = useMemo(() => {
    const isShown = (t: number) =>
      t === focus || (labels.shown.has(t) && (focus === 0 || !labels.isOverlap(t, focus)));
    // They come from the latest on, but forms without a sum from the first.
    const there = ledger.isImmediate ? terms.slice(0, known) : terms.slice(terms.length - known);
    return there.filter(({ t }) => isShown(t));
  }, [ledger, terms, known, focus, labels]);
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group takes no focus; the targets say the same
    <g aria-hidden="true">
      {shown.map(({ t }) => (
        <g key={t} className={t === focus ? 'ledger-term ledger-focus' : 'ledger-term'}>
          <text
            className="ledger-norm"
            y={text}
            {...(width < NARROW && t === last
              ? { x: x(t) + width / 2, style: { textAnchor: 'end' } }
              : { x: x(t) })}
          >
            {labels.texts[t]}
          </text>
        </g>
      ))}
    </g>
  );
};
