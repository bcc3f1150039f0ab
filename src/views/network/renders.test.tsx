import { act, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { at, clipped, grad, next } from '../../engine/cells';
import type { CellId, Plan } from '../../engine/types';
import { columnsFor } from '../../layout/columns';
import { networkFor } from '../../layout/network';
import { changeSetup, openingState, run, setPlayhead, store } from '../../store';
import { ColumnsContext } from '../score/columns-context';
import { Network } from './Network';
import { RenderCounter } from './renders';

beforeEach(() => store.setState(openingState, true));
afterEach(() => store.setState(openingState, true));

/** What each node, edge and stream shows, by the id under which it counts its renders. */
const shownBy = (plan: Plan): Map<string, CellId[]> => {
  const { nodes, edges, streams } = networkFor(plan, columnsFor(662, plan.shape.T));
  const shown = new Map<string, CellId[]>();
  for (const { id, lane, t } of nodes) {
    const before =
      lane === 'S' ? [at('a', t), grad(at('a', t)), clipped(id)] : [at('o', t), grad(at('o', t))];
    shown.set(id, [id, grad(id), ...(lane === 'S' || lane === 'Y' ? before : [])]);
  }
  for (const { id, cells, drawnBy, weight } of edges)
    shown.set(id, [...cells, drawnBy, ...(weight ? [weight, next(weight)] : [])]);
  for (const { cell } of streams) shown.set(cell, [cell]);
  return shown;
};

/** In how many operations something of these cells changes: one is written or read, or no longer is. */
const changesOf = (plan: Plan, cells: readonly CellId[]): number => {
  const own = new Set(cells);
  const touches = plan.ops.map(({ out, in: read }) => own.has(out) || read.some((cell) => own.has(cell)));
  return touches.filter((is, index) => is || touches[index - 1]).length;
};

const scrubbed = (
  frames: number,
  direction: 'forward' | 'backward',
): { plan: Plan; counts: Map<string, number> } => {
  const { plan } = run(store.getState());
  const counts = new Map<string, number>();
  render(
    <ColumnsContext value={columnsFor(662, plan.shape.T)}>
      <RenderCounter value={(id) => counts.set(id, (counts.get(id) ?? 0) + 1)}>
        <Network />
      </RenderCounter>
    </ColumnsContext>,
  );
  const last = plan.ops.length;
  if (direction === 'backward') act(() => setPlayhead(last));
  counts.clear();
  for (let frame = 1; frame <= frames; frame++) {
    const done = Math.round((frame / frames) * last);
    act(() => setPlayhead(direction === 'forward' ? done : last - done));
  }
  return { plan, counts };
};

describe('a scrub of 600 frames over T = 12, H = 8', () => {
  it.each([
    ['forward', 'off'],
    ['forward', 'step'],
    ['backward', 'off'],
    ['backward', 'step'],
  ] as const)(
    'renders each node at most once per operation that changes it (%s, clipping %s)',
    (direction, clip) => {
      act(() => changeSetup({ T: 12, H: 8, clip }));
      const { plan, counts } = scrubbed(600, direction);
      const shown = shownBy(plan);
      expect(counts.size).toBeGreaterThan(80);
      for (const [id, count] of counts) {
        expect(shown.has(id), id).toBe(true);
        expect(count, id).toBeLessThanOrEqual(changesOf(plan, shown.get(id) ?? []));
      }
    },
    30_000,
  );
});
