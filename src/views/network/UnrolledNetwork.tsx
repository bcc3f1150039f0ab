import { useEffect } from 'react';
import { isCompressed, type NetworkLayout } from '../../layout/network';
import { useUnrolled } from '../../store';
import { lazily } from '../lazily';
import { useColumns } from '../score/columns-context';
import { EdgeLine } from './EdgeLine';
import { FocusedChip } from './FocusedChip';
import { FocusTag } from './FocusTag';
import { isHeat, isPainted } from './node-kinds';
import { PlainNode } from './PlainNode';
import { StateNode } from './StateNode';
import { StreamArrow } from './StreamArrow';

/** The step in focus with its numbers, loaded apart: few steps all have room for theirs. */
const FocusedColumn = lazily(() => import('./FocusedColumn').then((module) => module.FocusedColumn));

/** Where truncation cuts, loaded where there is any. */
const NetworkCuts = lazily(() => import('../cells/Cuts').then((module) => module.NetworkCuts));

/** What of a network is drawn on a canvas, and what of it can still be pointed at; loaded where there is so much of it. */
const NetworkCanvas = lazily(() => import('./NetworkCanvas').then((module) => module.NetworkCanvas));
const BareNodes = lazily(() => import('./BareNodes').then((module) => module.BareNodes));
const BareNames = lazily(() => import('./BareNodes').then((module) => module.BareNames));

/** What lies below the elements of the network: nothing, unless columns are narrow or states long. */
export const UnderNetwork = ({ layout }: { layout: NetworkLayout }) => {
  const { mode } = useColumns();
  return (mode === 'strip' || layout.nodes.some(isHeat)) && <NetworkCanvas layout={layout} />;
};

/** Edges and streams below, nodes above, what is in focus on top. */
export const UnrolledNetwork = ({ layout }: { layout: NetworkLayout }) => {
  const isTruncated = useUnrolled((state) => state.setup.truncation.kind !== 'full');
  const { mode, width } = useColumns();
  const isStrip = mode === 'strip';
  const { metrics } = layout;
  const nodes = isStrip ? layout.nodes.filter((node) => !isPainted(node)) : layout.nodes;
  const [edges, streams] = isStrip ? [[], []] : [layout.edges, layout.streams];
  // Once the page stands, so that more steps have it at once.
  useEffect(() => void FocusedColumn.load(), []);
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
        (node.lane === 'S' || node.lane === 'C') && node.t > 0 ? (
          <StateNode key={node.id} node={node} labelSize={metrics.label} />
        ) : (
          <PlainNode key={node.id} node={node} labelSize={metrics.label} columnWidth={width} />
        ),
      )}
      {isStrip && <BareNames layout={layout} />}
      {isStrip && <BareNodes layout={layout} />}
      {isCompressed(layout) && <FocusedColumn layout={layout} />}
      {isTruncated && <NetworkCuts layout={layout} />}
      <FocusedChip layout={layout} />
      <FocusTag layout={layout} />
    </>
  );
};
