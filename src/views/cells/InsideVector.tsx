import { memo } from 'react';
import { grad } from '../../engine/cells';
import type { Vector } from '../../layout/cells/figure';
import { nodeName } from '../../notation';
import { useCell, usePlan } from '../../store';
import { GradientVector, ValueVector } from '../network/NodeParts';
import { focusing, pointing } from '../network/pointing';
import { useRenderCount } from '../network/renders';
import { MathSymbol } from '../network/Symbol';
import { useRole } from '../network/use-role';
import { useLatest } from './use-latest';

/** Where a gate's rows belong to a larger vector: an operation on a_t is about each of its gates. */
const wholes = (cells: readonly string[]): string[] =>
  cells.flatMap((cell) => (cell.includes('.') ? [cell, cell.replace(/\.[a-z]+/, '')] : [cell]));

/** A vector inside the cell: its numbers once they are known, and beside them, once it has arrived, its gradient. */
export const InsideVector = memo(function InsideVector({ vector, size }: { vector: Vector; size: number }) {
  useRenderCount(`inside ${vector.id}`);
  const { stages, gradients, box, gradient, name, type, gradientType } = vector;
  const plan = usePlan();
  const cell = useLatest(stages);
  const received = useLatest(gradients);
  const value = useCell(cell ?? '');
  const arrived = useCell(received ?? '');
  const role = useRole(wholes(stages));
  const gradientRole = useRole(wholes(gradients));
  if (cell === undefined || !value) return null;
  return (
    <>
      {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: walked through by keyboard, to hear the numbers */}
      <g
        className="network-node"
        role="img"
        tabIndex={0}
        aria-label={nodeName(cell, plan, value, received === grad(cell) ? arrived : undefined)}
        {...focusing(cell)}
      >
        <MathSymbol
          cell={cell}
          {...name}
          anchor="start"
          size={size}
          className={cell === vector.id ? '' : 'network-provisional'}
        />
        <ValueVector
          box={box}
          type={type}
          cell={cell}
          values={value}
          emphasis={role}
          radius={value.length > 1 ? 6 : 5}
          cellRadius={4}
          isProvisional={cell !== vector.id}
        />
      </g>
      {received !== undefined && arrived && (
        // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: pointing lights up what belongs together
        <g role="img" aria-label={nodeName(received, plan, arrived)} {...pointing(received)}>
          <GradientVector
            box={gradient}
            type={gradientType}
            cell={received}
            values={arrived}
            emphasis={gradientRole}
          />
        </g>
      )}
    </>
  );
});
