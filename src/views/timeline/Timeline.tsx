import { useMemo } from 'react';
import { messages } from '../../messages';
import { usePlan } from '../../store';
import { useColumns } from '../score/columns-context';
import { ScoreRow } from '../score/ScoreRow';
import { height } from './places';
import { StepSlider } from './StepSlider';
import { segmentsOf } from './segments';
import './timeline.css';

/** Time itself: a row of forward operations, a row of backward ones, and one slider over both. */
export const Timeline = () => {
  const plan = usePlan();
  const columns = useColumns();
  const segments = useMemo(() => segmentsOf(plan, columns), [plan, columns]);
  const text = messages.timeline;
  const label = (
    <>
      <h2>{text.title}</h2>
      <p className="timeline-note">{text.operations(plan.ops.length)}</p>
    </>
  );
  return (
    <ScoreRow region={text.region} height={height} label={label}>
      <StepSlider plan={plan} segments={segments} />
    </ScoreRow>
  );
};
