import { norm } from '../../engine';
import type { CellId, Plan } from '../../engine/types';
import { formatNumber, label } from '../../notation';
import { textWidth } from './fit-number';

const TYPE = 12;
export const TAG_HEIGHT = 20;

/** What a tag says of a cell: its number, of a vector its norm. */
export const tagOf = (cell: CellId, plan: Plan, values: Float64Array): string => {
  const name = label(cell, plan);
  return values.length === 1
    ? `${name} = ${formatNumber(values[0])}`
    : `‖${name}‖ = ${formatNumber(norm(values))}`;
};

/** As wide as a tag of a text is. */
export const tagWidth = (text: string): number => textWidth(text, TYPE) + 10;

/** A number written where it arises, at the right of (x, y). */
export const Tag = ({ text, x, y }: { text: string; x: number; y: number }) => {
  const width = tagWidth(text);
  return (
    <g className="network-tag">
      <rect x={x} y={y - TAG_HEIGHT / 2} width={width} height={TAG_HEIGHT} rx={5} />
      <text x={x + width / 2} y={y} dy="0.36em" fontSize={TYPE} textAnchor="middle">
        {text}
      </text>
    </g>
  );
};
