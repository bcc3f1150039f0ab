import { type HTMLAttributes, useMemo, useRef, useState } from 'react';
import { talk as text } from '../../messages/talk';
import { useConvention } from '../../store';
import type { Marked } from '../../store/state';
import { summaryOf } from './summary';

interface Props {
  readonly marked: Marked;
  /** From 1. */
  readonly place: number;
  readonly isLast: boolean;
  readonly isShown: boolean;
  /** How it is marked while one of them is dragged. */
  readonly mark: string;
  readonly handle: HTMLAttributes<HTMLElement>;
  readonly onRename: (title: string) => void;
  readonly onGo: () => void;
  readonly onMove: (direction: 1 | -1) => void;
  readonly onReplace: () => void;
  readonly onRemove: () => void;
}

/** A moment of the talk: its title, what it holds, and what can be done with it. */
export const MomentRow = ({ marked, place, isLast, isShown, mark, handle, ...on }: Props) => {
  const convention = useConvention();
  // biome-ignore lint/correctness/useExhaustiveDependencies: symbols are written by the convention
  const summary = useMemo(() => summaryOf(marked), [marked, convention]);
  const { id, title } = marked;
  return (
    <li className={`talk-moment ${mark && `is-${mark}`}`} aria-current={isShown ? 'step' : undefined}>
      <span className="talk-handle" aria-hidden="true" title={text.drag} {...handle}>
        <svg width={10} height={16} viewBox="0 0 10 16" aria-hidden="true">
          {[3, 8, 13].map((y) => (
            <path key={y} d={`M2 ${y}h0M8 ${y}h0`} />
          ))}
        </svg>
        {text.number(place)}
      </span>
      <div className="talk-what">
        <TitleField key={title} name={text.titleOf(place)} title={title} onCommit={on.onRename} />
        <p className="talk-summary">
          {summary}
          {isShown && <b> · {text.isShown}</b>}
        </p>
      </div>
      <div className="talk-buttons">
        <button type="button" className="button" aria-label={text.goToOne(place)} onClick={on.onGo}>
          {text.goTo}
        </button>
        {([-1, 1] as const).map((direction) => (
          <button
            key={direction}
            type="button"
            className="button talk-move"
            data-name={`${direction < 0 ? 'up' : 'down'} ${id}`}
            aria-label={direction < 0 ? text.up(place) : text.down(place)}
            disabled={direction < 0 ? place === 1 : isLast}
            onClick={() => on.onMove(direction)}
          >
            <svg width={12} height={10} viewBox="0 0 12 10" aria-hidden="true">
              <path d={direction < 0 ? 'M0 9H12L6 1Z' : 'M0 1H12L6 9Z'} fill="currentColor" />
            </svg>
          </button>
        ))}
        <button
          type="button"
          className="button"
          aria-label={text.replaceOne(place)}
          title={text.replaceOne(place)}
          onClick={on.onReplace}
        >
          {text.replace}
        </button>
        <button
          type="button"
          className="button"
          data-name={`remove ${id}`}
          aria-label={text.removeOne(place)}
          onClick={on.onRemove}
        >
          {text.remove}
        </button>
      </div>
    </li>
  );
};

interface FieldProps {
  readonly name: string;
  readonly title: string;
  readonly onCommit: (title: string) => void;
}

/** A title, typed over where it stands: Enter or leaving it keeps what was typed, Escape gives it up. */
const TitleField = ({ name, title, onCommit }: FieldProps) => {
  const [typed, setTyped] = useState(title);
  const isGivenUp = useRef(false);
  return (
    <input
      className="talk-title"
      aria-label={name}
      autoComplete="off"
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => {
        if (isGivenUp.current || typed.trim() === '') setTyped(title);
        else if (typed !== title) onCommit(typed);
        isGivenUp.current = false;
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        isGivenUp.current = event.key === 'Escape';
        // Escape gives up the title and nothing else: the dialog stays.
        event.preventDefault();
        event.currentTarget.blur();
      }}
    />
  );
};
