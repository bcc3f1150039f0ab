import { memo, type ReactNode } from 'react';
import { at, clipped, grad } from '../../engine/cells';
import type { CellId, Plan } from '../../engine/types';
import type { Box, NodeBox } from '../../layout/boxes';
import { nodeName } from '../../notation';
import { useCell, useRun } from '../../store';
import { point } from '../../store/actions';
import { Cells, notched } from './Cells';
import { useRenderCount } from './renders';
import { MathSymbol } from './Symbol';
import { type Role, useRole } from './use-role';

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

const grow = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

interface OutlineProps {
  readonly box: Box;
  readonly emphasis: Role;
  readonly radius: number;
  /** Several cells stand a little inside of their outline. */
  readonly isVector: boolean;
  readonly isGradient?: boolean;
  readonly children: ReactNode;
}

/**
 * A node's ground and, over its cells, its outline: ink and thick in focus, ink and thin where read or pointed at,
 * else quiet; a gradient's is notched.
 */
export const Outlined = ({ box, emphasis, radius, isVector, isGradient = false, children }: OutlineProps) => {
  const isStrip = isGradient && box.width < 10;
  const outer = grow(box, isVector && !isGradient ? 2 : 0);
  const shape = (className: string) =>
    isGradient ? (
      <path className={className} d={notched(outer)} />
    ) : (
      <rect className={className} {...outer} rx={radius} />
    );
  return (
    <>
      {shape('network-ground')}
      {children}
      {shape(
        `network-outline${isGradient ? ' is-gradient' : ''}${isStrip ? ' is-strip' : ''} is-${emphasis}`,
      )}
    </>
  );
};

export interface NodeProps {
  readonly node: NodeBox;
  readonly labelSize: number;
  /** Drawn a second time, enlarged: for the eye alone. */
  readonly isCopy?: boolean;
}

/**
 * S_t: its value (a_t, dashed, while only that is known) and, once it has arrived, δ_t. Nothing at all before.
 * With clipping δ̃_t takes the place of δ_t: it is what flows on.
 */
export const StateNode = memo(function StateNode({ node, labelSize, isCopy = false }: NodeProps) {
  useRenderCount(isCopy ? `copy of ${node.id}` : node.id);
  const { t, id, box } = node;
  const { plan, valueMax, gradientDomain } = useRun();
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
      onPointerEnter={() => point(cell)}
      onPointerLeave={() => point(null)}
      onFocus={() => point(cell)}
      onBlur={() => point(null)}
    >
      {node.isNamed && (
        <MathSymbol
          cell={cell}
          {...node.name}
          size={labelSize}
          className={value ? '' : 'network-provisional'}
        />
      )}
      <Outlined box={box} emphasis={valueRole} radius={node.rows > 1 ? 6 : 5} isVector={node.rows > 1}>
        <Cells
          plan={plan}
          cell={cell}
          values={shown}
          box={box}
          across={node.across}
          type={node.type}
          valueMax={valueMax}
          isProvisional={!value}
        />
      </Outlined>
      {gradient && node.gradient && (
        <g onPointerEnter={() => point(gradientCell)} onPointerLeave={() => point(cell)}>
          <Outlined
            box={node.gradient}
            emphasis={gradientRole}
            radius={4}
            isVector={node.rows > 1}
            isGradient
          >
            <Cells
              plan={plan}
              cell={gradientCell}
              values={gradient}
              box={node.gradient}
              across={node.across}
              type={node.gradientType}
              valueMax={valueMax}
              gradientDomain={gradientDomain}
            />
          </Outlined>
        </g>
      )}
    </g>
  );
});
