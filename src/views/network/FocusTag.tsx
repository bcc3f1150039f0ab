import { norm } from '../../engine';
import { at, clipped, grad } from '../../engine/cells';
import type { CellId, Op, Plan } from '../../engine/types';
import type { NetworkLayout } from '../../layout/network';
import { formatNumber, label } from '../../notation';
import { useCell, useRun, useUnrolled } from '../../store';
import { textWidth } from './fit-number';
import { focusIn } from './use-role';

interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Where the number of the operation in focus is written if no node shows it: beside the stream it runs along, or, for
 * ∂E/∂o and ∂E/∂a, behind the node whose slope made it. Numbers that have a node of their own need no tag.
 */
const placeOf = (op: Op, layout: NetworkLayout): Place | undefined => {
  const { t, out } = op;
  const { metrics: m, node, streams } = layout;
  const S = node.get(at('S', t));
  const Y = node.get(at('Y', t));
  if (!S || !Y) return undefined;
  if (out === grad(at('o', t))) return { x: Y.box.x + Y.box.width / 2 + 20, y: Y.box.y + Y.box.height + 15 };
  if (out === grad(at('a', t))) return { x: S.box.x + S.box.width / 2 + 10, y: m.x.y - 14 };
  if (out === grad(at('S', t)) || out === clipped(at('S', t))) return undefined;
  const stream = streams.find(({ cell }) => cell === out);
  if (!stream) return undefined;
  const [x1, y1, x2, y2] = stream.line;
  return stream.leaves === undefined
    ? { x: x1 + 12, y: (y1 + y2) / 2 }
    : { x: (x1 + x2) / 2 - 30, y: m.x.y - 14 };
};

/** The number of a vector's tag: itself if it is one, else its norm. */
const sizeOf = (values: Float64Array): string => formatNumber(values.length === 1 ? values[0] : norm(values));

const nameOf = (cell: CellId, plan: Plan, isVector: boolean): string =>
  isVector ? `‖${label(cell, plan)}‖` : label(cell, plan);

/** The number of the operation in focus, where it arises. */
export const FocusTag = ({ layout }: { layout: NetworkLayout }) => {
  const op = useUnrolled(focusIn);
  const { plan } = useRun();
  const values = useCell(op?.out ?? '');
  const place = op && placeOf(op, layout);
  if (!place || !op || !values) return null;
  const name = nameOf(op.out, plan, values.length > 1);
  const number = sizeOf(values);
  const width = textWidth(`${name} = ${number}`, 12) + 10;
  return (
    <g className="network-tag">
      <rect x={place.x} y={place.y - 11} width={width} height={22} rx={5} />
      <text x={place.x + width / 2} y={place.y} dy="0.36em" fontSize={12} textAnchor="middle">
        {name} = {number}
      </text>
    </g>
  );
};
