import { memo, useMemo, useSyncExternalStore } from 'react';
import { at } from '../../engine/cells';
import { insideOf } from '../../layout/cells/inside';
import { type Frame, type GatedLayout, gatedNetworkFor } from '../../layout/cells/states';
import { firstReader } from '../../layout/edges';
import { messages } from '../../messages';
import { cells as text } from '../../messages/cells';
import { focusIn, useCell, usePlan, useUnrolled } from '../../store';
import { setInside } from '../../store/actions';
import { NetworkLabel } from '../network/NetworkLabel';
import { Tag, tagOf } from '../network/Tag';
import { UnderNetwork, UnrolledNetwork } from '../network/UnrolledNetwork';
import { useRole } from '../network/use-role';
import { useColumns } from '../score/columns-context';
import { ScoreRow } from '../score/ScoreRow';
import './cells.css';
import { InsideCell, PRESENTED } from './InsideCell';

/** What the header, the foot of the score and the title of the inside take of the window's height. */
const AROUND = 185;
/** Presented: what title and timeline take, and the least enlargement at which both can be read from afar. */
const BELOW = 120;
const LEAST_SCALE = 1.15;
const onResize = (tell: () => void) => {
  window.addEventListener('resize', tell);
  return () => window.removeEventListener('resize', tell);
};

/** The network of an LSTM or a GRU: its carried states on the columns and, opened, the inside of one step. */
export const GatedNetwork = () => {
  const columns = useColumns();
  const plan = usePlan();
  const isPresented = useUnrolled((state) => state.presenting);
  const layout = useMemo(() => gatedNetworkFor(plan, columns, isPresented), [plan, columns, isPresented]);
  // Unless one says otherwise it is open where both are seen at once; else it would push the rest out of sight.
  const chosen = useUnrolled((state) => state.inside);
  const height = useSyncExternalStore(onResize, () => window.innerHeight);
  const inside = insideOf(plan, 1, columns.total)?.height ?? 0;
  const hasRoom = isPresented
    ? (layout.height + PRESENTED * inside + BELOW) * LEAST_SCALE <= height
    : layout.height + inside + AROUND <= height;
  const isOpen = chosen === null ? hasRoom : chosen !== 'closed';
  return (
    <>
      <ScoreRow
        region={messages.network.region}
        height={layout.height}
        under={<UnderNetwork layout={layout} />}
        label={
          <NetworkLabel weights={layout.weights}>
            <label className="network-switch">
              <input
                type="checkbox"
                checked={isOpen}
                onChange={({ target }) => setInside(target.checked ? 0 : 'closed')}
              />
              {text.open}
            </label>
          </NetworkLabel>
        }
      >
        {layout.frames.map((frame) => (
          <CellFrame key={frame.t} frame={frame} />
        ))}
        <UnrolledNetwork layout={layout} />
        {!isOpen && <InnerTag layout={layout} />}
      </ScoreRow>
      {isOpen && <InsideCell />}
    </>
  );
};

/** Holds together what belongs to one step's cell; ink while something inside of it is being computed. */
const CellFrame = memo(function CellFrame({ frame }: { frame: Frame }) {
  const plan = usePlan();
  const isKnown = useCell(firstReader(plan, at('x', frame.t), frame.t)) !== undefined;
  const role = useRole(frame.cells);
  if (!isKnown || (!frame.isRoomy && role === 'calm')) return null;
  return <rect className={`cells-frame is-${role}`} {...frame.box} rx={9} />;
});

/** So far from the middle of a chip it and what stands beside it are apart. */
const BESIDE = 20;

/** The number of an operation inside of a closed cell: itself, or the norm of the vector. */
const InnerTag = ({ layout }: { layout: GatedLayout }) => {
  const plan = usePlan();
  const op = useUnrolled(focusIn);
  const values = useCell(op?.out ?? '');
  const frame = layout.frames.find(({ t, cells }) => op && t === op.t && cells.includes(op.out));
  if (!op || !values || !frame) return null;
  const y = layout.metrics.x.y - 14;
  // Not over the name of the weight that the input comes through.
  const chips = layout.edges.flatMap(({ weight, cells, chip }) =>
    weight && cells.includes(op.out) && Math.abs(chip.y - y) < BESIDE ? [chip.x + BESIDE] : [],
  );
  return <Tag text={tagOf(op.out, plan, values)} x={Math.max(frame.box.x + 12, ...chips)} y={y} />;
};
