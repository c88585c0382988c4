import { z } from 'zod';
import { describeInterval } from './evidence-view.ts';
import { describeCents, describeCount, describeFigure } from './fields.ts';

const ledger = (what: string, example: number) => describeFigure(`${what}, in US cents with fractions`, example);

/** The money of one agent or baseline over every settled bet (scoring.md S5). */
export const MoneyView = z
  .object({
    bets: describeCount('Settled bets, void ones excepted', 133),
    void_bets: describeCount('Bets whose stake was returned', 2),
    open_bets: describeCount('Bets that are not settled', 5),
    open_stake_cents: describeCents('Sum of their stakes', 1_250_000),
    staked_cents: describeCents('Sum of the stakes of settled bets', 64_000_000),
    pnl_cents: describeCents('Profit or loss after fees', 2_500_000),
    fee_cents: describeCents('Fees paid', 1_900_000),
    equity_cents: describeCents('Start plus profit or loss', 12_500_000),
    roi: describeFigure(
      'What each dollar staked earned or lost after fees, -1 or more; null without bets',
      0.039,
    ).nullable(),
    turnover: describeFigure('How many times the starting bankroll was put at stake, 0 or more', 6.4),
    hits: describeCount('Bets whose side paid more than it cost', 83),
    misses: describeCount('Bets whose side paid less than it cost', 50),
    hit_rate: describeFigure(
      'How often its side won, 0 to 1: high without skill for favourites; null before',
      0.62,
    ).nullable(),
    hit_rate_wilson: describeInterval('Wilson interval of the hit rate, 95 %, 0 to 1', [0.54, 0.7]).nullable(),
    average_stake_cents: describeFigure(
      'Mean stake, in US cents with fractions; null without bets',
      481_203.5,
    ).nullable(),
    max_drawdown: describeFigure('The deepest fall from a high as a share of it, 0 or more', 0.112),
    max_drawdown_cents: describeCents('The deepest fall from a high', 1_120_000),
    longest_hit_streak: describeCount('Longest run of hits; long runs happen by luck', 9),
    longest_miss_streak: describeCount('Longest run of misses', 5),
    toll_cents: ledger('What playing costs if the market is right', -1_850_000),
    promise_cents: ledger('What its own forecasts said the bets were worth', 3_100_000),
    surprise_cents: ledger('What came in beyond the promise: toll + promise + surprise = profit or loss', 1_250_000),
    log_growth: describeFigure('ln(equity / start); null at or below zero', 0.223).nullable(),
    log_growth_per_day: describeFigure(
      'Log growth over the complete days on the roster; null without one',
      0.0074,
    ).nullable(),
  })
  .meta({ id: 'Money', description: 'The money of one agent or baseline over every settled bet' });
export type MoneyView = z.infer<typeof MoneyView>;
