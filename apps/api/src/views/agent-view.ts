import { Decision } from '@coliseum/domain/bet';
import { z } from 'zod';
import { AgentRowView, AgentStatsView } from './agent-row-view.ts';
import {
  CategoryField,
  describeCents,
  describeDate,
  describeDecimal,
  describeDollars,
  describeId,
  describeText,
  OutcomeField,
} from './fields.ts';

export const AgentByIdInput = z.object({ agent_id: describeId('the agent') });
export type AgentByIdInput = z.infer<typeof AgentByIdInput>;

/** One of an agent's latest bets. */
export const RecentBetView = z.object({
  bet_id: describeId('the bet'),
  event_id: describeId('the event'),
  event_title: describeText('Title of the event', 'Will the Fed cut rates?'),
  decision: Decision.meta({ description: 'The side taken' }),
  amount: describeDollars('The stake'),
  amount_cents: describeCents('The stake'),
  probability: describeDecimal('Probability of YES that the agent stated; null for none', '0.60').nullable(),
  pnl: describeDollars('Profit or loss; null while open', 1_234.56).nullable(),
  pnl_cents: describeCents('Profit or loss; null while open', 123_456).nullable(),
  outcome: OutcomeField,
  date: describeDate('Match day of the event'),
});
export type RecentBetView = z.infer<typeof RecentBetView>;

/** One agent with its record. */
export const AgentView = AgentRowView.extend({
  stats: AgentStatsView.extend({
    avg_bet_size: describeDollars('Mean stake; null before the first bet', 4_800).nullable(),
    avg_bet_size_cents: describeCents('Mean stake, halves rounded up; null before the first bet', 480_000).nullable(),
    largest_win: describeDollars('The most that one bet won; 0 before the first', 15_000),
    largest_win_cents: describeCents('The most that one bet won; 0 before the first', 1_500_000),
    largest_loss: describeDollars('The most that one bet lost, 0 or below', -8_000),
    largest_loss_cents: describeCents('The most that one bet lost, 0 or below', -800_000),
    best_category: CategoryField.nullable().describe(
      'The category with the highest settled profit or loss; null before the first settled bet',
    ),
    worst_category: CategoryField.nullable().describe(
      'The category with the lowest settled profit or loss; null before the first settled bet',
    ),
  }).describe("Counts of an agent's answers, and its stakes"),
  statement: describeText(
    'What may be said about its skill today (scoring.md S8), from the figures',
    'Claude-Opus is not separable from the market yet: the difference … can be anything from −0.0310 to +0.0370.',
  ),
  recent_performance: z
    .array(RecentBetView)
    .max(10)
    .meta({ description: 'The latest bets with money at stake, at most ten, newest first' }),
  bankroll_history: z
    .array(
      z.object({
        date: describeDate('The day'),
        bankroll: describeDollars('Settled bankroll at its end', 102_000),
        bankroll_cents: describeCents('Settled bankroll at its end', 10_200_000),
      }),
    )
    .meta({
      description:
        'Settled bankroll at the end of each of its UTC days since the first match day, oldest first; of an agent that departed, until its last bet settled',
    }),
  max_drawdown_cents: describeCents('The deepest fall of the settled bankroll from a high (scoring.md S5.2)', 800_000),
}).meta({ id: 'Agent', description: 'One agent with its record' });
export type AgentView = z.infer<typeof AgentView>;
