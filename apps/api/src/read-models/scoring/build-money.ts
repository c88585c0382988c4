import type { SeasonFigures } from '@coliseum/scoring/season-figures';
import type { MoneyView } from '../../views/money-view.ts';

/** The money of one agent or baseline. */
export function buildMoney(money: SeasonFigures['agents'][string]['money']): MoneyView {
  return {
    bets: money.bets,
    void_bets: money.voidBets,
    open_bets: money.openBets,
    open_stake_cents: money.openStakeCents,
    staked_cents: money.stakedCents,
    pnl_cents: money.pnlCents,
    fee_cents: money.feeCents,
    equity_cents: money.equityCents,
    roi: money.roi,
    turnover: money.turnover,
    hits: money.hits,
    misses: money.misses,
    hit_rate: money.hitRate,
    hit_rate_wilson: money.hitRateWilson && [...money.hitRateWilson],
    average_stake_cents: money.averageStakeCents,
    max_drawdown: money.maxDrawdown,
    max_drawdown_cents: money.maxDrawdownCents,
    longest_hit_streak: money.longestHitStreak,
    longest_miss_streak: money.longestMissStreak,
    toll_cents: money.tollCents,
    promise_cents: money.promiseCents,
    surprise_cents: money.surpriseCents,
    log_growth: money.logGrowth,
    log_growth_per_day: money.logGrowthPerDay,
  };
}
