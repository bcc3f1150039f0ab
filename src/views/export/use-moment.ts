import { useMemo } from 'react';
import { type State, store, useUnrolled } from '../../store';
import { looks } from '../../store/state';

/** What decides what there is to take away. A picture changes the theme for a moment: that must not make another one. */
const fields = ['updates', 'errorBefore', 'playhead', 'chartOf', ...looks] as const;

/** The state, the same object as long as nothing of it changes that can be taken away. */
export function useMoment(): State {
  const setup = useUnrolled((state) => state.setup);
  const trained = useUnrolled((state) => state.trained);
  const rest = useUnrolled((state) => JSON.stringify(fields.map((field) => state[field])));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state is read anew when one of these has changed
  return useMemo(() => store.getState(), [setup, trained, rest]);
}
