import { BatchStatus } from '@coliseum/domain/daily-batch';
import { EventOutcome, EventStatus } from '@coliseum/domain/event';
import { z } from 'zod';
import {
  CategoryField,
  describeCents,
  describeCount,
  describeDate,
  describeDollars,
  describeId,
  describeNumber,
  describeText,
} from './fields.ts';
import { DatePageInput, pageFields } from './pagination.ts';
import { ReceiptView } from './receipt-view.ts';

/** A committed match day. */
export const BatchView = z
  .object({
    id: describeId('the match day'),
    date: describeDate('The match day'),
    match_day: describeNumber('Place among all match days'),
    status: BatchStatus.meta({ description: 'State of the batch: completed once committed' }),
    event_count: describeCount('Events of the day'),
    total_bets: describeCount('Answers of the day, bets, passes and missing ones together', 40),
    staked_bets: describeCount('Answers with money at stake', 33),
    passes: describeCount('Answers that chose not to bet', 6),
    no_answers: describeCount('Answers that are missing: a timeout, a refusal, an unusable answer', 1),
    total_wagered: describeDollars('Sum of the stakes', 160_000),
    total_wagered_cents: describeCents('Sum of the stakes', 16_000_000),
    persona_name: describeText('The persona that all agents played', 'momentum_trader'),
    events: z
      .array(
        z.object({
          id: describeId('the event'),
          title: describeText('Title of the event', 'Will the Fed cut rates in January?'),
          category: CategoryField,
          status: EventStatus.meta({ description: 'State of the event; delayed: the exchange is late' }),
          outcome: EventOutcome.nullable().meta({ description: 'What it came to; null until it is settled' }),
        }),
      )
      .meta({ description: 'The events in match order' }),
    receipt: ReceiptView.nullable().meta({ description: 'Receipt of the day; null for days older than receipts' }),
  })
  .meta({ id: 'Batch', description: 'A committed match day' });
export type BatchView = z.infer<typeof BatchView>;

export const BatchListInput = DatePageInput;
export type BatchListInput = z.infer<typeof BatchListInput>;

/** A page of match days, newest first. */
export const BatchListView = z
  .object({
    ...pageFields,
    next_cursor: describeDate('`cursor` of the next page; null on the last').nullable(),
    batches: z.array(BatchView).meta({ description: 'Match days, newest first' }),
  })
  .meta({ id: 'BatchList', description: 'A page of match days, newest first' });
export type BatchListView = z.infer<typeof BatchListView>;
