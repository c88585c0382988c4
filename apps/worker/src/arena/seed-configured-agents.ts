import type { Environment } from '@coliseum/config/environment';
import type { Database } from '@coliseum/db/database';
import { createDefaultAgents } from '@coliseum/db/seed/default-agents';

/**
 * Inserts the missing default agents, with the models of AGENT_MODELS. Their opening balances are dated `at`. Returns
 * how many were inserted.
 */
export async function seedConfiguredAgents(
  database: Database,
  environment: Pick<Environment, 'agentModels'>,
  at: Date,
): Promise<{ inserted: number }> {
  const modelSlugs = environment.agentModels ?? [];
  return await database.seedAgents(createDefaultAgents({ newId: () => database.newId(), now: at, modelSlugs }));
}
