import { useMemo } from 'react';
import { rolledFor } from '../../layout/rolled';
import { messages } from '../../messages';
import { usePlan, useUnrolled } from '../../store';
import { useColumns, useSeen } from '../score/columns-context';
import { ScoreRow } from '../score/ScoreRow';
import { NetworkLabel } from './NetworkLabel';
import { RolledNetwork } from './RolledNetwork';
import { rolledStepIn } from './use-role';

/** The row of the network folded into its loop, at the step in focus. */
export const RolledRow = () => {
  const columns = useColumns();
  const plan = usePlan();
  const t = useUnrolled(rolledStepIn);
  const seen = useSeen();
  const layout = useMemo(() => rolledFor(plan, t, columns, seen), [plan, t, columns, seen]);
  return (
    <ScoreRow region={messages.network.region} width={seen} height={layout.height} label={<NetworkLabel />}>
      {/* The rolled network stands in no column: it covers the highlight. */}
      <rect className="network-ground" width={seen} height={layout.height} />
      <RolledNetwork layout={layout} t={t} />
    </ScoreRow>
  );
};
