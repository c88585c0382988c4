import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import type { CommandResult } from '../command-result.ts';
import type { ProcessEnvironment } from '../process-environment.ts';
import { writeSecrets } from '../secrets/write-secrets.ts';

/** The users of the images, as `docker-compose.yml` runs them. */
const OWNERS = {
  mongo: { userId: 999, groupId: 999 },
  redis: { userId: 999, groupId: 1000 },
  node: { userId: 1000, groupId: 1000 },
} as const;

/** `arena secrets`: makes the passwords of the containers, once, and hands each service its own. Needs root. */
export async function createSecrets(
  { workingDirectory }: ProcessEnvironment,
  { out }: { readonly out: string },
): Promise<CommandResult> {
  const folder = resolve(workingDirectory, out);
  const isNew = await writeSecrets({ randomBytes, owners: OWNERS }, folder);
  const text = isNew ? `New passwords, kept in ${folder}/kept.` : `The passwords in ${folder}/kept stay as they are.`;
  return { data: { folder, isNew }, text };
}
