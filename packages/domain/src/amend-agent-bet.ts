import type { Agent, AgentStats } from './agent.ts';
import { invariant } from './assert.ts';
import type { BetResult, StakedBet } from './bet.ts';

/** The most that one bet won and lost among several: at least 0 and at most 0. */
export type PnlExtremes = Pick<AgentStats, 'largestWinCents' | 'largestLossCents'>;

const COUNTERS = { WIN: 'wins', LOSS: 'losses', EVEN: 'evens', VOID: 'voids' } as const satisfies Readonly<
  Record<BetResult, keyof AgentStats>
>;

/**
 * The agent after the outcome of one of its settled bets was amended: what the bet (as it was settled before) had
 * brought is taken back and the new result takes its place, in the balance, the statistics and the history. `others` are
 * the extremes of its other settled bets.
 */
export function amendAgentBet(
  agent: Agent,
  bet: StakedBet,
  amended: { pnlCents: number; result: BetResult; otherExtremes: PnlExtremes; at: Date },
): Agent {
  const { pnlCents, result, otherExtremes, at } = amended;
  invariant(bet.outcome !== null && bet.outcome !== 'ABSTAIN', 'Only a settled stake can be amended');
  const changeCents = pnlCents - (bet.pnlCents ?? 0);
  const withoutOld = { ...agent.stats, [COUNTERS[bet.outcome]]: agent.stats[COUNTERS[bet.outcome]] - 1 };
  return {
    ...agent,
    currentBankrollCents: agent.currentBankrollCents + changeCents,
    totalPnlCents: agent.totalPnlCents + changeCents,
    stats: {
      ...withoutOld,
      [COUNTERS[result]]: withoutOld[COUNTERS[result]] + 1,
      largestWinCents: Math.max(otherExtremes.largestWinCents, pnlCents),
      largestLossCents: Math.min(otherExtremes.largestLossCents, pnlCents),
    },
    history: agent.history.map((entry) => (entry.betId === bet.id ? { ...entry, pnlCents, result } : entry)),
    updatedAt: at,
  };
}
