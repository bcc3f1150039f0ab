import type { Plan } from '../../engine/types';
import { gates } from '../../messages/accounts';
import { mark } from '../marked';
import { readName } from '../symbols';
import { madeOf, type Scene } from './account';

/** Whether a step stands before the last error: then a gradient would come back to it, were it not cut. */
export const isAfterError = ({ shape }: Plan, t: number | undefined): boolean =>
  t !== undefined && shape.errorAt.some((step) => step > t);

/** Where a gradient stops: at a state behind which nothing comes back, or whose error goes no further. */
export const whyCut = ({ op, plan }: Scene): readonly string[] => {
  const { window, horizon } = plan.shape;
  const { lane, t, kind, error } = readName(op.out);
  if ((lane !== 'S' && lane !== 'C') || t === undefined || t === 0) return [];
  const isFromThisStep = readName(madeOf(op.in.at(-1) ?? '')).t === t || op.rule.endsWith('Slope');
  if (isFromThisStep && kind === 'gradient' && isAfterError(plan, t)) {
    const later = mark(`${lane}${t + 1}`);
    if (window !== undefined && t % window === 0) return [gates.windowEnds(later)];
    if (horizon === 1) return [gates.horizonOne(later)];
  }
  if (horizon !== undefined && error !== undefined && !isFromThisStep) {
    const source = mark(`E${error}`);
    return error - t === horizon - 1
      ? [gates.horizonEnds(source, mark(`${lane}${t}`), String(horizon))]
      : [gates.ofOneError(source)];
  }
  return error === undefined ? [] : [gates.ofOneError(mark(`E${error}`))];
};
