import { STARTING_BANKROLL_CENTS } from '@coliseum/domain/arena-rules';
import { computeWilsonInterval } from '../wilson-interval.ts';
import type { Bankroll } from './bankroll.ts';

/** The bets of a forecaster that are not settled. */
export type OpenStakes = { readonly openBets: number; readonly openStakeCents: number };

/** The money of one agent or baseline, over every settled bet (scoring.md S5.2 and S5.3). Cents are whole but for the ledgers. */
export type Money = {
  /** Settled bets, VOID excepted. */
  readonly bets: number;
  readonly voidBets: number;
  readonly openBets: number;
  readonly openStakeCents: number;
  readonly stakedCents: number;
  readonly pnlCents: number;
  /** Fees paid: under `gross-7` on winners only, so they mix toll and luck. */
  readonly feeCents: number;
  readonly equityCents: number;
  /** pnl / staked: what each dollar staked earned or lost, after fees. Null without bets. */
  readonly roi: number | null;
  /** staked / start: how many times the starting bankroll it has put at stake. */
  readonly turnover: number;
  /** Bets whose side paid more than it cost; misses paid less. */
  readonly hits: number;
  readonly misses: number;
  /** hits / (hits + misses); high without any skill for whoever backs favourites. Null without either. */
  readonly hitRate: number | null;
  readonly hitRateWilson: readonly [number, number] | null;
  /** The deepest fall from a high, as a share of it (above 1 for a debt) and in cents. */
  readonly maxDrawdown: number;
  readonly maxDrawdownCents: number;
  readonly longestHitStreak: number;
  readonly longestMissStreak: number;
  readonly averageStakeCents: number | null;
  readonly tollCents: number;
  readonly promiseCents: number;
  readonly surpriseCents: number;
  /** ln(equity / start), null at or below zero. */
  readonly logGrowth: number | null;
  /** logGrowth over the complete days on the roster, null without one: the fair way to compare bankrolls of different ages. */
  readonly logGrowthPerDay: number | null;
};

/** Computes the figures of a bankroll. `completeDays` are those on the roster; for a baseline all of them. */
export function computeMoney(bankroll: Bankroll, open: OpenStakes, completeDays: number): Money {
  const { bets, voidBets, stakedCents, feeCents, hits, misses, path } = bankroll;
  const pnlCents = path.equityCents - STARTING_BANKROLL_CENTS;
  const decided = hits + misses;
  const hitRate = decided === 0 ? null : hits / decided;
  const logGrowth = path.equityCents > 0 ? Math.log(path.equityCents / STARTING_BANKROLL_CENTS) : null;
  return {
    bets,
    voidBets,
    ...open,
    stakedCents,
    pnlCents,
    feeCents,
    equityCents: path.equityCents,
    roi: bets === 0 ? null : pnlCents / stakedCents,
    turnover: stakedCents / STARTING_BANKROLL_CENTS,
    hits,
    misses,
    hitRate,
    hitRateWilson: hitRate === null ? null : computeWilsonInterval(hitRate, decided),
    maxDrawdown: path.maxDrawdown,
    maxDrawdownCents: path.maxDrawdownCents,
    longestHitStreak: bankroll.hitStreak.longest,
    longestMissStreak: bankroll.missStreak.longest,
    averageStakeCents: bets === 0 ? null : stakedCents / bets,
    tollCents: bankroll.tollCents,
    promiseCents: bankroll.promiseCents,
    surpriseCents: bankroll.surpriseCents,
    logGrowth,
    logGrowthPerDay: logGrowth === null || completeDays === 0 ? null : logGrowth / completeDays,
  };
}
