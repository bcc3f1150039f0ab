/** One column of a compressed network, wide enough for its numbers; it lies over its neighbours. */
import { at } from '../engine/cells';
import type { Plan } from '../engine/types';
import type { NodeBox } from './boxes';
import type { Columns } from './columns';
import { LONGEST_COLUMN } from './metrics';
import type { NetworkLayout } from './network';

const WIDTH = 46;
const TYPE = 11;

/** Two columns hold so many numbers; a longer state is a wide strip of colour. */
const MOST_WRITTEN = 2 * LONGEST_COLUMN;

/**
 * The nodes of column t with room for their numbers, at the heights where they stand. A state longer than a column
 * of numbers can be is written in two columns.
 */
export const enlargedColumn = (plan: Plan, t: number, columns: Columns, layout: NetworkLayout): NodeBox[] => {
  const { H } = plan.shape;
  const across = H > LONGEST_COLUMN && H <= MOST_WRITTEN ? 2 : 1;
  const gradientWidth = H === 1 ? 0 : 9;
  const whole = WIDTH * across + gradientWidth;
  const centre = Math.max(whole / 2 + 2, Math.min(columns.total - whole / 2 - 2, columns.x(t)));
  return (['x', 'Y', 'E', 'd', 'C', 'S'] as const).flatMap((lane): NodeBox[] => {
    const node = layout.node.get(at(lane, t));
    if (!node) return [];
    if (lane !== 'S' && lane !== 'C') {
      const isLong = node.rows > LONGEST_COLUMN;
      if (isLong || (node.type > 0 && node.box.width >= WIDTH - 8)) return [];
      const box = { ...node.box, x: centre - WIDTH / 2, width: WIDTH };
      return [{ ...node, box, type: TYPE, isNamed: true, name: nameAt(node, box) }];
    }
    const left = centre - whole / 2;
    const box = { ...node.box, x: left, width: WIDTH * across };
    const gradient = node.gradient && {
      ...node.gradient,
      x: H === 1 ? left : left + WIDTH * across + 1,
      width: H === 1 ? WIDTH : gradientWidth - 1,
    };
    return [
      {
        ...node,
        box,
        gradient,
        across,
        type: H > MOST_WRITTEN ? 0 : TYPE,
        gradientType: H === 1 ? TYPE : 0,
        isNamed: true,
        name: { x: left + 1, y: box.y - 6, anchor: 'start' },
      },
    ];
  });
};

const nameAt = ({ lane, name }: NodeBox, box: NodeBox['box']): NodeBox['name'] =>
  lane === 'x'
    ? { ...name, x: box.x + box.width / 2 }
    : lane === 'E' || lane === 'd'
      ? name
      : { x: box.x + 1, y: box.y - 5, anchor: 'start' };
