/** The chain that is followed at this moment, and how much of it has been computed. */
import { useMemo } from 'react';
import { at, clipped, doneAt, grad, opsOfStep, waysBack } from '../../engine';
import { type Chain, chainOf, type Link } from '../../engine/chain';
import type { Plan, Trace } from '../../engine/types';
import { type Run, type State, useRun, useUnrolled } from '../../store';
import { followed } from '../../store/other-runs';

/** What stands in the row: what set out, a clipping, a factor, or the factor that truncation leaves out. */
export interface Item {
  readonly kind: 'start' | 'clip' | 'factor' | 'cut';
  readonly link: Link | undefined;
  /** The step that the gradient has come to with it. */
  readonly j: number;
  /** What is left of the gradient after it. */
  readonly norm: number;
  /** Playhead from which it is known. */
  readonly doneAt: number;
}

export interface Followed {
  readonly run: Run;
  /** The run of the one error that is followed. */
  readonly trace: Trace;
  /** The lanes that are followed: S, of an LSTM S and C unless S alone is chosen. */
  readonly states: readonly string[];
  readonly chain: Chain;
  /** Latest first. */
  readonly items: readonly Item[];
  readonly isClipped: boolean;
}

/** What is followed; the same object until the run or the choice changes. */
export function useFollowed(): Followed {
  const run = useRun();
  const trace = useUnrolled(followed);
  const choice = useUnrolled((state) => state.chain);
  return useMemo(() => followedOf(run, trace, choice), [run, trace, choice]);
}

/** What is followed of a run, by the run of the one error that is followed. */
export function followedOf(run: Run, trace: Trace, choice: State['chain']): Followed {
  const states = choice === 'SC' && run.plan.shape.cell === 'lstm' ? ['S', 'C'] : ['S'];
  const chain = chainOf(trace, states);
  const items = itemsOf(run.plan, chain, states);
  return { run, trace, states, chain, items, isClipped: run.plan.shape.clip === 'step' };
}

/** How many items are known at a playhead. */
export function knownCount({ items }: Followed, playhead: number): number {
  const first = items.findIndex((item) => item.doneAt > playhead);
  return first < 0 ? items.length : first;
}

export function useKnownCount(followed: Followed): number {
  return useUnrolled(({ playhead }) => knownCount(followed, playhead));
}

/** So many factors are drawn: of a long chain where it sets out, and the latest. */
const MOST_DRAWN = 60;

/** What is drawn of the items that are known, and how many factors between the start and the rest are not. */
export function drawnOf(
  { items }: Followed,
  count: number,
): { readonly drawn: readonly Item[]; readonly hidden: number } {
  const from = Math.max(1, count - MOST_DRAWN);
  const hidden = items.slice(1, from).filter(({ kind }) => kind !== 'clip').length;
  return { drawn: [...items.slice(0, Math.min(1, count)), ...items.slice(from, count)], hidden };
}

/** The items of a chain; when they are known is told by the operations that are shown, those of all errors. */
function itemsOf(plan: Plan, { N, start, links }: Chain, states: readonly string[]): readonly Item[] {
  const items: Item[] = [
    { kind: 'start', link: undefined, j: N, norm: start, doneAt: arrivesAt(plan, N, states.slice(0, 1)) },
  ];
  for (const link of links) {
    const { t, clip, left, isCut } = link;
    // What is cut to θ misses it by rounding alone: 12 digits are more than are shown.
    const norm = Number((items[items.length - 1].norm * clip).toPrecision(12));
    if (clip !== 1 && !isCut)
      items.push({ kind: 'clip', link, j: t, norm, doneAt: doneAt(plan, clipped(at('S', t))) });
    items.push({
      kind: isCut ? 'cut' : 'factor',
      link,
      j: t - 1,
      norm: left,
      doneAt: isCut ? lastOf(plan, t) : arrivesAt(plan, t - 1, states),
    });
  }
  return items;
}

/** The playhead from which all is known that has come to a state of step t. */
const arrivesAt = (plan: Plan, t: number, [first, ...rest]: readonly string[]): number =>
  Math.max(
    doneAt(plan, grad(at(first, t))),
    ...rest.map((lane) => doneAt(plan, waysBack(plan, at(lane, t), t + 1).at(-1) ?? grad(at(lane, t)))),
  );

/** The playhead at which the backward operations of step t are done, and nothing has gone back from it. */
const lastOf = (plan: Plan, t: number): number =>
  (opsOfStep(plan, 'backward', t).at(-1)?.index ?? Number.POSITIVE_INFINITY) + 1;
