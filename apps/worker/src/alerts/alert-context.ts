import type { ArenaContext } from '../arena/arena-context.ts';
import type { Alerts } from './create-alerts.ts';

/** What plays and settles, and what alerts operators about it. */
export type AlertContext = { readonly context: ArenaContext; readonly alerts: Alerts };
