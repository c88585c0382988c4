import type { Environment } from '@coliseum/config/environment';
import type { Database } from '@coliseum/db/database';
import { createDefaultAgents } from '@coliseum/db/seed/default-agents';

/**
 * Enters the default agents, each with the model AGENT_MODELS gives it, unless they are there already. Their opening
 * balances are dated `at`.
 */
export async function seedConfiguredAgents(
  database: Database,
  environment: Pick<Environment, 'agentModels'>,
  at: Date,
): Promise<{ inserted: number }> {
  const modelSlugs = environment.agentModels ?? [];
  return await database.seedAgents(createDefaultAgents({ newId: () => database.newId(), now: at, modelSlugs }));
}
