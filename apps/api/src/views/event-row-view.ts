import { Decision } from '@coliseum/domain/bet';
import { EventOutcome, EventStatus } from '@coliseum/domain/event';
import { z } from 'zod';
import {
  CategoryField,
  describeCents,
  describeCount,
  describeDate,
  describeDecimal,
  describeDollars,
  describeFigure,
  describeFlag,
  describeId,
  describeInstant,
  describeNumber,
  describeText,
  OutcomeField,
} from './fields.ts';

/** One agent's answer on an event, in short. */
export const ForecastView = z.object({
  agent_id: describeId('the agent'),
  agent_name: describeText('Name of the agent', 'Claude-Opus'),
  avatar_initials: describeText('One to three letters on its crest', 'CO'),
  decision: Decision.meta({ description: 'The side taken, or ABSTAIN' }),
  probability: describeDecimal('Probability of YES that the agent stated; null for none', '0.60').nullable(),
  stake_cents: describeCents('The stake; 0 for ABSTAIN'),
  outcome: OutcomeField,
  pnl_cents: describeCents('Profit or loss; null while open', 123_456).nullable(),
  automatic: describeFlag('The agent failed to answer; it did not choose to pass'),
});
export type ForecastView = z.infer<typeof ForecastView>;

/** An event as shown in lists. */
export const EventRowView = z
  .object({
    id: describeId('the event'),
    batch_id: describeId('its match day'),
    date: describeDate('Its match day'),
    match_number: describeNumber('Place on the card of its day'),
    kalshi_ticker: describeText("The exchange's name of the market", 'FED-RATE-JAN'),
    title: describeText('Title', 'Will the Fed cut rates in January?'),
    question: describeText('The question that YES or NO answers', 'Will the Fed cut rates at its January meeting?'),
    category: CategoryField,
    locked_price: describeFigure('The YES price of every bet, 0 to 1, as a number: for display', 0.45),
    locked_price_exact: describeDecimal('The YES price of every bet'),
    close_time: describeInstant('When trading ends', '2026-11-22T20:00:00.000Z'),
    status: EventStatus.meta({ description: 'State; delayed: the exchange is late with its result' }),
    outcome: EventOutcome.nullable().meta({ description: 'What it came to; null until it is settled' }),
    settlement_value: describeDecimal(
      'What one YES contract paid, in dollars; null while open and for VOID',
      '1.00',
    ).nullable(),
    settled_at: describeInstant('When it was settled first; null while open', '2026-11-22T22:05:00.000Z').nullable(),
    bet_count: describeCount('Answers, bets, passes and missing ones together', 8),
    staked_bets: describeCount('Answers with money at stake', 7),
    total_wagered: describeDollars('Sum of the stakes', 32_000),
    total_wagered_cents: describeCents('Sum of the stakes', 3_200_000),
    forecasts: z.array(ForecastView).meta({ description: 'The answers in roster order' }),
  })
  .meta({ id: 'EventRow', description: 'An event as shown in lists' });
export type EventRowView = z.infer<typeof EventRowView>;
