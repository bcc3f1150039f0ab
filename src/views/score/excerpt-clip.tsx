import { type ReactNode, useId } from 'react';
import { useColumns } from './columns-context';

interface ExcerptClip {
  /** Where lines end that lead on to steps out of sight, to be drawn once in the row; nothing where all are in sight. */
  readonly path: ReactNode;
  /** What a group of such lines is given. */
  readonly clip: { readonly clipPath?: string };
}

/** Lines of an excerpt end at its edges. */
export const useExcerptClip = (height: number): ExcerptClip => {
  const id = useId();
  const { first, last, T, left, right } = useColumns();
  if (first === 1 && last === T) return { path: null, clip: {} };
  return {
    path: (
      <clipPath id={id}>
        <rect x={left} y={0} width={right - left} height={height} />
      </clipPath>
    ),
    clip: { clipPath: `url(#${id})` },
  };
};
