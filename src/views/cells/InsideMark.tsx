import { memo } from 'react';
import { type Mark, RADIUS } from '../../layout/cells/figure';
import { useRenderCount } from '../network/renders';
import { useRole } from '../network/use-role';
import { useIsKnown } from './use-latest';

const wide: readonly string[] = ['tanh', '1−'];

/** The sign of an operation, once it has been done; ink while it is the one in focus, forward or backward. */
export const InsideMark = memo(function InsideMark({ mark }: { mark: Mark }) {
  useRenderCount(`inside ${mark.id}`);
  const isKnown = useIsKnown([mark.drawnBy]);
  const role = useRole(mark.cells);
  if (!isKnown) return null;
  const { x, y, sign } = mark;
  const half = sign === 'tanh' ? RADIUS + 6 : wide.includes(sign) ? RADIUS + 3 : RADIUS;
  return (
    <g className={`cells-mark is-${role}`}>
      <rect x={x - half} y={y - RADIUS} width={2 * half} height={2 * RADIUS} rx={RADIUS} />
      <text x={x} y={y} dy="0.35em" fontSize={wide.includes(sign) ? 12 : 15}>
        {sign}
      </text>
    </g>
  );
});
