import { shell } from './en/shell';
import { setup } from './en/setup';
import { network } from './en/network';
import { chart } from './en/chart';
import { ledger } from './en/ledger';
import { timeline } from './en/timeline';
import { inspector } from './en/inspector';
import { notation } from './en/notation';
import { store } from './en/store';
import { engine } from './en/engine';
import { tasks } from './en/tasks';

/** Every sentence a person reads. A second language is a second object of the same type. */
export const messages = { chart, engine, inspector, ledger, network, notation, setup, shell, store, tasks, timeline } as const;
