import { chart } from './en/chart';
import { engine } from './en/engine';
import { inspector } from './en/inspector';
import { ledger } from './en/ledger';
import { network } from './en/network';
import { notation } from './en/notation';
import { shell } from './en/shell';
import { store } from './en/store';
import { tasks } from './en/tasks';
import { timeline } from './en/timeline';

/**
 * Every sentence a person reads before the rest is loaded. What is loaded later brings its own: `setup`, `check`, `script`.
 * A second language is a second object of the same type.
 */
export const messages = {
  chart,
  engine,
  inspector,
  ledger,
  network,
  notation,
  shell,
  store,
  tasks,
  timeline,
} as const;
