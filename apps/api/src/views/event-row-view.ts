import { Decision } from '@coliseum/domain/bet';
import { EventOutcome, EventStatus } from '@coliseum/domain/event';
import { z } from 'zod';
import { CentsField, DateField, DecimalField, DollarsField, InstantField, OutcomeField } from './fields.ts';

/** One agent's answer on an event, in short. */
export const ForecastView = z.object({
  agent_id: z.string(),
  agent_name: z.string(),
  avatar_initials: z.string(),
  decision: Decision,
  probability: DecimalField.nullable(),
  stake_cents: CentsField,
  outcome: OutcomeField,
  pnl_cents: CentsField.nullable(),
  /** The agent failed to answer; it did not choose to pass. */
  automatic: z.boolean(),
});
export type ForecastView = z.infer<typeof ForecastView>;

/** An event as shown in lists. */
export const EventRowView = z
  .object({
    id: z.string(),
    batch_id: z.string(),
    date: DateField,
    match_number: z.int().positive(),
    kalshi_ticker: z.string(),
    title: z.string(),
    question: z.string(),
    category: z.string(),
    /** The YES price as a number, for display only. */
    locked_price: z.number(),
    locked_price_exact: DecimalField,
    close_time: InstantField,
    status: EventStatus,
    outcome: EventOutcome.nullable(),
    /** What one YES contract paid; null while open and for VOID. */
    settlement_value: DecimalField.nullable(),
    settled_at: InstantField.nullable(),
    /** Answers with money at stake. */
    bet_count: z.int().nonnegative(),
    total_wagered: DollarsField,
    total_wagered_cents: CentsField,
    /** In roster order. */
    forecasts: z.array(ForecastView),
  })
  .meta({ id: 'EventRow' });
export type EventRowView = z.infer<typeof EventRowView>;
