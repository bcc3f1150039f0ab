import { useEffect, useMemo } from 'react';
import { networkFor } from '../../layout/network';
import { messages } from '../../messages';
import { usePlan, useUnrolled } from '../../store';
import { lazily } from '../lazily';
import { useColumns } from '../score/columns-context';
import { ScoreRow } from '../score/ScoreRow';
import { NetworkLabel } from './NetworkLabel';
import './network.css';
import { UnderNetwork, UnrolledNetwork } from './UnrolledNetwork';

/** The network of a cell with gates, and its inside; loaded apart. */
const GatedNetwork = lazily(() => import('../cells/GatedNetwork').then((module) => module.GatedNetwork));

/** The network with its loop, loaded apart. */
const RolledRow = lazily(() => import('./RolledRow').then((module) => module.RolledRow));

/** The unrolled network on the score's columns, or, folded, the network with its loop. */
export const Network = () => {
  const isFolded = useUnrolled((state) => state.folded);
  const isGated = useUnrolled((state) => state.setup.cell !== 'rnn');
  // Once the page stands, so that choosing them shows them at once.
  useEffect(() => {
    void GatedNetwork.load();
    void RolledRow.load();
  }, []);
  if (isGated) return <GatedNetwork fallback={<Waiting />} />;
  if (isFolded) return <RolledRow fallback={<Waiting />} />;
  return <UnrolledRow />;
};

/** Keeps the network's place while its drawing is loaded. */
const Waiting = () => {
  const columns = useColumns();
  const plan = usePlan();
  return (
    <ScoreRow region={messages.network.region} height={networkFor(plan, columns).height} label={null}>
      {null}
    </ScoreRow>
  );
};

const UnrolledRow = () => {
  const columns = useColumns();
  const plan = usePlan();
  const isPresented = useUnrolled((state) => state.presenting);
  const layout = useMemo(() => networkFor(plan, columns, isPresented), [plan, columns, isPresented]);
  return (
    <ScoreRow
      region={messages.network.region}
      height={layout.height}
      label={<NetworkLabel weights={layout.weights} />}
      under={<UnderNetwork layout={layout} />}
    >
      <UnrolledNetwork layout={layout} />
    </ScoreRow>
  );
};
