import { z } from 'zod';
import { Id } from './id.ts';

export const AlertKind = z.enum([
  'pipeline_failed',
  'day_skipped',
  'kalshi_errors',
  'agent_timeouts',
  'over_budget',
  'spend_high',
  'model_expiring',
  'settlement_delayed',
  'outcome_amended',
  'result_contradictory',
  'database_unavailable',
]);
export type AlertKind = z.infer<typeof AlertKind>;

export const AlertChannel = z.enum(['slack', 'email']);
export type AlertChannel = z.infer<typeof AlertChannel>;

/** How one channel took an alert. */
export const AlertDelivery = z.object({
  channel: AlertChannel,
  attempts: z.int().nonnegative(),
  /** Null until the channel took it. */
  deliveredAt: z.date().nullable(),
  /** Why the last attempt failed; null where none did. */
  error: z.string().nullable(),
});
export type AlertDelivery = z.infer<typeof AlertDelivery>;

/** Something an operator has to know. Raised once per cause. */
export const Alert = z.object({
  id: Id,
  /** `kind` and what it is about, as in `pipeline_failed/2026-11-22`. Unique, so that nobody is told twice. */
  cause: z.string().min(1),
  kind: AlertKind,
  /** One line. */
  title: z.string(),
  /** What happened, the impact, the action to take and the runbook, a line each. */
  text: z.string(),
  raisedAt: z.date(),
  /** One entry for each channel that is configured. */
  deliveries: z.array(AlertDelivery),
});
export type Alert = z.infer<typeof Alert>;
