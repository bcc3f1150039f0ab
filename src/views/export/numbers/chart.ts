import { at, clipped, deltaNorms, doneAt, flowNorms, grad } from '../../../engine';
import { identifier } from '../../../notation/identifier';
import { run } from '../../../store';
import { reachedSteps } from '../../charts/decay';
import { memoryNorms } from '../../charts/memory';
import type { Panel } from './panel';

/** The chart's points that the gradient has reached, latest step first: the order in which they come. */
export const chart: Panel = {
  labels: ['error', 'step'],
  numbers: ['norm', 'norm_after_clipping', 'norm_without_clipping', 'norm_of_C'],
  isOfMatrices: false,
  *entries(state) {
    const { plan, chart: trace, chartUnclipped, charted } = run(state);
    const isClipped = plan.shape.clip === 'step';
    const [came, flows, free] = [deltaNorms(trace), flowNorms(trace), deltaNorms(chartUnclipped)];
    const memory = memoryNorms(trace);
    const isKnown = (id: string) => doneAt(plan, id) <= state.playhead;
    for (const t of reachedSteps(trace.plan).toReversed()) {
      const [S, C] = [at('S', t), at('C', t)];
      const hasCome = isKnown(grad(S));
      const hasMemory = isKnown(grad(C));
      if (!hasCome && !hasMemory) continue;
      const hasFlown = isClipped && isKnown(clipped(S));
      yield {
        labels: { error: identifier(charted === 'sum' ? 'E' : at('E', charted)), step: t },
        rows: 1,
        cols: 1,
        numbers: {
          norm: hasCome ? [came[t]] : undefined,
          norm_after_clipping: hasFlown ? [flows[t]] : undefined,
          norm_without_clipping: hasCome && isClipped ? [free[t]] : undefined,
          norm_of_C: memory && hasMemory ? [memory[t]] : undefined,
        },
      };
    }
  },
};
