import { closeSync, openSync } from 'node:fs';
import { chmod, lstat, mkdir, readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';

/** For files and folders that only their owner may read. Windows has no such rights and ignores them. */
export const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;

const RIGHTS_OF_OTHERS = 0o077;
/** Set on a folder that is shared on purpose, `/tmp` for one. */
const STICKY = 0o1000;

/** What the stack and the logs of its arena are kept in. A data folder may hold other things, which are left alone. */
const OWN_ENTRY = /^(?:(?:database|lock)\.sqlite(?:-\w+)?|format\.json|password|stack\.json(?:\.\d+)?|queue|logs)$/;

/** Creates a data folder that only its owner may enter, or takes the rights of others from one that is there. */
export async function makePrivateFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: PRIVATE_FOLDER });
  // The folder itself may be a link, to a larger disk for one.
  await takeFromOthers(await realpath(folder));
}

/** Takes the rights of others from what an earlier start has left in a data folder. */
export async function tightenDataFolder(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) if (OWN_ENTRY.test(name)) await tightenTree(join(dataDir, name));
}

/** Takes the rights of others from a folder or file and all that is in it. Symbolic links are not followed. */
export async function tightenTree(path: string): Promise<void> {
  const kind = await takeFromOthers(path);
  if (kind !== 'folder') return;
  for (const name of await readdir(path)) await tightenTree(join(path, name));
}

/**
 * Creates an empty file that only its owner may read, unless it is there. SQLite gives the files it keeps beside a
 * database the rights of the database. A file that is there is not opened: closing it would end SQLite's locks on it.
 */
export function createPrivateFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', PRIVATE_FILE));
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
}

async function takeFromOthers(path: string): Promise<'folder' | 'other'> {
  try {
    const stats = await lstat(path);
    const isFolder = stats.isDirectory();
    const isOurs = isFolder ? (stats.mode & STICKY) === 0 : stats.isFile();
    if (isOurs && (stats.mode & RIGHTS_OF_OTHERS) !== 0) await chmod(path, stats.mode & 0o777 & ~RIGHTS_OF_OTHERS);
    return isFolder ? 'folder' : 'other';
  } catch (error) {
    // Gone in the meantime, or somebody else's, who alone may change its rights.
    if (hasCode(error, 'ENOENT') || hasCode(error, 'EPERM')) return 'other';
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
