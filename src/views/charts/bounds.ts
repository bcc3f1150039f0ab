/** What bounds the gradient at each step. */
import { boundPerStep } from '../../engine/factors';
import type { Chart } from './useChart';

/**
 * The factor that no step can exceed, γ σ_max(W_s); undefined where it says nothing: of a cell with gates, and of the sum
 * of many errors, to which every step may add its own.
 */
export const boundOf = ({ run }: Chart): number | undefined => {
  const { errorAt } = run.plan.shape;
  return run.charted === 'sum' && errorAt.length > 1 ? undefined : boundPerStep(run.chart);
};

/** The bound by step: what could come to S_t at most, from what set out. */
export const boundsOf = (chart: Chart): ((t: number) => number) => {
  const factor = boundOf(chart);
  const { origin, free } = chart;
  return factor === undefined ? () => Number.NaN : (t) => free[origin] * factor ** (origin - t);
};
