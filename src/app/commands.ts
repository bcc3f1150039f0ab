import { store } from '../store';
import {
  fold,
  present,
  redo,
  setChartScale,
  step,
  toFirst,
  togglePanel,
  togglePlay,
  toLast,
  undo,
} from '../store/actions';
import type { Commands } from './keyboard';

/** What the keys do, by the store's actions. */
export const commandsOf = (help: () => void): Commands => ({
  stride: (direction) => step(direction),
  timeStep: (direction) => step(direction, 'time step'),
  togglePlay,
  first: toFirst,
  last: toLast,
  togglePresent: () => present(!store.getState().presenting),
  leave: () => {
    if (store.getState().presenting) present(false);
  },
  toggleChartScale: () => setChartScale(store.getState().chartScale === 'log' ? 'linear' : 'log'),
  toggleFold: () => fold(!store.getState().folded),
  togglePanel,
  undo,
  redo,
  help,
});
