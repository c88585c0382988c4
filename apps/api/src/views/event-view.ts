import { BriefStatus, EventOutcome, LockedPriceBasis } from '@coliseum/domain/event';
import { FeeRule } from '@coliseum/domain/fee-rule';
import { Id } from '@coliseum/domain/id';
import { z } from 'zod';
import { EventBetView } from './event-bet-view.ts';
import { EventRowView } from './event-row-view.ts';
import { DecimalField, InstantField } from './fields.ts';
import { ReceiptView } from './receipt-view.ts';

export const EventByIdInput = z.object({ event_id: Id });
export type EventByIdInput = z.infer<typeof EventByIdInput>;

/** One event with its brief and every answer. Texts come from outside and from models: render them as text, never as HTML. */
export const EventView = EventRowView.extend({
  resolution_criteria: z.string(),
  kalshi_category: z.string(),
  locked_bid: DecimalField.nullable(),
  locked_ask: DecimalField.nullable(),
  locked_last: DecimalField.nullable(),
  locked_price_basis: LockedPriceBasis,
  locked_at: InstantField,
  /** When the exchange is first asked for the outcome. */
  expected_resolution_time: InstantField,
  /** When the exchange expects the outcome, as it last said; null where it says nothing. */
  announced_resolution_time: InstantField.nullable(),
  selection_reason: z.string(),
  intelligence_brief: z.string(),
  brief_status: BriefStatus,
  sources: z.array(
    z.object({
      number: z.int().positive(),
      title: z.string(),
      url: z.string(),
      published_at: InstantField.nullable(),
      carries_odds: z.boolean(),
    }),
  ),
  research_completed_at: InstantField,
  /** Why the arena's operator declared the event void, because the exchange gave no outcome; null otherwise. */
  void_reason: z.string().nullable(),
  /** The outcomes that were replaced because the exchange changed a final result, oldest first; nearly always empty. */
  amendments: z.array(
    z.object({
      at: InstantField,
      previous_outcome: EventOutcome,
      previous_settlement_value: DecimalField.nullable(),
    }),
  ),
  /** The receipt of the match day; null for days older than receipts. */
  receipt: ReceiptView.nullable(),
  persona_name: z.string(),
  fee_rule: FeeRule,
  /** In roster order. */
  bets: z.array(EventBetView),
}).meta({ id: 'Event' });
export type EventView = z.infer<typeof EventView>;
