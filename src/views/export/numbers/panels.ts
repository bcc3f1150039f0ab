/** The panels whose numbers can be taken away. A new panel is one more entry here, and its name in the messages. */
import type { PanelName } from '../../../messages/en/export';
import { chain } from './chain';
import { chart } from './chart';
import { comparison } from './comparison';
import { ledger } from './ledger';
import { network } from './network';
import { operations } from './operations';
import { pairs } from './pairs';
import type { Panel } from './panel';
import { weights } from './weights';

export const panels: Readonly<Record<PanelName, Panel>> = {
  ...{ network, chart, comparison, pairs },
  ...{ ledger, chain, weights, operations },
};
