import { memo } from 'react';
import { next } from '../../engine/cells';
import type { Edge } from '../../layout/edges';
import { headAt } from '../../layout/lines';
import { useCell } from '../../store';
import { pointing } from './pointing';
import { useRenderCount } from './renders';
import { useRole } from './use-role';

/** The head of an edge, `at` so much of its way. */
const headPath = ([x1, y1, x2, y2]: Edge['line'], at: number, size: number): string => {
  const tip = [x1 + (x2 - x1) * at, y1 + (y2 - y1) * at] as const;
  return headAt([[x1, y1], tip], size * 1.5, size);
};

/**
 * A forward edge, drawn once it has been used. In focus it is ink; pointing at a weight
 * lights it at every step, because it is the same weight.
 */
export const EdgeLine = memo(function EdgeLine({ edge, headSize }: { edge: Edge; headSize: number }) {
  useRenderCount(edge.id);
  const isKnown = useCell(edge.drawnBy) !== undefined;
  const ownRole = useRole(edge.cells);
  const weightRole = useRole(edge.weight ? [edge.weight, next(edge.weight)] : []);
  if (!isKnown) return null;
  const role =
    ownRole === 'writes'
      ? 'writes'
      : weightRole === 'points' || weightRole === 'writes' || ownRole === 'points'
        ? 'points'
        : 'calm';
  const [x1, y1, x2, y2] = edge.line;
  const { weight } = edge;
  return (
    <g className={`network-edge is-${role}`} {...(weight && pointing(weight))}>
      {edge.isDrawn && (
        <>
          {weight && <line className="network-grip" {...{ x1, y1, x2, y2 }} />}
          <line {...{ x1, y1, x2, y2 }} />
          {headSize > 0 && (
            <path d={headPath(edge.line, edge.head, Math.min(headSize, Math.hypot(x2 - x1, y2 - y1) / 2))} />
          )}
        </>
      )}
    </g>
  );
});
