import { z } from 'zod';
import { CentsField, DateField, DollarsField, FormMark } from './fields.ts';

/** Counts of an agent's answers. */
export const AgentStatsView = z.object({
  total_bets: z.int().nonnegative(),
  wins: z.int().nonnegative(),
  losses: z.int().nonnegative(),
  voids: z.int().nonnegative(),
  evens: z.int().nonnegative(),
  /** Passes. */
  abstentions: z.int().nonnegative(),
  /** Failures to answer: a timeout, a refusal, an unusable answer. */
  no_answers: z.int().nonnegative(),
  /** Wins divided by wins and losses; null before the first of either. */
  win_rate: z.number().min(0).max(1).nullable(),
});
export type AgentStatsView = z.infer<typeof AgentStatsView>;

/** An agent as the league table shows it. */
export const AgentRowView = z
  .object({
    id: z.string(),
    name: z.string(),
    model_slug: z.string(),
    /** Rank by money, as in 1, 2, 2, 4: equal bankrolls share a rank. */
    rank: z.int().positive(),
    current_bankroll: DollarsField,
    current_bankroll_cents: CentsField,
    /** The most that open bets can lose. */
    reserved_cents: CentsField,
    available_cents: CentsField,
    starting_bankroll_cents: CentsField,
    total_pnl: DollarsField,
    total_pnl_cents: CentsField,
    /** P&L in percent of the starting bankroll. */
    pnl_percent: z.number(),
    /** P&L settled on today's UTC date. */
    today_pnl_cents: CentsField,
    stats: AgentStatsView,
    display_color: z.string(),
    display_color_text: z.string(),
    avatar_initials: z.string(),
    /** The bankroll is so small that no stake is possible: the agent is not asked. */
    broke: z.boolean(),
    /** The latest five settled answers at most, newest last. */
    form: z.array(FormMark).max(5),
    /** Mean edge over the locked price on complete days (scoring.md S3); null before the first scored forecast. */
    mean_edge: z.number().nullable(),
    brier: z.number().nullable(),
    scored_forecasts: z.int().nonnegative(),
    /** Settled bankroll at the end of each of the latest thirty days, oldest first. */
    bankroll_spark: z.array(z.object({ date: DateField, bankroll_cents: CentsField })),
  })
  .meta({ id: 'AgentRow' });
export type AgentRowView = z.infer<typeof AgentRowView>;
