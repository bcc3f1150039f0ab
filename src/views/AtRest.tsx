import { type ReactNode, useRef, useSyncExternalStore } from 'react';
import { StoreContext } from '../store';
import { isAtRest, restingStore } from '../store/rest';

interface Props {
  /** Whether it waits at all; else it follows at once. */
  readonly isPatient?: boolean;
  readonly children: ReactNode;
}

/**
 * What follows once the moment rests: names that are read out, targets, numbers beside the score that are more than a frame
 * has time for. What it is given and what it reads from the store stay as they were meanwhile.
 */
export const AtRest = ({ isPatient = true, children }: Props) => {
  const isThere = useSyncExternalStore(restingStore.subscribe, isAtRest) || !isPatient;
  const kept = useRef(children);
  if (isThere) kept.current = children;
  return isPatient ? <StoreContext value={restingStore}>{kept.current}</StoreContext> : kept.current;
};
