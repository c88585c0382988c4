import type { Environment } from '@coliseum/config/environment';
import type { Database } from '@coliseum/db/database';
import { createDefaultAgents } from '@coliseum/db/seed/default-agents';

/**
 * Inserts the founding agents of a database without any, with the models of AGENT_MODELS. They begin on the date of `at`,
 * and so do their opening balances. Returns how many were inserted.
 */
export async function seedConfiguredAgents(
  database: Database,
  { agentModels: models = [] }: Pick<Environment, 'agentModels'>,
  at: Date,
): Promise<{ inserted: number }> {
  return await database.seedAgents(createDefaultAgents({ newId: () => database.newId(), now: at, models }));
}
