import type { Database } from '@coliseum/db/database';

/** The models that play today or will: the selector's, and those of all agents that have not been retired. */
export async function listPlayedModels(
  { agents }: Pick<Database, 'agents'>,
  { selectorModel }: { readonly selectorModel: string },
): Promise<string[]> {
  const present = (await agents.listAccounts()).filter(({ until }) => until === null);
  return [selectorModel, ...present.map(({ modelSlug }) => modelSlug)];
}
