import type { ReactNode } from 'react';
import { setup as text } from '../../messages/setup';
import { useUnrolled } from '../../store';

interface Props {
  /** The playhead from which on nothing of it is still to come. */
  readonly from: number;
  readonly children: ReactNode;
}

/** What tells of results that are still to come waits, while someone predicts, until they are there. */
export const OncePredicted = ({ from, children }: Props) => {
  const isWaiting = useUnrolled(({ predict, playhead }) => predict !== null && playhead < from);
  return isWaiting ? <p className="controls-result">{text.waits}</p> : children;
};
