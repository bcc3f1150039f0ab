import { useLayoutEffect, useRef } from 'react';
import type { Katex } from '../../inspector/load-katex';
import { withoutMarks } from '../latex/equation';

interface Props {
  readonly katex: Katex | null;
  readonly tex: string;
  /** What stands there if there is no KaTeX. */
  readonly text: string;
  readonly isDisplay?: boolean;
  readonly isSmall?: boolean;
}

/** An equation to be read, with MathML for those who hear it. */
export const Formula = ({ katex, tex, text, isDisplay = false, isSmall = false }: Props) => {
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (katex && place.current)
      katex.render(withoutMarks(tex), place.current, {
        displayMode: isDisplay,
        throwOnError: false,
        strict: 'ignore',
      });
  }, [katex, tex, isDisplay]);
  return (
    <span
      ref={place}
      className={`print-formula${isDisplay ? ' is-display' : ''}${isSmall ? ' is-small' : ''}`}
    >
      {katex ? null : text}
    </span>
  );
};
