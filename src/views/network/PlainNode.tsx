import { type MouseEvent, memo } from 'react';
import { at, grad } from '../../engine/cells';
import type { CellId } from '../../engine/types';
import type { Box, NodeBox } from '../../layout/boxes';
import { messages } from '../../messages';
import { formatFull, label, nodeName } from '../../notation';
import { useCell, usePlan } from '../../store';
import { point } from '../../store/actions';
import { Character } from './Character';
import { editNumber } from './edit-number';
import { fitNumber } from './fit-number';
import { GradientVector, NodeName, type NodeProps, Outlined, ValueVector } from './NodeParts';
import { isHeat } from './node-kinds';
import { pointing } from './pointing';
import { useRenderCount } from './renders';
import { useRole } from './use-role';

/** The cells whose operations are about this node. */
export const cellsOf = ({ id, lane, t }: NodeBox): CellId[] =>
  lane === 'Y' ? [id, at('o', t), grad(id), grad(at('o', t))] : [id, grad(id)];

export const radiusOf = ({ lane, rows, box }: NodeBox): number =>
  lane === 'Y' && rows === 1 ? Math.min(box.height, box.width) / 2 : Math.min(5, box.width / 4);

interface PlainProps extends NodeProps {
  /** As wide as it may be pressed. Not read from the columns around it: it would follow them even where it waits for rest. */
  readonly columnWidth: number;
}

/** x_t, Y_t (o_t, dashed, while only that is known), E_t or d_t. What is given can be clicked and edited. */
export const PlainNode = memo(function PlainNode({
  node,
  labelSize,
  isCopy = false,
  isBare = false,
  columnWidth,
}: PlainProps) {
  useRenderCount(isCopy ? `copy of ${node.id}` : node.id);
  const { id, lane, t, box } = node;
  const plan = usePlan();
  const value = useCell(id);
  const before = useCell(at(lane === 'Y' ? 'o' : lane, t));
  const role = useRole(cellsOf(node));
  const received = useCell(grad(id));
  const shown = value ?? before;
  if (!shown) return null;
  const cell = value ? id : at('o', t);
  const isGiven = lane === 'x' || lane === 'd' || t === 0;
  const radius = radiusOf(node);
  const name = nodeName(cell, plan, shown, node.gradient && received);
  const content = isBare ? null : (
    <>
      <NodeName node={node} cell={cell} size={labelSize} isProvisional={!value} />
      {lane === 'E' ? (
        <Outlined box={box} emphasis={role} radius={radius} isVector={false}>
          <ErrorNumber node={node} values={shown} />
        </Outlined>
      ) : (
        <ValueVector
          box={box}
          across={node.across}
          type={node.type}
          cell={cell}
          values={shown}
          emphasis={role}
          radius={radius}
          isProvisional={!value}
          hasCells={!isHeat(node)}
        />
      )}
      {node.rows > 1 && value && <Character box={box} values={value} />}
      {received && node.gradient && (
        <GradientVector
          box={node.gradient}
          across={node.across}
          type={node.gradientType}
          cell={grad(id)}
          values={received}
          emphasis="calm"
          hasCells={!isHeat(node)}
        />
      )}
    </>
  );
  if (!isGiven)
    return (
      // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: pointing lights up what belongs together; there is nothing to press
      <g className="network-node" role="img" aria-label={name} {...pointing(cell)}>
        {isBare && <rect className="network-target" {...box} />}
        {isBare && <title>{titleOf(id, shown)}</title>}
        {content}
      </g>
    );
  const target = targetOf(box, columnWidth);
  return (
    <g className="network-node network-given" {...pointing(cell)}>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group takes no focus */}
      {content && <g aria-hidden="true">{content}</g>}
      {/*
        The button lies over the drawing, larger than a small cell, and has no letters in it: spelled out one by one they
        would be a name that is not the button's.
      */}
      <g>
        <title>{titleOf(id, shown)}</title>
        <rect
          className="network-target"
          role="button"
          tabIndex={isCopy ? -1 : 0}
          aria-label={messages.network.edit(name)}
          {...target}
          onFocus={() => point(cell)}
          onBlur={() => point(null)}
          onClick={(event) => editNumber(id, rowAt(event, node, target), event.currentTarget)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== ' ') return;
            event.preventDefault();
            event.stopPropagation();
            editNumber(id, 0, event.currentTarget);
          }}
        />
      </g>
    </g>
  );
});

/** The error: a number of its own kind, neither value nor gradient, so it has no colour. */
const ErrorNumber = ({ node, values }: { node: NodeBox; values: Float64Array }) => {
  const { box, type } = node;
  const full = messages.network.number(label(node.id), formatFull(values[0]));
  return (
    <g>
      <title>{full}</title>
      {type > 0 && (
        <text
          className="network-number network-error-number"
          x={box.x + box.width / 2}
          y={box.y + box.height / 2}
          dy="0.36em"
          fontSize={type}
        >
          {fitNumber(values[0], box.width - 4, type)}
        </text>
      )}
    </g>
  );
};

/** Where a node is pressed: at least 24 px high and wide, as far as its column goes. */
const targetOf = (box: Box, columnWidth: number): Box => {
  const [width, height] = [Math.max(box.width, Math.min(24, columnWidth)), Math.max(24, box.height)];
  return { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height };
};

/** Every number of a given cell in full, a line each. */
const titleOf = (id: CellId, values: Float64Array): string => {
  const name = label(id);
  const write = (value: number, index: number) =>
    values.length === 1
      ? messages.network.number(name, formatFull(value))
      : messages.network.entry(name, index + 1, formatFull(value));
  return Array.from(values, write).join('\n');
};

/** Which entry of a vector is pressed; a screen reader presses without a place: the first. */
const rowAt = (event: MouseEvent<SVGRectElement>, { box, rows, across }: NodeBox, target: Box): number => {
  const { left, top, width } = event.currentTarget.getBoundingClientRect();
  if (event.detail === 0) return 0;
  const scale = width / target.width;
  const x = (event.clientX - left) / scale + target.x - box.x;
  const y = (event.clientY - top) / scale + target.y - box.y;
  const within = (share: number, count: number) =>
    Math.min(count - 1, Math.max(0, Math.floor(share * count)));
  const lines = Math.ceil(rows / across);
  return Math.min(rows - 1, within(y / box.height, lines) * across + within(x / box.width, across));
};
