/** State, actions and what follows from them. */
export * from './actions';
export { connectHistory } from './history';
export { useCell, useIsFocus, useReads, useRun, useTheme, useUnrolled } from './hooks';
export { encodeLink } from './link';
export { type Run, run } from './run';
export { openingState, type State, speeds, store, type Weights } from './state';
