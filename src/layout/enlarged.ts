/** One column of a compressed network, wide enough for its numbers; it lies over its neighbours. */
import { at } from '../engine/cells';
import type { Plan } from '../engine/types';
import type { Box, NodeBox } from './boxes';
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

/** As far as the ground of a name reaches beyond the enlarged node, and how high it is. */
const [MARGIN, GROUND] = [12, 18];

/**
 * What lies under the name of an enlarged node, so that it does not mix with its neighbours': those are covered as a
 * whole, for half a name says something else.
 */
export const groundOf = ({ lane, t, name, box }: NodeBox, { nodes, metrics }: NetworkLayout): Box => {
  let [left, right] = [box.x - MARGIN, box.x + box.width + MARGIN];
  for (const node of nodes) {
    if (!node.isNamed || node.lane !== lane || node.t === t || node.t === 0) continue;
    // A letter, and digits in smaller type.
    const width = metrics.label * (0.8 + 0.45 * String(node.t).length);
    const { x, anchor } = node.name;
    const from = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
    if (from > right || from + width < left) continue;
    [left, right] = [Math.min(left, from - 1), Math.max(right, from + width)];
  }
  return { x: left, y: name.y - 14, width: right - left, height: GROUND };
};

const nameAt = ({ lane, name }: NodeBox, box: NodeBox['box']): NodeBox['name'] =>
  lane === 'x'
    ? { ...name, x: box.x + box.width / 2 }
    : lane === 'E' || lane === 'd'
      ? name
      : { x: box.x + 1, y: box.y - 5, anchor: 'start' };
