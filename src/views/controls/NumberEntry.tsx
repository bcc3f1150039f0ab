import { type CSSProperties, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { copyNumber, formatFull, formatNumber } from '../../notation';
import { type Limits, readNumber } from './read-number';

interface Props {
  readonly id?: string;
  /** What the control is called in a sentence about a wrong entry. */
  readonly name: string;
  readonly value: number;
  readonly limits: Limits;
  readonly onCommit: (value: number) => void;
  readonly className?: string;
}

/**
 * A number that is read at a glance (three digits; a whole number all of them) and edited in full (the double). A wrong entry stays as it was
 * typed, with a sentence under it, until it is mended, taken back with Escape, or the value changes elsewhere.
 */
export const NumberEntry = ({ id, name, value, limits, onCommit, className = '' }: Props) => {
  const [draft, setDraft] = useState<{ text: string; of: number } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const isEscaping = useRef(false);
  const problemId = useId();
  // A draft belongs to the value it was begun on: undo or another control makes it stale.
  const isDrafting = draft !== null && Object.is(draft.of, value);

  // A count or a seed is one number and no other: rounded it would be a wrong one.
  const written = limits.isWhole ? formatFull(value) : formatNumber(value);

  const letGo = () => {
    setDraft(null);
    setProblem(null);
  };
  const commit = () => {
    if (!isDrafting || isEscaping.current) return letGo();
    if (draft.text === copyNumber(value)) return letGo();
    const reading = readNumber(draft.text, name, limits);
    if ('problem' in reading) return setProblem(reading.problem);
    letGo();
    onCommit(reading.value);
  };

  return (
    <>
      <input
        id={id}
        className={`controls-number ${className}`}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        title={formatFull(value)}
        style={{ '--digits': written.length } as CSSProperties}
        value={isDrafting ? draft.text : written}
        aria-invalid={isDrafting && problem !== null}
        aria-describedby={isDrafting && problem !== null ? problemId : undefined}
        onFocus={(event) => {
          const box = event.currentTarget;
          if (isDrafting) return;
          flushSync(() => setDraft({ text: copyNumber(value), of: value }));
          box.select();
        }}
        onChange={(event) => setDraft({ text: event.currentTarget.value, of: value })}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key !== 'Escape') return;
          // Escape gives up the entry and nothing else (it would leave presenting, too).
          event.stopPropagation();
          isEscaping.current = true;
          event.currentTarget.blur();
          isEscaping.current = false;
        }}
      />
      {isDrafting && problem !== null && (
        <span id={problemId} className="controls-problem" role="alert">
          {problem}
        </span>
      )}
    </>
  );
};
