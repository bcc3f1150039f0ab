import { type ClipboardEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import type { CellId } from '../../engine/types';
import { inkOn, palette } from '../../layout/colour';
import { messages } from '../../messages';
import { alignNumbers, formatFull, formatNumber, formatPower } from '../../notation';
import { point, useTheme, useUnrolled } from '../../store';
import { pasteCell } from '../../store/entries';
import { openEditor, openPaste } from '../editor';
import { rowsText } from './copy-text';
import { isMap as isImage, isHeatMap as isLarge, patchSize } from './gate-rows';
import { MatrixMap } from './MatrixMap';
import './matrix-grid.css';

const inspector = messages.inspector;

interface MatrixGridProps {
  readonly cell: CellId;
  /** Another cell with the same numbers: pointing at it is pointing at this one. */
  readonly alias?: CellId;
  /** The accessible name, and what the entries are called. */
  readonly name: string;
  readonly values: Float64Array;
  readonly cols: number;
  /** The size of number that gets the full colour. */
  readonly scale: number;
  /** A gradient's cells have a notch. */
  readonly kind: 'value' | 'gradient';
  readonly isEditable: boolean;
  /** Where there is no room for its numbers: it is a heat map, however small. */
  readonly isDense?: boolean;
  /** The gates that its rows belong to, in equal blocks. */
  readonly gates?: readonly string[];
}

const noGates: readonly string[] = [];

/** A matrix in colours: one stop for the keyboard, arrows move in it, Enter or a click changes a number. */
export const MatrixGrid = ({
  cell,
  alias,
  name,
  values,
  cols,
  scale,
  kind,
  isEditable,
  isDense = false,
  gates = noGates,
}: MatrixGridProps) => {
  const theme = useTheme();
  const isPointed = useUnrolled(({ pointed }) => pointed !== null && (pointed === cell || pointed === alias));
  const [active, setActive] = useState<number | null>(null);
  const grid = useRef<HTMLDivElement>(null);
  const id = useId();
  const rows = values.length / cols;
  const isHeatMap = isDense || isLarge(rows, cols);
  const isMap = isImage(rows, cols);
  const perGate = gates.length === 0 ? rows : rows / gates.length;
  const { entries, exponent } = isHeatMap
    ? { entries: [], exponent: 0 }
    : values.length === 1
      ? { entries: [formatNumber(values[0])], exponent: 0 }
      : alignNumbers(values);
  const nameOf = (index: number) => {
    // As it is seen: whoever says a number aloud says the one on the screen.
    const written =
      exponent === 0 ? entries[index] : `${entries[index]}${inspector.times(formatPower(exponent))}`;
    const value = isHeatMap ? formatNumber(values[index]) : written;
    if (values.length === 1) return inspector.only(name, value);
    const row = Math.floor(index / cols) + 1;
    const gate = gates[Math.floor((row - 1) / perGate)];
    const whole = gate === undefined ? name : inspector.ofGate(name, gate);
    return cols === 1
      ? inspector.row(whole, row, value)
      : inspector.entry(whole, row, (index % cols) + 1, value);
  };

  const edit = (index: number, typed?: string) => {
    if (!isEditable) return;
    const anchor = document.getElementById(`${id}-${index}`)?.getBoundingClientRect();
    if (anchor !== undefined) openEditor({ cell, index, anchor, typed });
  };
  const choose = (index: number) => {
    grid.current?.focus();
    setActive(index);
    edit(index);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const now = active ?? 0;
    const [row, column] = [Math.floor(now / cols), now % cols];
    const moves: Readonly<Record<string, number>> = {
      ArrowLeft: column > 0 ? now - 1 : now,
      ArrowRight: column < cols - 1 ? now + 1 : now,
      ArrowUp: row > 0 ? now - cols : now,
      ArrowDown: row < rows - 1 ? now + cols : now,
      Home: row * cols,
      End: (row + 1) * cols - 1,
    };
    const isEditing = isEditable && (event.key === 'Enter' || event.key === 'F2');
    const isTyping = isEditable && /^[-−.\d]$/.test(event.key);
    if (moves[event.key] !== undefined && !event.shiftKey) setActive(moves[event.key]);
    else if (isEditing) edit(now);
    else if (isTyping) edit(now, event.key);
    else return;
    event.preventDefault();
  };
  const onCopy = (event: ClipboardEvent) => {
    event.preventDefault();
    event.clipboardData.setData('text/plain', rowsText(values, cols));
  };
  const onPaste = (event: ClipboardEvent) => {
    if (!isEditable) return;
    event.preventDefault();
    const typed = event.clipboardData.getData('text/plain');
    const problem = pasteCell(cell, typed);
    const anchor = grid.current?.getBoundingClientRect();
    if (problem !== null && anchor !== undefined) openPaste({ cell, anchor, typed, problem });
  };

  const rowClass = (row: number) =>
    row > 0 && row % perGate === 0 ? 'matrix-row is-next-gate' : 'matrix-row';
  const colours = palette(theme);
  return (
    <div className="matrix">
      <div
        ref={grid}
        className={`${isMap ? 'matrix-image' : 'matrix-grid'} matrix-${kind}${isHeatMap ? ' is-heat-map' : ''}${values.length === 1 ? ' is-single' : ''}${isPointed ? ' is-pointed' : ''}`}
        style={
          isMap
            ? undefined
            : {
                gridTemplateColumns: `${gates.length === 0 ? '' : '0.875rem '}repeat(${cols}, minmax(0, ${
                  isHeatMap ? `${patchSize(rows)}rem` : values.length === 1 ? 'max-content' : '2.75rem'
                }))`,
              }
        }
        role="grid"
        {...(isMap && { 'aria-rowcount': rows, 'aria-colcount': cols })}
        aria-label={name}
        aria-readonly={!isEditable}
        aria-activedescendant={active === null ? undefined : `${id}-${active}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onCopy={onCopy}
        onPaste={onPaste}
        onFocus={() => setActive((now) => Math.min(now ?? 0, values.length - 1))}
        onBlur={() => point(null)}
        onPointerEnter={() => point(cell)}
        onPointerLeave={() => point(null)}
      >
        {isMap && (
          <MatrixMap
            {...{ values, rows, cols, scale, gates, isEditable, nameOf }}
            active={active ?? 0}
            isActive={active !== null}
            idOf={(index) => `${id}-${index}`}
            onChoose={choose}
          />
        )}
        {!isMap &&
          Array.from({ length: rows }, (_, r) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row of a matrix is its place.
            // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus.
            <div key={r} role="row" className={rowClass(r)}>
              {gates.length > 0 && r % perGate === 0 && (
                // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus.
                <div role="rowheader" className="matrix-gate" style={{ gridRow: `span ${perGate}` }}>
                  {gates[r / perGate]}
                </div>
              )}
              {Array.from({ length: cols }, (_, c) => {
                const index = r * cols + c;
                const fill = colours.value(values[index] / scale);
                return (
                  <Entry
                    key={index}
                    id={`${id}-${index}`}
                    name={nameOf(index)}
                    text={isHeatMap ? '' : entries[index]}
                    full={formatFull(values[index])}
                    fill={fill}
                    isActive={active === index}
                    isEditable={isEditable}
                    index={index}
                    onChoose={choose}
                  />
                );
              })}
            </div>
          ))}
      </div>
      {!isHeatMap && exponent !== 0 && (
        <p className="matrix-note">{inspector.times(formatPower(exponent))}</p>
      )}
      {isHeatMap && active !== null && (
        <p className="matrix-note">
          {inspector.place(Math.floor(active / cols) + 1, (active % cols) + 1, formatFull(values[active]))}
        </p>
      )}
    </div>
  );
};

interface EntryProps {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly full: string;
  readonly fill: string;
  readonly isActive: boolean;
  readonly isEditable: boolean;
  readonly index: number;
  readonly onChoose: (index: number) => void;
}

/** One number. The grid keeps the focus and tells which entry is active. */
const Entry = ({ id, name, text, full, fill, isActive, isEditable, index, onChoose }: EntryProps) => (
  // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys and knows the active entry.
  // biome-ignore lint/a11y/useFocusableInteractive: likewise, by aria-activedescendant.
  <div
    id={id}
    role="gridcell"
    aria-label={name}
    aria-selected={isActive}
    aria-readonly={!isEditable}
    className={`matrix-entry${text.length > 6 ? ' is-long' : ''}${isActive ? ' is-active' : ''}${isEditable ? ' is-editable' : ''}`}
    title={full}
    style={{ background: fill, color: inkOn(fill) }}
    onClick={() => onChoose(index)}
  >
    {text}
  </div>
);
