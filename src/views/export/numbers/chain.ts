import { at, spectralNorm, spectralRadius } from '../../../engine';
import { quotientOf, stateJacobian } from '../../../engine/chain';
import { boundPerStep, splitGain } from '../../../engine/factors';
import { identifier } from '../../../notation/identifier';
import { run } from '../../../store';
import { followed } from '../../../store/other-runs';
import { followedOf, knownCount } from '../../chain/use-chain';
import type { Panel } from './panel';

/** The factors that the gradient has come through, latest first, each with its Jacobian in figures and what it leaves. */
export const chain: Panel = {
  labels: ['error', 'of', 'by'],
  numbers: [
    ...['norm_before', 'left_by_clipping', 'gain_of_slopes', 'gain_of_Ws', 'gain'],
    ...['sigma_max', 'rho', 'bound_of_norm', 'norm_after'],
  ],
  isOfMatrices: false,
  *entries(state) {
    const way = followedOf(run(state), followed(state), state.chain);
    const { trace, states, chain: links, isClipped } = way;
    const bound = boundPerStep(trace);
    const size = trace.plan.shape.H * states.length;
    const name = (t: number) => states.map((lane) => identifier(at(lane, t))).join(' ');
    let before = links.start;
    for (const { kind, link } of way.items.slice(0, knownCount(way, state.playhead))) {
      if (!link || kind === 'clip') continue;
      const { t, clip, gain, left, isCut } = link;
      const J = stateJacobian(trace, t, states);
      const split = splitGain(trace, t);
      const one = (value: number | undefined) => {
        const there = quotientOf(link, value);
        return there === undefined ? undefined : [there];
      };
      yield {
        labels: { error: identifier(at('E', links.N)), of: name(t), by: name(t - 1) },
        rows: 1,
        cols: 1,
        numbers: {
          norm_before: [before],
          left_by_clipping: isClipped && !isCut ? [clip] : undefined,
          gain_of_slopes: one(split?.slopes),
          gain_of_Ws: one(split?.weights),
          gain: isCut ? undefined : one(gain),
          sigma_max: [spectralNorm(J, size)],
          rho: [spectralRadius(J, size)],
          bound_of_norm: bound === undefined ? undefined : [links.start * bound ** (links.N - t + 1)],
          norm_after: isCut ? undefined : [left],
        },
      };
      before = left;
    }
  },
};
