import { at, clipped, grad } from '../../engine/cells';
import type { Op } from '../../engine/types';
import type { NetworkLayout } from '../../layout/network';
import { focusIn, useCell, usePlan, useUnrolled } from '../../store';
import { CHIP_WIDTH } from './FocusedChip';
import { TAG_HEIGHT, Tag, tagOf, tagWidth } from './Tag';

/** No tag begins further left. */
const LEAST_X = 2;

interface Place {
  readonly x: number;
  readonly y: number;
  /** On which side of x the tag lies. */
  readonly side: 'left' | 'right';
}

/**
 * Where the number of the operation in focus is written if no node shows it: beside the stream it runs along, or, for
 * ∂E/∂o and ∂E/∂a, behind the node whose slope made it. Numbers that have a node of their own need no tag. Between Y_t
 * and S_t it lies at the left, where no gradient has been yet, above the names of the states; where the weight's chip
 * stands there, beside that.
 */
const placeOf = (op: Op, layout: NetworkLayout, width: number): Place | undefined => {
  const { t, out } = op;
  const { metrics: m, node, streams } = layout;
  const S = node.get(at('S', t));
  const Y = node.get(at('Y', t));
  if (!S || !Y) return undefined;
  const centre = Y.box.x + Y.box.width / 2;
  const below = m.x.y - 14;
  const stream = streams.find(({ cell }) => cell === out);
  const isOfState = out === grad(at('S', t)) || out === clipped(at('S', t));
  if (isOfState && m.S.gradientType > 0) return undefined;
  if (out === grad(at('o', t)) || (stream && stream.leaves === undefined && stream.from === Y.id)) {
    const y = Y.box.y + Y.box.height + TAG_HEIGHT / 2 + 2;
    const chip = layout.edges.find(({ weight, cells }) => weight === 'Wy' && cells.includes(out))?.chip;
    const end = chip ? chip.x - CHIP_WIDTH / 2 - 3 : centre - 6;
    return end - width >= LEAST_X
      ? { x: end, y: chip?.y ?? y, side: 'left' }
      : { x: centre + 28, y, side: 'right' };
  }
  if (out === grad(at('a', t))) return { x: centre + 10, y: below, side: 'right' };
  if (isOfState || !stream) return undefined;
  const [x1, y1, x2, y2] = stream.line;
  return stream.leaves === undefined
    ? { x: centre - 6, y: Math.min((y1 + y2) / 2, y1 + TAG_HEIGHT / 2 + 1), side: 'left' }
    : { x: (x1 + x2) / 2 - 30, y: below, side: 'right' };
};

/** The number of the operation in focus, where it arises. */
export const FocusTag = ({ layout }: { layout: NetworkLayout }) => {
  const op = useUnrolled(focusIn);
  const plan = usePlan();
  const values = useCell(op?.out ?? '');
  if (!op || !values) return null;
  const text = tagOf(op.out, plan, values);
  const width = tagWidth(text);
  const place = placeOf(op, layout, width);
  if (!place) return undefined;
  // Not under the names at the left.
  const x = Math.max(LEAST_X, place.side === 'left' ? place.x - width : place.x);
  return <Tag text={text} x={x} y={place.y} />;
};
