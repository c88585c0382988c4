import type { Agent } from '@coliseum/domain/agent';
import type { Id } from '@coliseum/domain/id';
import type { Repositories } from '../repositories/create-repositories.ts';
import { buildOpeningEntry } from './build-opening-entry.ts';

type SeedDependencies = {
  readonly repositories: Pick<Repositories, 'agents' | 'arenaState' | 'ledger'>;
  readonly newId: () => Id;
};

/**
 * Inserts the founding agents of a database without any, each with the ledger entry of its starting bankroll. Run it in a
 * transaction.
 */
export async function seedAgents(
  { repositories, newId }: SeedDependencies,
  agents: readonly Agent[],
): Promise<{ inserted: number }> {
  const [first] = agents;
  if (first === undefined || (await repositories.agents.listAccounts()).length > 0) return { inserted: 0 };
  await repositories.agents.insertMany(agents);
  await repositories.ledger.insertMany(agents.map((agent) => buildOpeningEntry(agent, newId())));
  await repositories.arenaState.raiseRevision({ reason: 'roster_changed', at: first.createdAt });
  return { inserted: agents.length };
}
