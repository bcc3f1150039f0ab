import { useMemo } from 'react';
import {
  clipped,
  deltaNorms,
  doneAt,
  flowNorms,
  grad,
  type Heard,
  norm,
  numbersIn,
  partial,
  termNorms,
} from '../../engine';
import { at, term } from '../../engine/cells';
import { heardBy } from '../../engine/pairs';
import type { CellId, Plan, Trace } from '../../engine/types';
import type { GradientDomain } from '../../layout/colour';
import type { Steps } from '../../layout/columns';
import { type Run, useRun, useUnrolled } from '../../store';
import { domainOf } from '../../store/scales';
import { useColumns } from '../score/columns-context';

/** With respect to what: a carried state, or Ws, step by step. */
export type Lane = 'S' | 'C' | 'Ws';

/** What one error sends to each step; entry j of an array belongs to step j. */
export interface PairRow {
  /** The step of the error. */
  readonly t: number;
  /** The first step that it reaches. */
  readonly first: number;
  readonly norms: Float64Array;
  /** The same without clipping. */
  readonly free: Float64Array;
  /** Norms of the sums of terms, from step t back to step j; only of Ws. */
  readonly sums: Float64Array;
}

export interface Pairs {
  readonly run: Run;
  readonly plan: Plan;
  readonly lane: Lane;
  /** The steps that have a column. */
  readonly inSight: Steps;
  /** A row for each error in sight, earliest first; where none is, for the nearest. */
  readonly rows: readonly PairRow[];
  /** The norm that all errors together have at each step: of δ_j, or of the ledger's term. */
  readonly together: Float64Array;
  /** The same after its own clipping, where S is clipped at each step. */
  readonly flowing: Float64Array;
  /** The playhead from which on a column is known; ∞ where nothing ever arrives. */
  readonly knownAt: readonly number[];
  readonly domain: GradientDomain;
  readonly isClipped: boolean;
}

/** The cell whose norm all errors together have at step j. */
export const wholeAt = (lane: Lane, j: number): CellId => (lane === 'Ws' ? term('Ws', j) : grad(at(lane, j)));

export const statesIn = (plan: Plan): readonly Lane[] =>
  plan.program.states.includes('C') ? ['S', 'C'] : ['S'];

/** Who hears whom in the present run; made anew only when the run or the choice changes, never by stepping. */
export function usePairs(): Pairs {
  const run = useRun();
  const chosen = useUnrolled((state) => state.heard);
  const lane: Lane = chosen === 'Ws' || (chosen === 'C' && statesIn(run.plan).includes('C')) ? chosen : 'S';
  const { first, last } = useColumns();
  const asked = useMemo(
    () => ({ hasSums: lane === 'Ws', errors: errorsInSight(run.plan, first, last), downTo: first }),
    [run.plan, lane, first, last],
  );
  const heard = useMemo(() => heardBy(run.trace, asked), [run.trace, asked]);
  const free = useMemo(
    () => (run.unclipped === run.trace ? heard : heardBy(run.unclipped, { ...asked, hasSums: false })),
    [run.unclipped, run.trace, asked, heard],
  );
  return useMemo(
    () => pairsOf(run, lane, { first, last }, heard, free),
    [run, lane, first, last, heard, free],
  );
}

/** The errors of the steps in sight; where there is none, the one that comes in from behind, or the last before. */
function errorsInSight({ shape: { errorAt } }: Plan, first: number, last: number): readonly number[] {
  const errors = errorAt.filter((t) => t >= first && t <= last);
  return errors.length > 0 ? errors : [errorAt.find((t) => t > last) ?? (errorAt.at(-1) as number)];
}

function pairsOf(
  run: Run,
  lane: Lane,
  inSight: Steps,
  heard: readonly Heard[],
  free: readonly Heard[],
): Pairs {
  const { plan, trace, unclipped } = run;
  const { T, clip } = plan.shape;
  const normsIn = (one: Heard) => (lane === 'Ws' ? one.terms : one.states[lane]);
  const rows = heard.map((one, index): PairRow => {
    const { t, first, sums } = one;
    return { t, first, sums, norms: normsIn(one), free: normsIn(free[index]) };
  });
  const together = togetherIn(trace, lane);
  // The colours follow the run without clipping: they don't change while the threshold is dragged.
  const sizes = [...rows.flatMap((row) => Array.from(row.free)), ...togetherIn(unclipped, lane)];
  const sound = sizes.filter((size) => size > 0 && Number.isFinite(size)).sort((one, other) => one - other);
  return {
    ...{ run, plan, lane, inSight, rows, together },
    flowing: lane === 'S' ? flowNorms(trace) : together,
    knownAt: Array.from({ length: T + 1 }, (_, j) =>
      j === 0 ? Number.POSITIVE_INFINITY : doneAt(plan, wholeAt(lane, j)),
    ),
    domain: domainOf(sound),
    isClipped: clip === 'step',
  };
}

function togetherIn(trace: Trace, lane: Lane): Float64Array {
  if (lane !== 'Ws') return deltaNorms(trace, lane).map((size, t) => (t === 0 ? Number.NaN : size));
  return termNorms(trace, 'Ws');
}

const sizeIn = (trace: Trace, id: CellId): number => {
  const numbers = numbersIn(trace, id);
  return numbers ? norm(numbers) : Number.NaN;
};

/** ‖∂E/∂Ws‖ of all errors as far as its terms are made, from the last step back to step j. */
export const soFar = ({ run }: Pairs, j: number): number => sizeIn(run.trace, partial('Ws', j));

/** The earliest step in sight whose column is known at a playhead; T + 1 while none is. */
export const reachedAt = (
  { knownAt, inSight }: Pick<Pairs, 'knownAt' | 'inSight'>,
  playhead: number,
): number => {
  const reached = knownAt.findIndex((known) => known <= playhead);
  return reached < 0 ? knownAt.length : Math.max(reached, inSight.first);
};

export const useReached = (pairs: Pairs): number => useUnrolled((state) => reachedAt(pairs, state.playhead));

/** Whether a pair was shortened by clipping: on its way, not by rounding. */
export const isShortened = ({ norms, free }: PairRow, j: number): boolean =>
  Math.abs(norms[j] - free[j]) > 1e-9 * free[j];

/** Whether δ_j of all errors is itself clipped. */
export const isCutShort = ({ together, flowing, plan, lane }: Pairs, j: number): boolean =>
  plan.cells.has(clipped(at('S', j))) && lane === 'S' && flowing[j] < together[j] * (1 - 1e-9);
