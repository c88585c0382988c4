import type { Agent } from '@coliseum/domain/agent';
import type { Id } from '@coliseum/domain/id';
import { buildLedgerKey, type LedgerEntry } from '@coliseum/domain/ledger-entry';
import type { Repositories } from '../repositories/create-repositories.ts';

type SeedDependencies = {
  readonly repositories: Pick<Repositories, 'agents' | 'arenaState' | 'ledger'>;
  readonly newId: () => Id;
};

/** Inserts the agents whose model is not stored yet, each with the ledger entry of its starting bankroll. Run it in a transaction. */
export async function seedAgents(
  { repositories, newId }: SeedDependencies,
  agents: readonly Agent[],
): Promise<{ inserted: number }> {
  const present = new Set((await repositories.agents.list()).map((agent) => agent.modelSlug));
  const missing = agents.filter((agent) => !present.has(agent.modelSlug));
  await repositories.agents.insertMany(missing);
  await repositories.ledger.insertMany(missing.map((agent) => buildOpeningEntry(agent, newId())));
  const [first] = missing;
  if (first === undefined) return { inserted: 0 };
  await repositories.arenaState.raiseRevision({ reason: 'roster_changed', at: first.createdAt });
  return { inserted: missing.length };
}

function buildOpeningEntry(agent: Agent, id: Id): LedgerEntry {
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
