/** The store as React sees it: each hook draws again only when what it returns has changed. */
import { createContext, use, useCallback, useRef, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { type CellId, type Plan, valueAt } from '../engine';
import type { Convention } from '../notation/convention';
import { type Run, run } from './run';
import { type State, store } from './state';
import { isSystemDark, onSystemTheme } from './theme';

/** The store that hooks read: what is drawn of a network that is compared reads the state as that network's. */
export const StoreContext = createContext<Omit<typeof store, 'setState'>>(store);

/** What a selector makes of the state; it must return a primitive or a stable reference. */
export function useUnrolled<Selected>(selector: (state: State) => Selected): Selected {
  return useStore(use(StoreContext), selector);
}

/** The run of the present setup and weights. */
export function useRun(): Run {
  return useUnrolled(run);
}

/** The plan of the present run: the same as long as only numbers change. Drawn anew with another convention, as of `useRun`. */
export function usePlan(): Plan {
  useConvention();
  return useUnrolled(planIn);
}

const planIn = (state: State): Plan => run(state).plan;

/** The convention in force, for what is memoised without `useRun`: it must be written anew when that changes. */
export function useConvention(): Convention {
  return useUnrolled((state) => state.convention);
}

/**
 * The numbers of a cell at the playhead; undefined before its operation is done. The same array as long as the numbers
 * are the same, also when another run has made them again.
 */
export function useCell(id: CellId): Float64Array | undefined {
  const kept = useRef<Float64Array | undefined>(undefined);
  return useUnrolled((state) => {
    const value = valueAt(run(state).trace, id, state.playhead);
    if (!isSame(kept.current, value)) kept.current = value;
    return kept.current;
  });
}

/** The theme in force. */
export function useTheme(): 'light' | 'dark' {
  const chosen = useUnrolled((state) => state.theme);
  const isDark = useSyncExternalStore(
    useCallback((callback: () => void) => onSystemTheme(callback), []),
    isSystemDark,
    () => false,
  );
  return chosen === 'system' ? (isDark ? 'dark' : 'light') : chosen;
}

function isSame(one: Float64Array | undefined, other: Float64Array | undefined): boolean {
  if (one === other) return true;
  if (!one || one.length !== other?.length) return false;
  return one.every((value, index) => Object.is(value, other[index]));
}
