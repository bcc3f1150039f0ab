import { compare as text } from '../../../messages/compare';
import { run } from '../../../store';
import { comparedIn, viewFrom } from '../../../store/comparing';
import { everyStep } from '../../../tasks/setup';
import { lineOf } from '../../compare/lines';
import type { Panel } from './panel';

/** The chart's lines of what is compared: what has reached each step of each, latest first. */
export const comparison: Panel = {
  labels: ['setup', 'cell', 'step'],
  numbers: ['norm', 'norm_after_clipping', 'norm_without_clipping', 'norm_along_C_alone'],
  isOfMatrices: false,
  isThere: (state) => state.comparison !== null,
  *entries(state) {
    for (const [index, { setup }] of comparedIn(state).entries()) {
      const view = viewFrom(index)(state);
      const line = lineOf(index, run(view), setup.threshold, everyStep(setup.T));
      const { came, flows, free, forget, cameAt, flownAt, isClipped, steps } = line;
      for (const t of steps.toReversed()) {
        const hasCome = view.playhead >= cameAt[t] && !Number.isNaN(came[t]);
        const hasFlown = view.playhead >= flownAt[t];
        if (!hasCome) continue;
        yield {
          labels: { setup: text.letters[index], cell: setup.cell, step: t },
          rows: 1,
          cols: 1,
          numbers: {
            norm: [came[t]],
            norm_after_clipping: isClipped && hasFlown ? [flows[t]] : undefined,
            norm_without_clipping: isClipped ? [free[t]] : undefined,
            norm_along_C_alone: forget && hasFlown && !Number.isNaN(forget[t]) ? [forget[t]] : undefined,
          },
        };
      }
    }
  },
};
