import { BriefStatus, EventOutcome, LockedPriceBasis } from '@coliseum/domain/event';
import { FeeRule } from '@coliseum/domain/fee-rule';
import { z } from 'zod';
import { EventBetView } from './event-bet-view.ts';
import { EventRowView } from './event-row-view.ts';
import { describeDecimal, describeFlag, describeId, describeInstant, describeNumber, describeText } from './fields.ts';
import { ReceiptView } from './receipt-view.ts';

export const EventByIdInput = z.object({ event_id: describeId('the event') });
export type EventByIdInput = z.infer<typeof EventByIdInput>;

const SourceView = z.object({
  number: describeNumber('Number by which the brief cites it'),
  title: describeText('Title of the page', 'Minutes of the December meeting'),
  url: describeText('Address of the page', 'https://example.org/minutes'),
  published_at: describeInstant('When it was published; null where unknown').nullable(),
  carries_odds: describeFlag('It is a betting exchange, a sportsbook or an aggregator of odds'),
});

const AmendmentView = z.object({
  at: describeInstant('When the arena learned of the new outcome'),
  previous_outcome: EventOutcome.meta({ description: 'The outcome before' }),
  previous_settlement_value: describeDecimal(
    'What one YES contract paid before, in dollars; null for VOID',
    '0.00',
  ).nullable(),
});

/** One event with its brief and every answer. Texts come from outside and from models: render them as text, never as HTML. */
export const EventView = EventRowView.extend({
  resolution_criteria: describeText("The exchange's rules of resolution", 'Resolves YES if …'),
  kalshi_category: describeText("The exchange's category", 'Economics'),
  locked_bid: describeDecimal('Best bid for YES at the lock; null without one', '0.44').nullable(),
  locked_ask: describeDecimal('Best ask for YES at the lock; null without one', '0.46').nullable(),
  locked_last: describeDecimal('Last trade of YES at the lock; null without one', '0.45').nullable(),
  locked_price_basis: LockedPriceBasis.meta({
    description: 'Whether the locked price is the midpoint of bid and ask or the last trade',
  }),
  locked_at: describeInstant('When the price was locked'),
  expected_resolution_time: describeInstant('When the exchange is first asked for the outcome'),
  announced_resolution_time: describeInstant(
    'When the exchange expects the outcome, as it last said; null where it says nothing',
  ).nullable(),
  selection_reason: describeText('Why the selector chose it', 'Close to even and widely followed.'),
  intelligence_brief: describeText('The brief that every agent got, in Markdown', '## Key Facts\n- …'),
  brief_status: BriefStatus.meta({ description: "Whether all, some or none of the brief's sections say something" }),
  sources: z.array(SourceView).meta({ description: 'The pages that the brief cites' }),
  research_completed_at: describeInstant('When the brief was complete'),
  void_reason: describeText(
    "Why the arena's operator declared the event void, because the exchange gave no outcome; null otherwise",
    'The exchange delisted the market.',
  ).nullable(),
  amendments: z.array(AmendmentView).meta({
    description:
      'The outcomes that were replaced because the exchange changed a final result, oldest first; nearly always empty',
  }),
  receipt: ReceiptView.nullable().meta({
    description: 'Receipt of the match day; null for days older than receipts',
  }),
  persona_name: describeText('The persona that all agents played', 'momentum_trader'),
  fee_rule: FeeRule.meta({ description: 'How the bets of the day are charged' }),
  bets: z.array(EventBetView).meta({ description: 'The answers in roster order' }),
}).meta({ id: 'Event', description: 'One event with its brief and every answer' });
export type EventView = z.infer<typeof EventView>;
