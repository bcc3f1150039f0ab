/** State, actions and what follows from them. */
export * from './actions';
export { settleAddress } from './address';
export { focusIn } from './focus';
export { StoreContext, useCell, useConvention, usePlan, useRun, useTheme, useUnrolled } from './hooks';
export { type Run, run } from './run';
export { openingState, type State, speeds, store } from './state';
