import { useMemo } from 'react';
import { type State, store, useUnrolled } from '../../store';

/** What decides what there is to take away. A picture changes the theme for a moment: that must not make another one. */
const fields = [
  ...(['setup', 'trained', 'updates', 'errorBefore', 'playhead'] as const),
  ...(['chartOf', 'ledger', 'folded', 'chartScale', 'convention'] as const),
] as const;

/** The state, the same object as long as nothing of it changes that can be taken away. */
export function useMoment(): State {
  const values = [
    useUnrolled((state) => state.setup),
    useUnrolled((state) => state.trained),
    useUnrolled((state) =>
      fields.map((field) => (typeof state[field] === 'object' ? '' : state[field])).join(),
    ),
  ];
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state is read anew when one of these has changed
  return useMemo(() => store.getState(), values);
}
