/** The panels whose numbers can be taken away. A new panel is one more entry here, and its name in the messages. */
import type { PanelName } from '../../../messages/en/export';
import { chart } from './chart';
import { ledger } from './ledger';
import { network } from './network';
import { operations } from './operations';
import type { Panel } from './panel';
import { weights } from './weights';

export const panels: Readonly<Record<PanelName, Panel>> = { network, chart, ledger, weights, operations };
