import type { Agent } from '@coliseum/domain/agent';
import type { Id } from '@coliseum/domain/id';
import { buildLedgerKey, type LedgerEntry } from '@coliseum/domain/ledger-entry';

/** The ledger entry of an agent's starting bankroll. */
export function buildOpeningEntry(agent: Agent, id: Id): LedgerEntry {
  return {
    id,
    key: buildLedgerKey('opening', agent.id),
    kind: 'opening',
    agentId: agent.id,
    betId: null,
    eventId: null,
    batchId: null,
    equityDeltaCents: agent.startingBankrollCents,
    reservedDeltaCents: 0,
    equityAfterCents: agent.startingBankrollCents,
    reservedAfterCents: 0,
    occurredAt: agent.createdAt,
  };
}
