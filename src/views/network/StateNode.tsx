import { memo } from 'react';
import { at, clipped, grad } from '../../engine/cells';
import type { CellId, Plan } from '../../engine/types';
import type { NodeBox } from '../../layout/boxes';
import { nodeName } from '../../notation';
import { useCell, useRun } from '../../store';
import { point } from '../../store/actions';
import { GradientVector, NodeName, type NodeProps, ValueVector } from './NodeParts';
import { focusing } from './pointing';
import { useRenderCount } from './renders';
import { useRole } from './use-role';

/**
 * The cells that a state's value and its gradient stand for: an operation on one of them is about this node. Of a cell
 * with gates a_t is not the state's own.
 */
const before = (t: number, plan: Plan): CellId[] => (plan.shape.cell === 'rnn' ? [at('a', t)] : []);
const valueCells = ({ id, t }: NodeBox, plan: Plan): CellId[] => [id, ...before(t, plan)];
const gradientCells = ({ id, t }: NodeBox, plan: Plan): CellId[] => [
  grad(id),
  clipped(id),
  ...before(t, plan).map(grad),
];

/**
 * S_t: its value (a_t, dashed, while only that is known) and, once it has arrived, δ_t. Nothing at all before.
 * With clipping δ̃_t takes the place of δ_t: it is what flows on.
 */
export const StateNode = memo(function StateNode({ node, labelSize, isCopy = false }: NodeProps) {
  useRenderCount(isCopy ? `copy of ${node.id}` : node.id);
  const { t, id } = node;
  const { plan } = useRun();
  const value = useCell(id);
  const preActivation = useCell(before(t, plan)[0] ?? '');
  const received = useCell(grad(id));
  const flowing = useCell(clipped(id));
  const valueRole = useRole(valueCells(node, plan));
  const gradientRole = useRole(gradientCells(node, plan));
  const shown = value ?? preActivation;
  if (!shown) return null;
  const gradient = flowing ?? received;
  const cell = value ? id : at('a', t);
  const gradientCell = flowing ? clipped(id) : grad(id);
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: the states are walked through by keyboard, to hear their numbers
    <g
      className="network-node"
      role="img"
      tabIndex={isCopy ? -1 : 0}
      aria-label={nodeName(cell, plan, shown, received)}
      {...focusing(cell)}
    >
      <NodeName node={node} cell={cell} size={labelSize} isProvisional={!value} />
      <ValueVector
        box={node.box}
        across={node.across}
        type={node.type}
        cell={cell}
        values={shown}
        emphasis={valueRole}
        radius={node.rows > 1 ? 6 : 5}
        cellRadius={4}
        isProvisional={!value}
      />
      {gradient && node.gradient && (
        <g onPointerEnter={() => point(gradientCell)} onPointerLeave={() => point(cell)}>
          <GradientVector
            box={node.gradient}
            across={node.across}
            type={node.gradientType}
            cell={gradientCell}
            values={gradient}
            emphasis={gradientRole}
          />
        </g>
      )}
    </g>
  );
});
