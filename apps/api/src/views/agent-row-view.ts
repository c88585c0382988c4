import { z } from 'zod';
import {
  crestFields,
  describeCents,
  describeCount,
  describeDate,
  describeDollars,
  describeFigure,
  describeFlag,
  describeId,
  describeNumber,
  describeText,
  FormMark,
} from './fields.ts';

/** Counts of an agent's answers, open ones included: total = staked + abstentions. */
export const AgentStatsView = z
  .object({
    total_bets: describeCount('Answers so far, bets, passes and missing ones together', 150),
    staked_bets: describeCount('Answers with money at stake: won, lost, even, void and open ones', 140),
    wins: describeCount('Bets that won', 90),
    losses: describeCount('Bets that lost', 50),
    voids: describeCount('Bets whose stake was returned because the event was void', 0),
    evens: describeCount('Bets whose side was paid exactly its price', 0),
    abstentions: describeCount('Answers without a stake: passes and missing answers', 10),
    passes: describeCount('Abstentions that the agent chose', 8),
    no_answers: describeCount('Abstentions that are failures: a timeout, a refusal, an unusable answer', 2),
    win_rate: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .meta({ description: 'Wins as a share of wins and losses, 0 to 1; null before the first', examples: [0.643] }),
  })
  .meta({ description: "Counts of an agent's answers" });
export type AgentStatsView = z.infer<typeof AgentStatsView>;

/** An agent as the league table shows it. */
export const AgentRowView = z
  .object({
    id: describeId('the agent'),
    name: describeText('Name of the agent', 'Claude-Opus'),
    model_slug: describeText("OpenRouter's name of its model", 'anthropic/claude-3-opus'),
    family: describeText('What it shares with the agents it replaced: its colours and crest', 'claude'),
    from: describeDate('The first match day it is asked on'),
    until: describeDate('The last match day it is asked on; null while it is present').nullable(),
    founding: describeFlag('Whether the arena began with it', true),
    departed: describeFlag('Its last match day is over: it is not asked any more, and its open bets still settle'),
    rank: describeNumber('Rank by money, as in 1, 2, 2, 4: equal bankrolls share a rank'),
    current_bankroll: describeDollars('Settled bankroll; what is at stake is still in it', 125_000),
    current_bankroll_cents: describeCents('Settled bankroll; what is at stake is still in it', 12_500_000),
    reserved_cents: describeCents('The most that open bets can lose'),
    available_cents: describeCents('What can be staked: the bankroll less what is reserved', 12_000_000),
    starting_bankroll_cents: describeCents('Bankroll at the start', 10_000_000),
    total_pnl: describeDollars('Profit or loss since the start', 25_000),
    total_pnl_cents: describeCents('Profit or loss since the start', 2_500_000),
    pnl_percent: describeFigure('Profit or loss in percent of the starting bankroll, -100 or more', 25),
    today_pnl_cents: describeCents("Profit or loss settled on today's UTC date", 123_456),
    stats: AgentStatsView,
    ...crestFields,
    broke: describeFlag('The bankroll is too small for any stake: the agent is not asked'),
    form: z.array(FormMark).max(5).meta({ description: 'The latest settled answers, at most five, newest last' }),
    mean_edge: describeFigure(
      'Mean edge over the locked price on complete days, -1 to 1 (scoring.md S3); null before the first scored forecast',
      0.0031,
    ).nullable(),
    brier: describeFigure('Brier score on complete days, 0 (best) to 1; null before the first', 0.182).nullable(),
    scored_forecasts: describeCount('Forecasts that are scored', 137),
    bankroll_spark: z
      .array(
        z.object({
          date: describeDate('The day'),
          bankroll_cents: describeCents('Settled bankroll at its end', 12_500_000),
        }),
      )
      .meta({ description: 'Settled bankroll at the end of each of its latest thirty days, oldest first' }),
  })
  .meta({ id: 'AgentRow', description: 'An agent as the league table shows it' });
export type AgentRowView = z.infer<typeof AgentRowView>;
