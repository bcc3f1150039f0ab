import { cutMarksAcross, cutMarksIn } from '../../layout/cells/cuts';
import type { NetworkLayout } from '../../layout/network';
import { usePlan, useRun } from '../../store';
import { useColumns } from '../score/columns-context';
import { CutMarks } from './CutMarks';

/** The cuts across the states of the network. */
export const NetworkCuts = ({ layout }: { layout: NetworkLayout }) => {
  const plan = usePlan();
  return <CutMarks marks={cutMarksIn(plan, layout, useColumns())} />;
};

/** The cuts across the chart, of the error whose gradient it shows. */
export const ChartCuts = ({ from, to }: { from: number; to: number }) => {
  const { chart } = useRun();
  return <CutMarks marks={cutMarksAcross(chart.plan, useColumns(), from, to)} />;
};
