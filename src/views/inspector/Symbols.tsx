import type { CellId, Plan } from '../../engine/types';
import { type Parts, parts, segments } from '../../notation';
import './symbols.css';

const Spelled = ({ prefix, base, sub, suffix }: Parts) => (
  <span className="symbol">
    {prefix}
    <i>{base}</i>
    {sub && <sub>{sub}</sub>}
    {suffix}
  </span>
);

/** A cell's symbol in a line of text: italic letter, lowered index. */
export const CellSymbol = ({ cell, plan }: { readonly cell: CellId; readonly plan?: Plan }) => (
  <Spelled {...parts(cell, plan)} />
);

/** A sentence with markers (`{S3}`, `{d:S_t}`) with its symbols. */
export const Sentence = ({ text, plan }: { readonly text: string; readonly plan?: Plan }) =>
  segments(text, plan).map((piece, i) =>
    typeof piece === 'string' ? (
      piece
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a sentence's pieces have no identity but their place.
      <Spelled key={i} {...piece.parts} />
    ),
  );
