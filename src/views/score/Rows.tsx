import { GradientChart } from '../charts/GradientChart';
import { Ledger } from '../ledger/Ledger';
import { Pairs } from '../pairs/Pairs';
import { Timeline } from '../timeline/Timeline';

/** The rows below the network: who hears whom, how far the gradient reaches, the terms of a weight's gradient, and time itself. */
export const Rows = () => (
  <>
    <Pairs />
    <GradientChart />
    <Ledger />
    <Timeline />
  </>
);
