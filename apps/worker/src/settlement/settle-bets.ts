import type { Agent } from '@coliseum/domain/agent';
import { present } from '@coliseum/domain/assert';
import type { Bet } from '@coliseum/domain/bet';
import { ledgerKey, type LedgerEntry } from '@coliseum/domain/ledger-entry';
import { toMicros } from '@coliseum/domain/price';
import { settleAgentBet } from '@coliseum/domain/statistics';
import { settleBet, type Settlement } from '@coliseum/payout/settle-bet';

export type SettledBets = {
  readonly bets: readonly Bet[];
  readonly agents: readonly Agent[];
  readonly entries: readonly LedgerEntry[];
};

type Input = {
  readonly bets: readonly Bet[];
  readonly agents: readonly Agent[];
  readonly settlement: Settlement;
  readonly at: Date;
  readonly newId: () => string;
};

/** Settles all answers on one event: the bets as they end, the agents that had a stake, one ledger entry a stake. Pure. */
export function settleBets({ bets, agents, settlement, at, newId }: Input): SettledBets {
  const current = new Map(agents.map((agent) => [agent.id, agent]));
  const settled: Bet[] = [];
  const entries: LedgerEntry[] = [];
  for (const bet of bets) {
    if (bet.decision === 'ABSTAIN') {
      settled.push({ ...bet, status: 'settled', outcome: 'ABSTAIN', pnlCents: 0, feeCents: 0, settledAt: at });
      continue;
    }
    const { pnlCents, feeCents, result } = settleBet({
      stakeCents: bet.amountWageredCents,
      side: bet.decision,
      lockedPriceMicros: toMicros(bet.lockedPriceAtBet),
      feeRule: bet.feeRule,
      settlement,
    });
    const agent = settleAgentBet(present(current.get(bet.agentId), `agent of bet ${bet.id}`), bet, {
      pnlCents,
      result,
      at,
    });
    current.set(agent.id, agent);
    settled.push({ ...bet, status: 'settled', outcome: result, pnlCents, feeCents, settledAt: at });
    entries.push({ id: newId(), ...settlementEntry(bet, agent, pnlCents, at) });
  }
  const touched = new Set(entries.map(({ agentId }) => agentId));
  return { bets: settled, agents: [...current.values()].filter(({ id }) => touched.has(id)), entries };
}

function settlementEntry(bet: Bet, agent: Agent, pnlCents: number, at: Date): Omit<LedgerEntry, 'id'> {
  return {
    key: ledgerKey('settlement', bet.id),
    kind: 'settlement',
    agentId: agent.id,
    betId: bet.id,
    eventId: bet.eventId,
    batchId: bet.batchId,
    equityDeltaCents: pnlCents,
    reservedDeltaCents: -bet.reservedCents,
    equityAfterCents: agent.currentBankrollCents,
    reservedAfterCents: agent.reservedCents,
    occurredAt: at,
  };
}
