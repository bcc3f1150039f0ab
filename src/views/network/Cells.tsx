import { memo } from 'react';
import type { CellId, Plan } from '../../engine/types';
import type { Box } from '../../layout/boxes';
import { type GradientDomain, gradientShare, inkOn, palette } from '../../layout/colour';
import { messages } from '../../messages';
import { formatFull, label } from '../../notation';
import { useConvention, useTheme } from '../../store';
import { fitNumbers, textWidth } from './fit-number';

interface CellsProps {
  readonly plan: Plan;
  readonly cell: CellId;
  readonly values: Float64Array;
  readonly box: Box;
  /** Entries side by side; row by row. */
  readonly across?: number;
  /** Type size of the numbers; 0: none. */
  readonly type: number;
  /** The value that has the end's colour. */
  readonly valueMax: number;
  /** Given for a gradient: its shape is notched, and its cells are coloured by sign and, on the log scale, by size. */
  readonly gradientDomain?: GradientDomain;
  /** A value on its way: a_t where S_t will stand. */
  readonly isProvisional?: boolean;
  readonly radius?: number;
}

/** A gradient's cell, or its strip of cells, has its upper right corner cut off. */
export const notched = ({ x, y, width, height }: Box): string => {
  const cut = Math.min(8, width * 0.5, height * 0.4);
  return `M${x},${y}h${width - cut}l${cut},${cut}v${height - cut}h${-width}Z`;
};

/** A pill is round as told; a cell is at most a little round, however small. */
const roundness = (radius: number, { width, height }: Box): number =>
  radius >= height / 2 ? Math.min(height, width) / 2 : Math.min(radius, height / 4, width / 4);

/** The shortest text of a number may still be too wide for its cell: then it alone is written a little smaller. */
const typeFor = (text: string, room: number, type: number): number =>
  Math.min(type, Math.max(8, (type * room) / textWidth(text, type)));

/** The numbers of a vector, one coloured cell each, with their text if there is room. */
export const Cells = memo(function Cells({
  plan,
  cell,
  values,
  box,
  across = 1,
  type,
  valueMax,
  gradientDomain,
  isProvisional = false,
  radius = 4,
}: CellsProps) {
  const colours = palette(useTheme());
  // Its titles name the cell.
  useConvention();
  const rows = Math.ceil(values.length / across);
  const seam = values.length === 1 ? 0 : box.height / rows >= 6 ? 1.5 : 0.5;
  const height = box.height / rows;
  const width = box.width / across;
  const name = label(cell, plan);
  const texts = type > 0 ? fitNumbers(values, width - Math.min(6, width / 12), type) : [];
  return Array.from(values, (value, index) => {
    const place: Box = {
      x: box.x + (index % across) * width + (across > 1 ? 1 : 0),
      y: box.y + Math.floor(index / across) * height + seam / 2,
      width: width - (across > 1 ? 2 : 0),
      height: height - seam,
    };
    const share = gradientDomain
      ? Math.sign(value) * gradientShare(Math.abs(value), gradientDomain)
      : value / valueMax;
    const fill = colours.value(share);
    const full = formatFull(value);
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: an entry of a vector is its index
      <g key={index} data-row={index}>
        <title>
          {values.length === 1
            ? messages.network.number(name, full)
            : messages.network.entry(name, index + 1, full)}
        </title>
        {gradientDomain && index === across - 1 ? (
          <path d={notched(place)} fill={fill} />
        ) : (
          <rect
            className={isProvisional ? 'network-provisional' : undefined}
            {...place}
            rx={roundness(radius, place)}
            fill={fill}
          />
        )}
        {type > 0 && (
          <text
            className="network-number"
            x={place.x + place.width / 2}
            y={place.y + place.height / 2}
            dy="0.36em"
            fontSize={typeFor(texts[index], width, type)}
            fill={inkOn(fill)}
          >
            {texts[index]}
          </text>
        )}
      </g>
    );
  });
});
