import { useEffect, useRef, useState } from 'react';
import { oncePerFrame } from '../../store/frame';
import { showSteps } from '../../store/show-steps';
import { useColumns } from '../score/columns-context';
import type { Bounds, Sight } from './sight';

/** Moves the window. Small movements add up to steps; one a frame is drawn. */
export type Move = (next: (now: Sight, bounds: Bounds) => Sight) => void;

/** After so many ms without a movement the next one begins at a whole step. */
const PAUSE = 250;

/** @param most as many steps as fit into the score */
export function useMover(most: number): Move {
  const { first, last, T } = useColumns();
  const seen = useRef({ first, count: last - first + 1, T, most });
  useEffect(() => {
    seen.current = { first, count: last - first + 1, T, most };
  });
  const [move] = useState(() => {
    let latest: Sight | undefined;
    let movedAt = Number.NEGATIVE_INFINITY;
    return ((next) => {
      const { first, count, ...bounds } = seen.current;
      const now = performance.now();
      const isUnderWay = latest && now - movedAt < PAUSE;
      const sight = next(isUnderWay && latest ? latest : { first, count }, bounds);
      latest = sight;
      movedAt = now;
      oncePerFrame('window', () => showSteps(sight.first, sight.count));
    }) satisfies Move;
  });
  return move;
}
