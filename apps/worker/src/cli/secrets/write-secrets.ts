import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '@coliseum/domain/errors/app-error';
import { drawPasswords, Passwords } from './passwords.ts';
import { listSecretFiles, type SecretOwner } from './secret-files.ts';

type Owner = { readonly userId: number; readonly groupId: number };

type Dependencies = {
  readonly randomBytes: (count: number) => Buffer;
  /** Whose the files are. Only root can give a file away. */
  readonly owners: Readonly<Record<SecretOwner, Owner>>;
};

/** Only its owner may read a secret; MongoDB refuses a key file that others can. */
const OWNER_READS = 0o400;

/**
 * Writes the secrets of the containers below `folder` and returns whether they are new. The passwords are drawn once and
 * kept in `kept/passwords.json`, which belongs to whoever runs this; the other files are written again each time.
 * Throws CONFIG_INVALID if what was kept cannot be used.
 */
export async function writeSecrets({ randomBytes, owners }: Dependencies, folder: string): Promise<boolean> {
  const keptPath = join(folder, 'kept', 'passwords.json');
  const kept = await readKept(keptPath);
  const passwords = kept ?? drawPasswords(randomBytes);
  if (kept === undefined) await replaceFile(keptPath, JSON.stringify(passwords));
  for (const { path, owner, text } of listSecretFiles(passwords)) {
    await replaceFile(join(folder, path), text, owners[owner]);
  }
  return kept === undefined;
}

async function readKept(path: string): Promise<Passwords | undefined> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const parsed = Passwords.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  const message = `${path} does not hold the passwords of the containers any more. Restore it: new passwords would not open the database that was made with the old ones.`;
  throw new AppError({ code: 'CONFIG_INVALID', message });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Nobody ever reads half a file, and the file of another owner can be replaced by whoever owns the folder. */
async function replaceFile(path: string, text: string, owner?: Owner): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.new`;
  // What a start that was cut off left behind may already be another's.
  await rm(temporary, { force: true });
  await writeFile(temporary, text, { mode: OWNER_READS, flush: true });
  if (owner !== undefined) await chown(temporary, owner.userId, owner.groupId);
  await rename(temporary, path);
}
