import { store } from '../store';
import {
  fold,
  present,
  setChartScale,
  step,
  toFirst,
  togglePanel,
  togglePlay,
  toLast,
} from '../store/actions';
import { openCliff } from '../store/cliff';
import { perform } from '../store/perform';
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
  openCliff: () => openCliff(),
  toggleFold: () => fold(!store.getState().folded),
  togglePanel,
  undo: () => perform(({ undo }) => undo()),
  redo: () => perform(({ redo }) => redo()),
  reveal: () => {
    if (store.getState().predict) void import('../store/predict').then(({ reveal }) => reveal());
  },
  help,
});
