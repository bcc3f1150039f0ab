/** The LSTM's second state in the chart: the gradient that reaches C_t. */
import { at, deltaNorms, doneAt, grad } from '../../engine';
import type { Plan, Trace } from '../../engine/types';
import { useUnrolled } from '../../store';

/** ‖∂E/∂C_t‖ by step of a run; undefined for a cell that carries no C. */
export const memoryNorms = (trace: Trace): Float64Array | undefined =>
  trace.plan.shape.cell === 'lstm' ? deltaNorms(trace, 'C') : undefined;

/** Whether a gradient reaches C_t at all: of one error alone truncation may cut it. */
export const isMemoryReached = (plan: Plan, t: number): boolean => plan.cells.has(grad(at('C', t)));

/** Whether ∂E/∂C_t has been computed at the playhead. */
export const useIsMemoryKnown = (plan: Plan, t: number): boolean => {
  const done = doneAt(plan, grad(at('C', t)));
  return useUnrolled((state) => state.playhead >= done);
};
