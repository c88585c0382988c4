import type { ForecastBet } from '@coliseum/payout/bet-terms';
import { computeKellyFraction } from '@coliseum/payout/kelly';

/** A stake beside what the agent's own forecast justifies (scoring.md S5.4). */
export type Sizing = {
  /** The share of settled equity that its own forecast justifies after fees, 0 to 1 (Kelly 1956). */
  readonly kellyFraction: number;
  /** The share it staked; null without equity. */
  readonly stakedFraction: number | null;
  /** Staked over justified: "bet 3 times what its own forecast justifies". Null where the forecast justifies no bet. */
  readonly timesJustified: number | null;
};

/** Compares a stake with the equity that was settled when the day was locked. */
export function computeSizing(bet: ForecastBet, equityCents: number): Sizing {
  const kellyFraction = computeKellyFraction(bet);
  const stakedFraction = equityCents > 0 ? bet.stakeCents / equityCents : null;
  const isJustified = kellyFraction > 0 && stakedFraction !== null;
  return { kellyFraction, stakedFraction, timesJustified: isJustified ? stakedFraction / kellyFraction : null };
}
