import type { Agent, AgentStats } from '@coliseum/domain/agent';
import { assertNever } from '@coliseum/domain/assert';
import type { Bet } from '@coliseum/domain/bet';
import type { LedgerEntry } from '@coliseum/domain/ledger-entry';
import { EMPTY_STATS } from '@coliseum/domain/statistics';
import type { Problem } from './problems.ts';

/** What the ledger and the bets say an agent has to look like. */
export type DerivedAgent = { readonly equityCents: number; readonly reservedCents: number; readonly stats: AgentStats };

export const NEW_AGENT: DerivedAgent = { equityCents: 0, reservedCents: 0, stats: EMPTY_STATS };

/** Adds one ledger entry, in the order it was written, and says whether its running balances are right. */
export function addEntry(
  derived: DerivedAgent,
  entry: LedgerEntry,
): { readonly derived: DerivedAgent; readonly problems: Problem[] } {
  const equityCents = derived.equityCents + entry.equityDeltaCents;
  const reservedCents = derived.reservedCents + entry.reservedDeltaCents;
  const problems: Problem[] = [];
  if (entry.equityAfterCents !== equityCents) {
    problems.push(`ledger ${entry.key}: equity after is ${entry.equityAfterCents}, derived ${equityCents}`);
  }
  if (entry.reservedAfterCents !== reservedCents) {
    problems.push(`ledger ${entry.key}: reserved after is ${entry.reservedAfterCents}, derived ${reservedCents}`);
  }
  return { derived: { ...derived, equityCents, reservedCents }, problems };
}

/** Adds one bet to the statistics, from the bet alone. */
export function addBet(derived: DerivedAgent, bet: Bet): DerivedAgent {
  const { stats } = derived;
  if (bet.decision === 'ABSTAIN') {
    const field = bet.abstainReason === 'chosen' ? 'abstentions' : 'noAnswers';
    return { ...derived, stats: { ...stats, [field]: stats[field] + 1 } };
  }
  const placed = { ...stats, totalBets: stats.totalBets + 1, stakedCents: stats.stakedCents + bet.amountWageredCents };
  const field = outcomeField(bet);
  if (field === null) return { ...derived, stats: placed };
  const counted = { ...placed, [field]: placed[field] + 1 };
  const pnlCents = field === 'voids' ? 0 : (bet.pnlCents ?? 0);
  const largestWinCents = Math.max(counted.largestWinCents, pnlCents);
  return {
    ...derived,
    stats: { ...counted, largestWinCents, largestLossCents: Math.min(counted.largestLossCents, pnlCents) },
  };
}

function outcomeField(bet: Bet): 'wins' | 'losses' | 'evens' | 'voids' | null {
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

/** The agent's record against what was derived. */
export function checkAgent(agent: Agent, derived: DerivedAgent): Problem[] {
  const pairs: readonly (readonly [string, number, number])[] = [
    ['bankroll', agent.currentBankrollCents, derived.equityCents],
    ['reserved', agent.reservedCents, derived.reservedCents],
    ['total P&L', agent.totalPnlCents, derived.equityCents - agent.startingBankrollCents],
    ...statKeys.map((key) => [key, agent.stats[key], derived.stats[key]] as const),
  ];
  return pairs.flatMap(([what, actual, expected]) =>
    actual === expected ? [] : [`agent ${agent.name}: ${what} is ${actual}, derived ${expected}`],
  );
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
