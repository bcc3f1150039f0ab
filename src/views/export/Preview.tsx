import type { RefObject } from 'react';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly field?: RefObject<HTMLTextAreaElement | null>;
}

/** Text that is taken away, or its beginning. */
export const Preview = ({ label, value, field }: Props) => (
  <textarea
    ref={field}
    className="export-text"
    aria-label={label}
    readOnly
    spellCheck={false}
    wrap="off"
    value={value}
  />
);

/** As many lines as are shown of a longer text. */
const SHOWN = 60;

/** The first lines of a text that may be long, without making the rest. */
export function beginning(lines: Iterable<string>, more: string): string {
  const shown: string[] = [];
  for (const line of lines) {
    if (shown.length === SHOWN) return [...shown, more].join('\n');
    shown.push(line);
  }
  return shown.join('\n');
}

/** All lines of a text, as a file's content. */
export function textBlob(lines: Iterable<string>, type: string): Blob {
  const parts: string[] = [];
  for (const line of lines) parts.push(line, '\n');
  return new Blob(parts, { type: `${type};charset=utf-8` });
}
