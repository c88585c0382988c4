import { STARTING_BANKROLL_CENTS } from '@coliseum/domain/arena-rules';
import { assertNever } from '@coliseum/domain/assert';
import type { BetResult } from '@coliseum/domain/bet';
import type { ForecastBet } from '@coliseum/payout/bet-terms';
import { splitIntoLedgers } from '@coliseum/payout/ledgers';
import { settleBet } from '@coliseum/payout/settle-bet';
import { postToPath, startPath, type EquityPath } from '../drawdown.ts';
import type { Settlement } from '../match-day.ts';

/** A run of hits or misses: how long the current one is, and the longest so far. */
type Streak = { readonly current: number; readonly longest: number };

/** One forecaster's money after its settled bets so far, additive by posting in the order (settledAt, event id). */
export type Bankroll = {
  /** Settled bets that were not void. */
  readonly bets: number;
  readonly voidBets: number;
  readonly stakedCents: number;
  readonly feeCents: number;
  readonly path: EquityPath;
  readonly hits: number;
  readonly misses: number;
  readonly hitStreak: Streak;
  readonly missStreak: Streak;
  readonly tollCents: number;
  readonly promiseCents: number;
  readonly surpriseCents: number;
};

const NO_STREAK: Streak = { current: 0, longest: 0 };

/** A bankroll that nothing was staked from. */
export const FULL_BANKROLL: Bankroll = {
  bets: 0,
  voidBets: 0,
  stakedCents: 0,
  feeCents: 0,
  path: startPath(STARTING_BANKROLL_CENTS),
  hits: 0,
  misses: 0,
  hitStreak: NO_STREAK,
  missStreak: NO_STREAK,
  tollCents: 0,
  promiseCents: 0,
  surpriseCents: 0,
};

/** The bankroll after one more settled bet (scoring.md S5.1 to S5.3). A VOID bet is only counted. */
export function settleFromBankroll(bankroll: Bankroll, bet: ForecastBet, settlement: Settlement): Bankroll {
  if (settlement.kind === 'void') return { ...bankroll, voidBets: bankroll.voidBets + 1 };
  const { pnlCents, feeCents, result } = settleBet({ ...bet, settlement });
  const { tollCents, promiseCents, surpriseCents } = splitIntoLedgers({ ...bet, pnlCents });
  return {
    ...countResult(bankroll, result),
    bets: bankroll.bets + 1,
    stakedCents: bankroll.stakedCents + bet.stakeCents,
    feeCents: bankroll.feeCents + feeCents,
    path: postToPath(bankroll.path, pnlCents),
    tollCents: bankroll.tollCents + tollCents,
    promiseCents: bankroll.promiseCents + promiseCents,
    surpriseCents: bankroll.surpriseCents + surpriseCents,
  };
}

/** Hits, misses and their streaks; a bet whose value equals its price neither breaks nor extends one. */
function countResult(bankroll: Bankroll, result: BetResult): Bankroll {
  const { hits, misses, hitStreak, missStreak } = bankroll;
  switch (result) {
    case 'WIN':
      return { ...bankroll, hits: hits + 1, hitStreak: extend(hitStreak), missStreak: interrupt(missStreak) };
    case 'LOSS':
      return { ...bankroll, misses: misses + 1, hitStreak: interrupt(hitStreak), missStreak: extend(missStreak) };
    case 'EVEN':
    case 'VOID':
      return bankroll;
    default:
      return assertNever(result);
  }
}

function extend({ current, longest }: Streak): Streak {
  return { current: current + 1, longest: Math.max(longest, current + 1) };
}

function interrupt({ longest }: Streak): Streak {
  return { current: 0, longest };
}
