/** Everything a person can do, but for editing entries: `entries.ts` is loaded with the editors, not with the score. */
export { endGesture, redo, undo } from './change';
export {
  dismissNotice,
  fold,
  lightPath,
  point,
  present,
  say,
  setChartOf,
  setChartScale,
  setHeard,
  setInside,
  setLedger,
  setTheme,
  togglePanel,
} from './look';
export {
  applyPreset,
  changeSetup,
  newRandomWeights,
  reset,
  setScale,
  setThreshold,
  updateOnce,
} from './setup-actions';
export { check, rescue, toBroken } from './soundness';
export {
  advance,
  pause,
  play,
  setPlayhead,
  setSpeed,
  setStride,
  step,
  toFirst,
  togglePlay,
  toLast,
} from './transport';
