/** The lines of the chart: for each of those that are compared what reaches its steps, and from when on it is known. */
import { useMemo } from 'react';
import { carriedDoneAt, carriedNorms, forgetPath } from '../../engine/carried';
import { type Run, run, type State, useUnrolled } from '../../store';
import { firstReached, isReached, originStep } from '../charts/decay';
import { type ChartScale, chartScale, type Extent } from '../charts/scale';
import { useColumns } from '../score/columns-context';
import { useComparing, views } from './scopes';

/** Px of the drawing. */
export const height = 170;
export const extent: Extent = { top: 20, bottom: 152 };

export interface Line {
  readonly index: number;
  readonly run: Run;
  /** Norms of the gradient of all that is carried, by step: as it came in, as it flows on, and without clipping. */
  readonly came: Float64Array;
  readonly flows: Float64Array;
  readonly free: Float64Array;
  /** What comes along C alone, by step, of an LSTM. */
  readonly forget: Float64Array | undefined;
  /** The playheads of its own plan from which on a step's gradient has come in and has flown on. */
  readonly cameAt: readonly number[];
  readonly flownAt: readonly number[];
  /** Steps in sight that the gradient reaches, the one that it sets out from, and how far back it goes without a gap. */
  readonly steps: readonly number[];
  readonly origin: number;
  readonly first: number;
  readonly isClipped: boolean;
  /** θ, where it is clipped at each step. */
  readonly threshold: number;
}

export interface Lines {
  readonly lines: readonly Line[];
  readonly names: readonly string[];
  readonly place: number;
  readonly scale: ChartScale;
}

/** What a line shows of the run of the setup at an index. */
export function lineOf(index: number, run: Run, threshold: number, inSight: readonly number[]): Line {
  const { came, flows } = carriedNorms(run.chart);
  const free = carriedNorms(run.chartUnclipped).flows;
  const all = Array.from({ length: run.plan.shape.T + 1 }, (_, t) => carriedDoneAt(run.plan, t));
  const { plan } = run.chart;
  const steps = inSight.filter((t) => isReached(plan, t));
  return {
    ...{ index, run, came, flows, free, steps, threshold },
    forget: forgetPath(run.chart),
    cameAt: all.map(({ came: done }) => done),
    flownAt: all.map(({ flown }) => flown),
    origin: originStep(free),
    first: firstReached(plan),
    isClipped: run.plan.shape.clip === 'step',
  };
}

/** All lines on one scale. */
export function useLines(): Lines {
  const { all, names, place } = useComparing();
  const kind = useUnrolled((state) => state.chartScale);
  const [one, two, three] = [useRunOf(0), useRunOf(1), useRunOf(2)];
  const { steps } = useColumns();
  return useMemo(() => {
    const lines = [one, two, three]
      .slice(0, all.length)
      .map((each, index) => lineOf(index, each, all[index].setup.threshold, steps));
    return { lines, names, place, scale: scaleOf(lines, kind) };
  }, [all, names, place, kind, steps, one, two, three]);
}

const useRunOf = (index: number): Run => useUnrolled((state) => run(views[index](state)));

/** From the runs without clipping, as in the chart of one network, and from the thresholds. */
function scaleOf(lines: readonly Line[], kind: State['chartScale']): ChartScale {
  const sizes = lines.flatMap(({ free, forget, isClipped, threshold }) => [
    ...free.subarray(1),
    ...(forget?.subarray(1) ?? []),
    ...(isClipped ? [threshold] : []),
  ]);
  const origins = lines.map(({ free, origin }) => free[origin]).filter((norm) => norm > 0);
  return chartScale(sizes, Math.min(...origins), kind, extent);
}

/** Whether a step's gradient has come in, and whether it has flown on, at the playhead. */
export function useKnown(
  { index, cameAt, flownAt }: Line,
  t: number,
): readonly [came: boolean, flown: boolean] {
  const hasCome = useUnrolled((state) => views[index](state).playhead >= cameAt[t]);
  const hasFlown = useUnrolled((state) => views[index](state).playhead >= flownAt[t]);
  return [hasCome, hasFlown];
}

/** The earliest step of a line whose gradient has flown on at the playhead; one after the last while none has. */
export function reachedIn(state: State, { index, flownAt, origin, first }: Line): number {
  const { playhead } = views[index](state);
  let reached = origin + 1;
  while (reached > first && flownAt[reached - 1] <= playhead) reached--;
  return reached;
}

/** The same of every line, as a text that changes only with one of them. */
export function useReached(lines: readonly Line[]): readonly number[] {
  const reached = useUnrolled((state) => lines.map((line) => reachedIn(state, line)).join());
  return useMemo(() => reached.split(',').map(Number), [reached]);
}
