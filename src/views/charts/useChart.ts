import { useMemo } from 'react';
import { deltaNorms, flowNorms } from '../../engine';
import { type Run, useRun, useUnrolled } from '../../store';
import { useColumns } from '../score/columns-context';
import { firstReached, isReached, originStep } from './decay';
import { memoryNorms } from './memory';
import { extent } from './places';
import { type ChartScale, chartScale } from './scale';

export interface Chart {
  readonly run: Run;
  /** ‖δ_t‖ that came in and ‖δ̃_t‖ that flows on, by step; the same numbers without clipping. */
  readonly came: Float64Array;
  readonly flows: Float64Array;
  /** ‖δ_t‖ of the run without clipping. */
  readonly free: Float64Array;
  /** The step that the gradient sets out from; 0 if there is none. */
  readonly origin: number;
  readonly isClipped: boolean;
  /** The steps in sight that the gradient reaches: all up to `origin` unless truncation cuts. */
  readonly steps: readonly number[];
  /** The first of those that follow on each other back from `origin`. */
  readonly first: number;
  /** ‖∂E/∂C_t‖ by step, of an LSTM. */
  readonly memory: Float64Array | undefined;
  readonly scale: ChartScale;
}

/** What the chart shows, from the run and the chosen scale; changes only when one of them does. */
export function useChart(): Chart {
  const run = useRun();
  const kind = useUnrolled((state) => state.chartScale);
  // The scale depends on the unclipped run alone: it must not move while the threshold is dragged.
  const free = useMemo(() => deltaNorms(run.chartUnclipped), [run.chartUnclipped]);
  const origin = originStep(free);
  const isClipped = run.plan.shape.clip === 'step';
  const scale = useMemo(() => {
    const shown = [...free.subarray(1), ...(memoryNorms(run.chartUnclipped)?.subarray(1) ?? [])];
    return chartScale(shown, free[origin], kind, extent, isClipped);
  }, [free, origin, kind, isClipped, run.chartUnclipped]);
  const { steps } = useColumns();
  return useMemo(() => {
    const { plan } = run.chart;
    return {
      run,
      came: deltaNorms(run.chart),
      flows: flowNorms(run.chart),
      free,
      origin,
      isClipped,
      steps: steps.filter((t) => isReached(plan, t)),
      first: firstReached(plan),
      memory: memoryNorms(run.chart),
      scale,
    };
  }, [run, free, origin, isClipped, steps, scale]);
}
