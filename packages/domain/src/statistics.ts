import type { Agent, AgentAccount, AgentHistoryEntry, AgentStats } from './agent.ts';
import { assertNever } from './assert.ts';
import { isStakedBet, type Bet, type BetResult, type PlacedBet, type StakedBet } from './bet.ts';

export const EMPTY_STATS: AgentStats = {
  totalBets: 0,
  wins: 0,
  losses: 0,
  voids: 0,
  evens: 0,
  abstentions: 0,
  noAnswers: 0,
  stakedCents: 0,
  largestWinCents: 0,
  largestLossCents: 0,
};

/** Share of decided bets that won, `wins / (wins + losses)`; null before the first (scoring.md S5.2 `hitRate`). */
export function computeWinRate(stats: AgentStats): number | null {
  const decided = stats.wins + stats.losses;
  return decided === 0 ? null : stats.wins / decided;
}

/** Mean stake in whole cents, halves up; null before the first bet. */
export function computeAverageBetCents(stats: AgentStats): number | null {
  return stats.totalBets === 0 ? null : Math.round(stats.stakedCents / stats.totalBets);
}

/** What an agent may still stake: settled equity less what its open bets can lose. */
export function computeAvailableCents(agent: Pick<Agent, 'currentBankrollCents' | 'reservedCents'>): number {
  return agent.currentBankrollCents - agent.reservedCents;
}

/** The agent after one of its answers was committed: a stake is reserved, an abstention counted. */
export function commitBet(agent: Agent, bet: Bet, at: Date): Agent {
  const { stats } = agent;
  if (!isStakedBet(bet)) {
    const counted =
      bet.abstainReason === 'chosen' ? { abstentions: stats.abstentions + 1 } : { noAnswers: stats.noAnswers + 1 };
    return { ...agent, stats: { ...stats, ...counted }, updatedAt: at };
  }
  return {
    ...agent,
    reservedCents: agent.reservedCents + bet.reservedCents,
    stats: { ...stats, totalBets: stats.totalBets + 1, stakedCents: stats.stakedCents + bet.amountWageredCents },
    updatedAt: at,
  };
}

/** How a bet with money at stake ended. */
export type StakeResult = { readonly pnlCents: number; readonly result: BetResult; readonly at: Date };

/** An agent's account after one of its bets was settled: the reservation is released and the P&L added. */
export function settleAccountBet(account: AgentAccount, bet: StakedBet<PlacedBet>, settled: StakeResult): AgentAccount {
  const { pnlCents, result, at } = settled;
  return {
    ...account,
    currentBankrollCents: account.currentBankrollCents + pnlCents,
    reservedCents: account.reservedCents - bet.reservedCents,
    totalPnlCents: account.totalPnlCents + pnlCents,
    stats: countResult(account.stats, result, pnlCents),
    updatedAt: at,
  };
}

/** A settled bet as an entry of its agent's history. */
export function toHistoryEntry(bet: StakedBet<PlacedBet>, { pnlCents, result, at }: StakeResult): AgentHistoryEntry {
  return {
    eventId: bet.eventId,
    betId: bet.id,
    decision: bet.decision,
    amountCents: bet.amountWageredCents,
    pnlCents,
    result,
    settledAt: at,
  };
}

function countResult(stats: AgentStats, result: BetResult, pnlCents: number): AgentStats {
  const extremes = {
    largestWinCents: Math.max(stats.largestWinCents, pnlCents),
    largestLossCents: Math.min(stats.largestLossCents, pnlCents),
  };
  switch (result) {
    case 'WIN':
      return { ...stats, ...extremes, wins: stats.wins + 1 };
    case 'LOSS':
      return { ...stats, ...extremes, losses: stats.losses + 1 };
    case 'EVEN':
      return { ...stats, ...extremes, evens: stats.evens + 1 };
    case 'VOID':
      return { ...stats, voids: stats.voids + 1 };
    default:
      return assertNever(result);
  }
}
