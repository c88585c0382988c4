import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '@coliseum/db/database';
import { AppError } from '@coliseum/domain/errors/app-error';
import { toCollectionFile, writeCollectionFile } from './collection-file.ts';
import { BACKUP_FORMAT, type CopiedCollection, type Manifest } from './manifest.ts';

const PRIVATE_FOLDER = 0o700;
const PRIVATE_FILE = 0o600;

type BackupOptions = {
  readonly directory: string;
  readonly createdAt: Date;
  /** Nothing writes to the database, so that it need not be read in one transaction. */
  readonly isIdle: boolean;
  readonly onProgress: (done: number, total: number) => void;
};

/**
 * Copies every collection of the contract, as it is at one moment, into an empty directory. Throws `ARGUMENT_INVALID`
 * for a directory that is not empty, and `DATABASE_CONFLICT` when the snapshot could not be held long enough.
 */
export async function writeBackup(
  { backup }: Pick<Database, 'backup'>,
  { directory, createdAt, isIdle, onProgress }: BackupOptions,
): Promise<Manifest> {
  await makeEmptyDirectory(directory);
  const collections = await backup.readSnapshot({ isIdle }, async (snapshot) => {
    const total = await sum(backup.collections, snapshot.count);
    let done = 0;
    const copied: Record<string, CopiedCollection> = {};
    for (const name of backup.collections) {
      const file = toCollectionFile(directory, name);
      copied[name] = await writeCollectionFile(file, snapshot.stream(name), () => onProgress((done += 1), total));
    }
    return copied;
  });
  const manifest: Manifest = { format: BACKUP_FORMAT, createdAt: createdAt.toISOString(), collections };
  await writeManifest(directory, manifest);
  return manifest;
}

async function makeEmptyDirectory(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true, mode: PRIVATE_FOLDER });
  if ((await readdir(directory)).length === 0) return;
  const message = `The directory ${directory} is not empty. Name a new one: a backup never replaces another.`;
  throw new AppError({ code: 'ARGUMENT_INVALID', message });
}

/** Under its name only when it is complete. */
async function writeManifest(directory: string, manifest: Manifest): Promise<void> {
  const path = join(directory, 'manifest.json');
  await writeFile(`${path}.partial`, `${JSON.stringify(manifest, null, 2)}\n`, { mode: PRIVATE_FILE, flush: true });
  await rename(`${path}.partial`, path);
}

async function sum(names: readonly string[], count: (name: string) => Promise<number>): Promise<number> {
  let total = 0;
  for (const name of names) total += await count(name);
  return total;
}
