import { useMemo } from 'react';
import type { NetworkLayout } from '../../layout/network';
import { focusIn, useUnrolled } from '../../store';
import { isLong, SymbolSpans } from './Symbol';

/** The weight's name as an ink chip on each edge in focus, above all nodes. */
export const FocusedChip = ({ layout }: { layout: NetworkLayout }) => {
  const byCell = useMemo(() => {
    const chips = new Map<string, NetworkLayout['edges'][number][]>();
    for (const edge of layout.edges)
      if (edge.weight) for (const cell of edge.cells) chips.set(cell, [...(chips.get(cell) ?? []), edge]);
    return chips;
  }, [layout]);
  const out = useUnrolled((state) => focusIn(state)?.out);
  return (out === undefined ? [] : (byCell.get(out) ?? [])).map(({ id, weight, chip }) =>
    weight ? <WeightChip key={id} weight={weight} {...chip} /> : null,
  );
};

/** As wide as the widest chip. */
export const CHIP_WIDTH = 32;

interface WeightChipProps {
  readonly weight: string;
  readonly x: number;
  readonly y: number;
  /** A name that always stands there: no ink while it is not in focus. */
  readonly isCalm?: boolean;
}

export const WeightChip = ({ weight, x, y, isCalm = false }: WeightChipProps) => {
  // An index of two letters takes more room.
  const [half, type] = isLong(weight) ? [CHIP_WIDTH / 2, 14] : [14, 15];
  return (
    <g className={isCalm ? 'network-chip is-calm' : 'network-chip'}>
      <rect x={x - half} y={y - 10} width={2 * half} height={20} rx={5} />
      <text x={x} y={y + 5} fontSize={type} textAnchor="middle">
        <SymbolSpans cell={weight} size={type} />
      </text>
    </g>
  );
};
