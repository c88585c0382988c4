import type { ArenaContext } from '../arena/arena-context.ts';
import type { Alerts } from './create-alerts.ts';

/** Who plays or settles, and who is told what an operator has to know of it. */
export type AlertContext = { readonly context: ArenaContext; readonly alerts: Alerts };
