/** Each of those that are compared, as the state that the hooks of its drawing read. */
import { useMemo } from 'react';
import { type State, type StoreContext, store, useConvention, useUnrolled } from '../../store';
import { comparedIn, MOST_COMPARED, viewFrom } from '../../store/comparing';
import type { Compared } from '../../store/state';
import { namesOf } from './differences';

type Scope = Parameters<typeof StoreContext>[0]['value'];

/** The state as it would be if the one at an index were chosen; index by index. */
export const views: readonly ((state: State) => State)[] = Array.from({ length: MOST_COMPARED }, (_, index) =>
  viewFrom(index),
);

/** The same as stores that can be subscribed to. */
export const scopes: readonly Scope[] = views.map((view) => ({
  getState: () => view(store.getState()),
  getInitialState: () => view(store.getInitialState()),
  subscribe: (listener) => store.subscribe((state, before) => listener(view(state), view(before))),
}));

export interface Comparing {
  /** All of them, in their order. */
  readonly all: readonly Compared[];
  /** What sets each apart. */
  readonly names: readonly string[];
  /** Index of the chosen one. */
  readonly place: number;
}

/** What is compared; changes only when one of them does, or the choice. */
export function useComparing(): Comparing {
  const setup = useUnrolled((state) => state.setup);
  const trained = useUnrolled((state) => state.trained);
  const updates = useUnrolled((state) => state.updates);
  const errorBefore = useUnrolled((state) => state.errorBefore);
  const comparison = useUnrolled((state) => state.comparison);
  const convention = useConvention();
  // biome-ignore lint/correctness/useExhaustiveDependencies: names have symbols in them, which follow the convention
  return useMemo(() => {
    const all = comparedIn({ setup, trained, updates, errorBefore, comparison });
    return { all, names: namesOf(all), place: comparison?.place ?? 0 };
  }, [setup, trained, updates, errorBefore, comparison, convention]);
}
