import { messages } from '../messages';
import { store } from '../store';
import {
  fold,
  present,
  say,
  setChartScale,
  setInside,
  step,
  toFirst,
  togglePanel,
  togglePlay,
  toLast,
} from '../store/actions';
import { openTalkList, walksMoments } from '../store/clicker';
import { openCliff } from '../store/cliff';
import { perform } from '../store/perform';
import { toggleTraining } from '../views/training/toggle';
import type { Commands } from './keyboard';

/** What the keys do, by the store's actions. */
export const commandsOf = (help: () => void): Commands => ({
  stride: (direction) => step(direction),
  timeStep: (direction) => step(direction, 'time step'),
  clicker: (direction) => {
    if (!walksMoments(store.getState())) step(direction);
    else
      import('../store/talk').then(
        ({ walk }) => walk(direction),
        () => say(messages.shell.notLoaded),
      );
  },
  togglePlay,
  first: toFirst,
  last: toLast,
  togglePresent: () => present(!store.getState().presenting),
  leave: () => {
    if (store.getState().presenting) present(false);
  },
  toggleChartScale: () => setChartScale(store.getState().chartScale === 'log' ? 'linear' : 'log'),
  openCliff: () => openCliff(),
  openMoments: () => openTalkList(true),
  toggleTraining,
  toggleFold: () => {
    const { setup, folded } = store.getState();
    if (setup.cell === 'rnn') fold(!folded);
    // Whether a cell that nobody opened or closed is open depends on the room there is.
    else setInside(document.querySelector('.cells-inside') ? 'closed' : 0);
  },
  togglePanel,
  undo: () => perform(({ undo }) => undo()),
  redo: () => perform(({ redo }) => redo()),
  reveal: () => {
    if (store.getState().predict) void import('../store/predict').then(({ reveal }) => reveal());
  },
  help,
});
