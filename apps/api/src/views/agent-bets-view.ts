import { Decision } from '@coliseum/domain/bet';
import { EventStatus } from '@coliseum/domain/event';
import { z } from 'zod';
import { EventListInput } from './event-list-view.ts';
import {
  CategoryField,
  describeCents,
  describeDate,
  describeDecimal,
  describeDollars,
  describeFlag,
  describeId,
  describeNumber,
  describeText,
  OutcomeField,
} from './fields.ts';
import { NextMatchCursor, pageFields } from './pagination.ts';

/** A page of an agent's answers, with the filters of events. */
export const AgentBetsInput = EventListInput.omit({ agent: true }).extend({
  agent_id: describeId('the agent'),
  decision: Decision.meta({ description: 'Only answers that decide so' }).optional(),
});
export type AgentBetsInput = z.infer<typeof AgentBetsInput>;

/** One of an agent's answers, without its texts. */
export const AgentBetView = z
  .object({
    bet_id: describeId('the bet'),
    event_id: describeId('the event'),
    event_title: describeText('Title of the event', 'Will the Fed cut rates?'),
    date: describeDate('Match day of the event'),
    match_number: describeNumber('Place of the event on the card of its day'),
    category: CategoryField,
    status: EventStatus.meta({ description: 'State of the event' }),
    locked_price_exact: describeDecimal('The YES price of every bet'),
    decision: Decision.meta({ description: 'The side taken, or ABSTAIN' }),
    automatic: describeFlag('The agent failed to answer; it did not choose to pass'),
    probability: describeDecimal('Probability of YES that the agent stated; null for none', '0.60').nullable(),
    amount: describeDollars('The stake; 0 for ABSTAIN'),
    amount_cents: describeCents('The stake; 0 for ABSTAIN'),
    pnl: describeDollars('Profit or loss after fees; null while open', 1_234.56).nullable(),
    pnl_cents: describeCents('Profit or loss after fees; null while open', 123_456).nullable(),
    outcome: OutcomeField,
  })
  .meta({ id: 'AgentBet', description: "One of an agent's answers, without its texts" });
export type AgentBetView = z.infer<typeof AgentBetView>;

/** A page of an agent's answers, newest first. */
export const AgentBetsView = z
  .object({
    ...pageFields,
    next_cursor: NextMatchCursor,
    bets: z.array(AgentBetView).meta({ description: 'Every answer, passes and missing ones too, newest first' }),
  })
  .meta({ id: 'AgentBets', description: "A page of an agent's answers, newest first" });
export type AgentBetsView = z.infer<typeof AgentBetsView>;
