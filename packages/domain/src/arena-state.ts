import { z } from 'zod';

/** What changed the public data. */
export const ChangeReason = z.enum([
  /** The database was created, or migrated from a version without the revision. */
  'created',
  'roster_changed',
  'persona_activated',
  'day_committed',
  'day_skipped',
  /** The day ended without a batch, for a retry or by its operator. */
  'day_failed',
  /** An event waits for its result, or counts as delayed. */
  'event_postponed',
  'event_settled',
  /** By an operator. */
  'event_voided',
  'outcome_amended',
  /** The outcomes of markets of the control were looked up. */
  'control_settled',
  /** By an operator or a migration. */
  'records_rebuilt',
]);
export type ChangeReason = z.infer<typeof ChangeReason>;

const Counter = z.int().nonnegative();

/** How far the arena's public data has come. There is one. */
export const ArenaState = z.object({
  /** Raised by one in the transaction of every change of public data, so two readings of one revision are equal. */
  revision: Counter,
  /** When the public data changed last, and why. */
  changedAt: z.date(),
  reason: ChangeReason,
  /** Raised as a run goes on, outside of any transaction. Nothing of the day is public by it but how far it is. */
  progressRevision: Counter,
});
export type ArenaState = z.infer<typeof ArenaState>;

/** A change of public data, as it is written with it. */
export type DataChange = Pick<ArenaState, 'reason'> & { readonly at: Date };
