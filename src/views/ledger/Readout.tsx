import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { at, norm, partial, type Trace, term } from '../../engine';
import { messages } from '../../messages';
import { copyNumber, formatFull, formatNumber, label } from '../../notation';
import { useUnrolled } from '../../store';
import { countAt, type LedgerTerms, sumAfter } from './terms';

const text = messages.ledger;

/** The term of a step, or the sum. */
export type Which = number | 'sum';

export interface Opened {
  readonly which: Which;
  /** Whether it stays until it is closed: after a click, a tap or Enter. */
  readonly isKept: boolean;
  /** The figure, in px of the window. */
  readonly anchor: DOMRect;
}

interface Props {
  readonly trace: Trace;
  readonly ledger: LedgerTerms;
  readonly opened: Opened;
  readonly onClose: () => void;
}

/** As many columns as show every digit while hovering; a wider matrix does once it is kept. */
const fullColumns = 3;

/** Every digit of a term or of the sum, beside it; kept, its numbers can be copied. */
export const Readout = ({ trace, ledger, opened, onClose }: Props) => {
  const { which, isKept, anchor } = opened;
  const panel = useRef<HTMLDivElement>(null);
  const count = useUnrolled((state) =>
    countAt(ledger.terms, state.playhead, which === 'sum' ? 'addedAt' : 'doneAt'),
  );
  const known = ledger.terms.slice(0, count);
  const pointed = known.find(({ t }) => t === which);
  const shown = which === 'sum' ? sumAfter(trace, ledger, count) : pointed && ledger.valueOf(pointed);
  const id = which === 'sum' ? partial(ledger.weight, known.at(-1)?.t ?? 0) : term(ledger.weight, which);
  const name = ledger.isImmediate
    ? `∂⁺${label(at('S', Number(which)))}/∂${label(ledger.weight)}`
    : label(id, trace.plan);

  useLayoutEffect(() => {
    const element = panel.current;
    if (!element) return;
    // Above the figure where there is room, so that the hand does not cover it; never beyond the window.
    const { width, height } = element.getBoundingClientRect();
    const left = Math.min(
      window.innerWidth - width - 8,
      Math.max(8, anchor.left + anchor.width / 2 - width / 2),
    );
    const above = anchor.top - height - 8;
    element.style.left = `${left}px`;
    element.style.top = `${above > 8 ? above : Math.min(window.innerHeight - height - 8, anchor.bottom + 8)}px`;
  });
  useEffect(() => {
    if (!isKept) return;
    const element = panel.current;
    const before = document.activeElement;
    element?.querySelector('button')?.focus({ preventScroll: true });
    const isInside = ({ target }: Event) => target instanceof Node && element?.contains(target);
    const close = (event: Event) => {
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : !isInside(event)) onClose();
    };
    const events = ['keydown', 'pointerdown', 'scroll', 'resize'];
    for (const event of events) window.addEventListener(event, close, true);
    return () => {
      for (const event of events) window.removeEventListener(event, close, true);
      const isHere = element?.contains(document.activeElement) || document.activeElement === document.body;
      if (isHere && (before instanceof SVGElement || before instanceof HTMLElement)) before.focus();
    };
  }, [isKept, onClose]);

  if (!shown) return null;
  const { cols } = ledger;
  const isFull = isKept || cols <= fullColumns;
  const rows = Array.from({ length: ledger.rows }, (_, row) =>
    Array.from(shown.subarray(row * cols, (row + 1) * cols)),
  );
  return createPortal(
    <div
      ref={panel}
      className={isKept ? 'ledger-readout ledger-kept' : 'ledger-readout'}
      {...(isKept ? { role: 'dialog', 'aria-label': name } : { role: 'tooltip' })}
    >
      <p className="ledger-readout-title">
        {name}
        {shown.length > 1 && ` · ${text.size(ledger.rows, cols)} · ${text.norm(formatFull(norm(shown)))}`}
      </p>
      <div className="ledger-readout-scroll">
        <table>
          <tbody>
            {rows.map((row, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row of a matrix is its place
              <tr key={i}>
                {row.map((entry, j) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell of a matrix is its place
                  <td key={j}>{isFull ? formatFull(entry) : formatNumber(entry)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {isKept ? <CopyButton rows={rows} /> : <p className="ledger-readout-hint">{text.hint}</p>}
    </div>,
    document.body,
  );
};

/** Copies the numbers as text that a spreadsheet, Python and this workbench read: tabs between columns. */
const CopyButton = ({ rows }: { rows: readonly (readonly number[])[] }) => {
  const [said, setSaid] = useState<string>(text.copy);
  const copy = async () => {
    const lines = rows.map((row) => row.map(copyNumber).join('\t'));
    try {
      await navigator.clipboard.writeText(lines.join('\n'));
      setSaid(text.copied);
    } catch {
      setSaid(text.notCopied);
    }
  };
  return (
    <button type="button" className="button" onClick={copy}>
      <span aria-live="polite">{said}</span>
    </button>
  );
};
