import type { PointerEvent } from 'react';
import { clipped, grad } from '../../engine/cells';
import type { CellId } from '../../engine/types';
import type { Box, NodeBox } from '../../layout/boxes';
import { messages } from '../../messages';
import { formatFull, label, nodeName } from '../../notation';
import { useCell, usePlan } from '../../store';
import { point } from '../../store/actions';
import { focusing } from './pointing';
import { before } from './state-cells';

interface StripProps {
  readonly box: Box;
  readonly cell: CellId;
  readonly values: Float64Array;
}

/** A strip of colour that is drawn on a canvas: hovering tells the entry under the pointer. */
export const HeatTitle = ({ box, cell, values }: StripProps) => {
  const plan = usePlan();
  const tell = ({ currentTarget, clientY }: PointerEvent<SVGRectElement>) => {
    const { top, height } = currentTarget.getBoundingClientRect();
    const row = Math.floor(((clientY - top) / height) * values.length);
    const index = Math.min(values.length - 1, Math.max(0, row));
    const title = currentTarget.querySelector('title');
    const name = label(cell, plan);
    const value = formatFull(values[index]);
    if (title)
      title.textContent =
        values.length === 1
          ? messages.network.number(name, value)
          : messages.network.entry(name, index + 1, value);
  };
  return (
    <rect className="network-target" {...box} onPointerEnter={tell} onPointerMove={tell}>
      <title />
    </rect>
  );
};

/** A state whose numbers are drawn on a canvas. */
export const BareState = ({ node }: { readonly node: NodeBox }) => {
  const { id, t } = node;
  const plan = usePlan();
  const value = useCell(id);
  const made = useCell(before(t, plan)[0] ?? '');
  const received = useCell(grad(id));
  const flowing = useCell(clipped(id));
  const shown = value ?? made;
  if (!shown) return null;
  const cell = value ? id : before(t, plan)[0];
  const gradient = flowing ?? received;
  const gradientCell = flowing ? clipped(id) : grad(id);
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: the states are walked through by keyboard, to hear their numbers
    <g
      className="network-node"
      role="img"
      tabIndex={0}
      aria-label={nodeName(cell, plan, shown, received)}
      {...focusing(cell)}
    >
      <HeatTitle box={node.box} cell={cell} values={shown} />
      {gradient && node.gradient && (
        <g onPointerEnter={() => point(gradientCell)} onPointerLeave={() => point(cell)}>
          <HeatTitle box={node.gradient} cell={gradientCell} values={gradient} />
        </g>
      )}
    </g>
  );
};
