import { memo } from 'react';
import { at, clipped, grad } from '../../engine/cells';
import { nodeName } from '../../notation';
import { useCell, usePlan } from '../../store';
import { point } from '../../store/actions';
import { lazily } from '../lazily';
import { GradientVector, NodeName, type NodeProps, ValueVector } from './NodeParts';
import { isHeat } from './node-kinds';
import { focusing } from './pointing';
import { useRenderCount } from './renders';
import { before, gradientCells, valueCells } from './state-cells';
import { useRole } from './use-role';

/** What hovering tells of a strip of colour, loaded where there are any. */
const HeatTitle = lazily(() => import('./BareState').then((module) => module.HeatTitle));

/**
 * S_t: its value (a_t, dashed, while only that is known) and, once it has arrived, δ_t. Nothing at all before.
 * With clipping δ̃_t takes the place of δ_t: it is what flows on.
 */
export const StateNode = memo(function StateNode({ node, labelSize, isCopy = false }: NodeProps) {
  useRenderCount(isCopy ? `copy of ${node.id}` : node.id);
  const { t, id } = node;
  const plan = usePlan();
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
  const name = nodeName(cell, plan, shown, received);
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: the states are walked through by keyboard, to hear their numbers
    <g className="network-node" role="img" tabIndex={isCopy ? -1 : 0} aria-label={name} {...focusing(cell)}>
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
        hasCells={!isHeat(node)}
      />
      {isHeat(node) && <HeatTitle box={node.box} cell={cell} values={shown} />}
      {gradient && node.gradient && (
        <g onPointerEnter={() => point(gradientCell)} onPointerLeave={() => point(cell)}>
          <GradientVector
            box={node.gradient}
            across={node.across}
            type={node.gradientType}
            cell={gradientCell}
            values={gradient}
            emphasis={gradientRole}
            hasCells={!isHeat(node)}
          />
          {isHeat(node) && <HeatTitle box={node.gradient} cell={gradientCell} values={gradient} />}
        </g>
      )}
    </g>
  );
});
