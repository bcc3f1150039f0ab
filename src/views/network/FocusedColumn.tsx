import { useMemo } from 'react';
import { enlargedColumn, groundOf } from '../../layout/enlarged';
import type { NetworkLayout } from '../../layout/network';
import { focusIn, usePlan, useUnrolled } from '../../store';
import { useColumns } from '../score/columns-context';
import { PlainNode } from './PlainNode';
import { StateNode } from './StateNode';

/** The step in focus with its numbers, over a network whose cells have given theirs up. */
export const FocusedColumn = ({ layout }: { layout: NetworkLayout }) => {
  const columns = useColumns();
  const plan = usePlan();
  const t = useUnrolled((state) => focusIn(state)?.t ?? 0);
  const nodes = useMemo(
    () => (t === 0 ? [] : enlargedColumn(plan, t, columns, layout)),
    [plan, t, columns, layout],
  );
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus; the same nodes below are read out
    <g className="network-enlarged" aria-hidden="true">
      {/* By lane: the column moves on, it is not another one at each step. */}
      {nodes.map((node) => (
        <rect key={node.lane} className="network-ground" {...groundOf(node, layout)} />
      ))}
      {nodes.map((node) =>
        node.lane === 'S' || node.lane === 'C' ? (
          <StateNode key={node.lane} node={node} labelSize={15} isCopy />
        ) : (
          <PlainNode key={node.lane} node={node} labelSize={15} columnWidth={columns.width} isCopy />
        ),
      )}
    </g>
  );
};
