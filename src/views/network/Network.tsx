import { Suspense, useMemo } from 'react';
import { networkFor } from '../../layout/network';
import { rolledFor } from '../../layout/rolled';
import { messages } from '../../messages';
import { useRun, useUnrolled } from '../../store';
import { lazily } from '../lazily';
import { useColumns } from '../score/columns-context';
import { ScoreRow } from '../score/ScoreRow';
import { NetworkLabel } from './NetworkLabel';
import './network.css';
import { RolledNetwork, stepIn } from './RolledNetwork';
import { UnrolledNetwork } from './UnrolledNetwork';

/** The network of a cell with gates, and its inside; loaded apart. */
const GatedNetwork = lazily(() => import('../cells/GatedNetwork').then((module) => module.GatedNetwork));

/** The unrolled network on the score's columns, or, folded, the network with its loop. */
export const Network = () => {
  const isFolded = useUnrolled((state) => state.folded);
  const isGated = useUnrolled((state) => state.setup.cell !== 'rnn');
  if (isGated)
    return (
      <Suspense fallback={<Waiting />}>
        <GatedNetwork />
      </Suspense>
    );
  return isFolded ? <FoldedRow /> : <UnrolledRow />;
};

/** Keeps the network's place while its drawing is loaded. */
const Waiting = () => {
  const columns = useColumns();
  const { plan } = useRun();
  return (
    <ScoreRow region={messages.network.region} height={networkFor(plan, columns).height} label={null}>
      {null}
    </ScoreRow>
  );
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
