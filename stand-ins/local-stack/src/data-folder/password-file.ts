import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing } from './format.ts';
import { PRIVATE_FILE } from './keep-private.ts';

const PASSWORD_BYTES = 24;

/**
 * The password of database and queue. It stays the same for a data folder, so that an address that somebody noted is good
 * after a restart. A folder without one, or with a damaged one, gets a new one.
 */
export async function keepPassword(dataDir: string): Promise<string> {
  const path = join(dataDir, 'password');
  const kept = (await readIfThere(path)).trim();
  if (/^[\w-]{32}$/.test(kept)) return kept;
  const password = randomBytes(PASSWORD_BYTES).toString('base64url');
  const temporary = `${path}.new`;
  await writeFile(temporary, `${password}\n`, { mode: PRIVATE_FILE });
  await rename(temporary, path);
  return password;
}

async function readIfThere(path: string): Promise<string> {
  return await readFile(path, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return '';
    throw error;
  });
}
