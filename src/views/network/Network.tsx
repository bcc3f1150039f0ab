import { useMemo } from 'react';
import { next } from '../../engine/cells';
import { isCompressed } from '../../layout/enlarged';
import { type NetworkLayout, networkFor } from '../../layout/network';
import { rolledFor } from '../../layout/rolled';
import { messages } from '../../messages';
import { useRun, useUnrolled } from '../../store';
import { fold, point } from '../../store/actions';
import { useColumns } from '../score/columns-context';
import { ScoreRow } from '../score/ScoreRow';
import { EdgeLine } from './EdgeLine';
import { FocusedChip } from './FocusedChip';
import { FocusedColumn } from './FocusedColumn';
import { FocusTag } from './FocusTag';
import { PlainNode } from './PlainNode';
import { RolledNetwork, stepIn } from './RolledNetwork';
import { StateNode } from './StateNode';
import { StreamArrow } from './StreamArrow';
import { SymbolSpans } from './Symbol';
import { useRole } from './use-role';
import './network.css';

/** The unrolled network on the score's columns, or, folded, the network with its loop. */
export const Network = () => {
  const isFolded = useUnrolled((state) => state.folded);
  return isFolded ? <FoldedRow /> : <UnrolledRow />;
};

const UnrolledRow = () => {
  const columns = useColumns();
  const { plan } = useRun();
  const isPresented = useUnrolled((state) => state.presenting);
  const layout = useMemo(() => networkFor(plan, columns, isPresented), [plan, columns, isPresented]);
  return (
    <ScoreRow
      region={messages.network.region}
      height={layout.height}
      label={<NetworkLabel weights={layout.weights} />}
    >
      <UnrolledNetwork layout={layout} />
    </ScoreRow>
  );
};

const FoldedRow = () => {
  const columns = useColumns();
  const { plan } = useRun();
  const t = useUnrolled(stepIn);
  const layout = useMemo(() => rolledFor(plan, t, columns), [plan, t, columns]);
  return (
    <ScoreRow region={messages.network.region} height={layout.height} label={<NetworkLabel />}>
      {/* The rolled network stands in no column: it covers the highlight. */}
      <rect className="network-ground" width={columns.total} height={layout.height} />
      <RolledNetwork layout={layout} t={t} />
    </ScoreRow>
  );
};

/** Edges and streams below, nodes above, what is in focus on top. */
const UnrolledNetwork = ({ layout }: { layout: NetworkLayout }) => {
  const { metrics, nodes, edges, streams } = layout;
  const headSize = metrics.gap < 3 ? 0 : metrics.gap < 12 ? 3 : 4.5;
  return (
    <>
      {edges.map((edge) => (
        <EdgeLine key={edge.id} edge={edge} headSize={headSize} />
      ))}
      {streams.map((stream) => (
        <StreamArrow key={stream.cell} stream={stream} />
      ))}
      {nodes.map((node) =>
        node.lane === 'S' && node.t > 0 ? (
          <StateNode key={node.id} node={node} labelSize={metrics.label} />
        ) : (
          <PlainNode key={node.id} node={node} labelSize={metrics.label} />
        ),
      )}
      {isCompressed(layout) && <FocusedColumn layout={layout} />}
      <FocusedChip layout={layout} />
      <FocusTag layout={layout} />
    </>
  );
};

/** Title, switch and, unrolled, the weights' names: once for all steps. */
const NetworkLabel = ({ weights }: { weights?: NetworkLayout['weights'] }) => (
  <>
    <h2>{weights ? messages.network.title : messages.network.rolledTitle}</h2>
    <label className="network-switch">
      <input type="checkbox" checked={!weights} onChange={(event) => fold(event.target.checked)} />
      {messages.network.rolled}
    </label>
    {weights &&
      (['Wy', 'Ws', 'Wx'] as const).map((weight) => (
        <WeightName key={weight} weight={weight} y={weights[weight]} />
      ))}
  </>
);

/** A weight at the left of its edges; an ink chip while it is updated. */
const WeightName = ({ weight, y }: { weight: string; y: number }) => {
  const role = useRole([weight, next(weight)]);
  return (
    <div
      className={`network-weight is-${role}`}
      style={{ top: `calc(${y}px * var(--score-scale))` }}
      title={messages.network.weightsNote}
      onPointerEnter={() => point(weight)}
      onPointerLeave={() => point(null)}
    >
      <svg viewBox="0 0 34 26" className="network-weight-name" aria-hidden="true">
        <rect x={0.75} y={0.75} width={32.5} height={24.5} rx={6} />
        <text x={17} y={18} fontSize={16} textAnchor="middle">
          <SymbolSpans cell={weight} size={16} />
        </text>
      </svg>
      <span>
        <span className="visually-hidden">{weight} </span>
        {messages.network.everyStep}
      </span>
    </div>
  );
};
