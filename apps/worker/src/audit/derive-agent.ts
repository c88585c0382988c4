import type { Agent, AgentStats } from '@coliseum/domain/agent';
import { assertNever } from '@coliseum/domain/assert';
import { isStakedBet, type Bet, type StakedBet } from '@coliseum/domain/bet';
import { checkEqual } from './check-equal.ts';
import type { Problem } from './problems.ts';

/** Returns an agent's statistics with one more bet. */
export function countBet(stats: AgentStats, bet: Bet): AgentStats {
  if (!isStakedBet(bet)) {
    const field = bet.abstainReason === 'chosen' ? 'abstentions' : 'noAnswers';
    return { ...stats, [field]: stats[field] + 1 };
  }
  const placed = { ...stats, totalBets: stats.totalBets + 1, stakedCents: stats.stakedCents + bet.amountWageredCents };
  const field = toOutcomeField(bet);
  if (field === null) return placed;
  const pnlCents = field === 'voids' ? 0 : (bet.pnlCents ?? 0);
  return {
    ...placed,
    [field]: placed[field] + 1,
    largestWinCents: Math.max(placed.largestWinCents, pnlCents),
    largestLossCents: Math.min(placed.largestLossCents, pnlCents),
  };
}

function toOutcomeField(bet: StakedBet): 'wins' | 'losses' | 'evens' | 'voids' | null {
  switch (bet.outcome) {
    case 'WIN':
      return 'wins';
    case 'LOSS':
      return 'losses';
    case 'EVEN':
      return 'evens';
    case 'VOID':
      return 'voids';
    case 'ABSTAIN':
    case null:
      return null;
    default:
      return assertNever(bet.outcome);
  }
}

/** An agent as derived from the ledger and the bets. */
export type DerivedAgent = { readonly equityCents: number; readonly reservedCents: number; readonly stats: AgentStats };

/** Compares an agent's record with the derived one. */
export function checkAgent(agent: Agent, derived: DerivedAgent): Problem[] {
  const name = `agent ${agent.name}:`;
  return [
    ...checkEqual(`${name} bankroll`, agent.currentBankrollCents, derived.equityCents),
    ...checkEqual(`${name} reserved`, agent.reservedCents, derived.reservedCents),
    ...checkEqual(`${name} total P&L`, agent.totalPnlCents, derived.equityCents - agent.startingBankrollCents),
    ...statKeys.flatMap((key) => checkEqual(`${name} ${key}`, agent.stats[key], derived.stats[key])),
  ];
}

const statKeys = [
  'totalBets',
  'wins',
  'losses',
  'voids',
  'evens',
  'abstentions',
  'noAnswers',
  'stakedCents',
  'largestWinCents',
  'largestLossCents',
] as const satisfies readonly (keyof AgentStats)[];
