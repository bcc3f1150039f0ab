import { gain, norm } from '../../engine';
import { at, partial, term } from '../../engine/cells';
import { gradientShare, palette } from '../../layout/colour';
import type { Edge } from '../../layout/edges';
import type { RolledLayout } from '../../layout/rolled';
import { messages } from '../../messages';
import { formatPercent } from '../../notation';
import { useCell, useRun, useTheme } from '../../store';
import { useColumns } from '../score/columns-context';
import { EdgeLine } from './EdgeLine';
import { WeightChip } from './FocusedChip';
import { PlainNode } from './PlainNode';
import { StateNode } from './StateNode';
import { StreamArrow } from './StreamArrow';
import { streamWidth } from './stream-sizes';
import { useRole } from './use-role';

/** The network with its loop, showing the numbers of the step in focus. */
export const RolledNetwork = ({ layout, t }: { layout: RolledLayout; t: number }) => {
  const { nodes, edges, streams, label, step } = layout;
  const { width: columnWidth } = useColumns();
  return (
    <>
      <text className="network-step" {...step} fontSize={20}>
        {messages.network.step(t)}
      </text>
      <ForwardLoop layout={layout} t={t} />
      <BackwardLoop layout={layout} t={t} />
      {edges.map((edge) => (
        <EdgeLine key={edge.id} edge={edge} headSize={4.5} />
      ))}
      {streams.map((stream) => (
        <StreamArrow key={stream.cell} stream={stream} />
      ))}
      {nodes.map((node) =>
        node.lane === 'S' ? (
          <StateNode key={node.id} node={node} labelSize={label} />
        ) : (
          <PlainNode key={node.id} node={node} labelSize={label} columnWidth={columnWidth} />
        ),
      )}
      {edges.map((edge) => edge.weight && <WeightOnEdge key={edge.id} edge={edge} weight={edge.weight} />)}
    </>
  );
};

/** The weight that an edge stands for, named on it once it has been used at this step. */
const WeightOnEdge = ({ edge, weight }: { edge: Edge; weight: string }) => {
  const isUsed = useCell(edge.drawnBy) !== undefined;
  const role = useRole(edge.cells);
  return isUsed && <WeightChip weight={weight} {...edge.chip} isCalm={role !== 'writes'} />;
};

/** The state of one step is what the next begins with: the loop, drawn once it has been used at this step. */
const ForwardLoop = ({ layout: { forward, backward, chip }, t }: { layout: RolledLayout; t: number }) => {
  const isKnown = useCell(at('a', t)) !== undefined;
  const role = useRole([at('a', t)]);
  const backwardRole = useRole([term('Ws', t), partial('Ws', t), ...(backward.cell ? [backward.cell] : [])]);
  const weightRole = useRole(['Ws']);
  // Into S_0 nothing leads; but back to it the gradient goes through W_s.
  const weight = <WeightChip weight="Ws" {...chip} isCalm={role !== 'writes' && backwardRole !== 'writes'} />;
  if (t === 0) return weight;
  if (!isKnown) return null;
  const { x, y } = forward.end;
  return (
    <g className={`network-edge is-${weightRole === 'points' ? 'points' : role}`}>
      <path className="network-loop" d={forward.path} />
      <path d={`M${x},${y}l-7,-4.5v9Z`} />
      {weight}
    </g>
  );
};

/** The gradient round the loop the other way, from the next step, as wide and dark as what arrives at S_t. */
const BackwardLoop = ({ layout: { backward, share }, t }: { layout: RolledLayout; t: number }) => {
  const { trace, gradientDomain } = useRun();
  const colours = palette(useTheme());
  const arrived = useCell(backward.cell ?? '');
  const role = useRole(backward.cell ? [backward.cell] : []);
  if (!arrived) return null;
  const size = norm(arrived);
  const width = streamWidth(gradientShare(size, gradientDomain), backward.thickest);
  const fill = colours.gradient(size, gradientDomain);
  const { x, y } = backward.end;
  const spread = width / 2 + 5;
  const left = gain(trace, t + 1);
  return (
    <g className={`network-stream is-${role}`}>
      <path className="network-loop network-loop-outline" d={backward.path} strokeWidth={width + 2} />
      <path className="network-loop" d={backward.path} strokeWidth={width} stroke={fill} />
      <path className="network-stream-body" d={`M${x},${y}l13,${-spread}v${2 * spread}Z`} fill={fill} />
      {!Number.isNaN(left) && (
        <text className="network-share" {...share} fontSize={12}>
          {formatPercent(left)}
        </text>
      )}
    </g>
  );
};
