import { memo } from 'react';
import { norm, numbersIn, type Trace } from '../../engine';
import type { CellId } from '../../engine/types';
import {
  BACKWARD,
  beside,
  FORWARD,
  pathThrough,
  shortened,
  THICKEST,
  type Wire,
} from '../../layout/cells/figure';
import { gradientShare, palette } from '../../layout/colour';
import { headAt } from '../../layout/lines';
import { messages } from '../../messages';
import { cells } from '../../messages/cells';
import { formatNumber, label } from '../../notation';
import { useConvention, useRun, useTheme } from '../../store';
import { WeightChip } from '../network/FocusedChip';
import { pointing } from '../network/pointing';
import { useRenderCount } from '../network/renders';
import { MathSymbol } from '../network/Symbol';
import { useRole } from '../network/use-role';
import { useIsKnown } from './use-latest';

const THINNEST = 2;

/** A way that numbers take, once they have taken it, and beside it the gradient on its way back. */
export const InsideWire = memo(function InsideWire({ wire }: { wire: Wire }) {
  useConvention();
  useRenderCount(`inside ${wire.id}`);
  const isKnown = useIsKnown([wire.drawnBy]);
  const role = useRole(wire.cells);
  if (!isKnown) return null;
  const points = beside(wire.points, FORWARD);
  const { leadsTo, weight } = wire;
  return (
    <>
      <g className={`network-edge cells-wire is-${role}`}>
        <path className="network-loop" d={pathThrough(wire.hasHead ? shortened(points, 4) : points)} />
        {wire.hasHead && <path d={headAt(points, 7, 4)} />}
      </g>
      {wire.back && <Stream wire={wire} back={wire.back} />}
      {weight && (!weight.isTight || role === 'writes') && (
        <WeightChip weight={weight.name} x={weight.at[0]} y={weight.at[1]} isCalm={role !== 'writes'} />
      )}
      {leadsTo?.cell && <MathSymbol cell={leadsTo.cell} x={leadsTo.at[0]} y={leadsTo.at[1]} size={15} />}
      {leadsTo?.step !== undefined && (
        <text className="cells-onward" x={leadsTo.at[0]} y={leadsTo.at[1]} fontSize={12}>
          {cells.onward(leadsTo.step)}
        </text>
      )}
    </>
  );
});

/** The norm of the sum of some cells. */
const sizeOf = (trace: Trace, cells: readonly CellId[]): number => {
  const [first, ...rest] = cells.flatMap((cell) => numbersIn(trace, cell) ?? []);
  return first ? norm(first.map((v, i) => rest.reduce((sum, other) => sum + other[i], v))) : Number.NaN;
};

const Stream = ({ wire, back }: { wire: Wire; back: NonNullable<Wire['back']> }) => {
  const { trace, plan, gradientDomain } = useRun();
  const colours = palette(useTheme());
  const isKnown = useIsKnown(back.drawnBy);
  const role = useRole(back.drawnBy);
  if (!isKnown) return null;
  const size = sizeOf(trace, back.cells);
  const share = gradientShare(size, gradientDomain);
  const width = THINNEST + (Number.isNaN(share) ? 0 : share) * (THICKEST - THINNEST);
  const fill = colours.gradient(size, gradientDomain);
  const line = shortened(beside(wire.points, BACKWARD).toReversed(), wire.trim ?? 0);
  const [half, length] = [width / 2 + 2.5, width / 2 + 5];
  const body = pathThrough(shortened(line, length - 1));
  return (
    <g className={`network-stream is-${role}`} {...pointing(back.drawnBy[0])}>
      <title>{messages.network.norm(label(back.cells[0], plan), formatNumber(size))}</title>
      <path className="network-loop network-loop-outline" d={body} strokeWidth={width + 2} />
      <path className="network-stream-body" d={headAt(line, length, half)} fill={fill} />
      <path className="network-loop" d={body} strokeWidth={width} stroke={fill} />
    </g>
  );
};
