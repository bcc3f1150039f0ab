import { GradientChart } from '../charts/GradientChart';
import { Ledger } from '../ledger/Ledger';
import { Timeline } from '../timeline/Timeline';

/** The rows below the network: how far the gradient reaches, the terms of a weight's gradient, and time itself. */
export const Rows = () => (
  <>
    <GradientChart />
    <Ledger />
    <Timeline />
  </>
);
