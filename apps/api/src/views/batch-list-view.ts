import { BatchStatus } from '@coliseum/domain/daily-batch';
import { EventOutcome, EventStatus } from '@coliseum/domain/event';
import { z } from 'zod';
import { CentsField, DateField, DollarsField } from './fields.ts';
import { ReceiptView } from './receipt-view.ts';

/** A committed match day. */
export const BatchView = z
  .object({
    id: z.string(),
    date: DateField,
    /** Counted from 1, the first match day ever. */
    match_day: z.int().positive(),
    status: BatchStatus,
    event_count: z.int().nonnegative(),
    /** Answers with money at stake. */
    total_bets: z.int().nonnegative(),
    total_wagered: DollarsField,
    total_wagered_cents: CentsField,
    persona_name: z.string(),
    events: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        category: z.string(),
        status: EventStatus,
        outcome: EventOutcome.nullable(),
      }),
    ),
    /** Null for match days older than receipts. */
    receipt: ReceiptView.nullable(),
  })
  .meta({ id: 'Batch' });
export type BatchView = z.infer<typeof BatchView>;

/** A page of match days, newest first. */
export const BatchListView = z
  .object({ total: z.int().nonnegative(), limit: z.int(), offset: z.int(), batches: z.array(BatchView) })
  .meta({ id: 'BatchList' });
export type BatchListView = z.infer<typeof BatchListView>;
