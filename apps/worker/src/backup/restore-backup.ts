import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '@coliseum/db/database';
import { AppError } from '@coliseum/domain/errors/app-error';
import { readCollectionFile, toCollectionFile } from './collection-file.ts';
import { createBackupError, type Manifest, parseManifest } from './manifest.ts';

/** What is inserted at once: below the size of a message and the number of documents that a server takes. */
const BATCH_BYTES = 8_000_000;
const BATCH_DOCUMENTS = 1_000;

type RestoreOptions = {
  readonly directory: string;
  readonly onProgress: (done: number, total: number) => void;
};

/**
 * Fills an empty database with a backup, reads it back and compares it with the manifest, and brings it to the schema of
 * this version. What a restore that failed has begun is removed again.
 * Throws `BACKUP_INVALID`, and `DATABASE_NOT_EMPTY` before anything is written.
 */
export async function restoreBackup(
  database: Pick<Database, 'backup' | 'migrate' | 'verify'>,
  { directory, onProgress }: RestoreOptions,
): Promise<Manifest> {
  const { backup } = database;
  const manifest = await readManifest(directory, backup.collections);
  await refuseOccupied(backup);
  const total = Object.values(manifest.collections).reduce((sum, { documents }) => sum + documents, 0);
  let done = 0;
  try {
    for (const [name, expected] of Object.entries(manifest.collections)) {
      const documents = readCollectionFile(toCollectionFile(directory, name), expected);
      for await (const batch of toBatches(documents)) {
        await backup.insertRaw(name, batch);
        onProgress((done += batch.length), total);
      }
    }
    await compareWithManifest(backup, manifest);
  } catch (error) {
    await backup.dropAll();
    throw error;
  }
  await database.migrate();
  await database.verify();
  return manifest;
}

async function readManifest(directory: string, known: readonly string[]): Promise<Manifest> {
  const path = join(directory, 'manifest.json');
  const text = await readFile(path, 'utf8').catch(() => {
    const message = `there is no ${path} that can be read. A backup whose command was interrupted has none.`;
    throw createBackupError(message);
  });
  return parseManifest(text, known);
}

async function refuseOccupied(backup: Database['backup']): Promise<void> {
  const occupied = await backup.findOccupied();
  if (occupied === null) return;
  throw new AppError({
    code: 'DATABASE_NOT_EMPTY',
    message: `The database is not empty: its collection ${occupied} holds documents. A backup is restored into an empty database only. Name another one in MONGODB_URL, or, if a restore was interrupted, drop it and begin again.`,
    details: { collection: occupied },
  });
}

async function* toBatches(documents: AsyncIterable<Uint8Array>): AsyncGenerator<readonly Uint8Array[]> {
  let batch: Uint8Array[] = [];
  let bytes = 0;
  for await (const body of documents) {
    if (batch.length > 0 && (bytes + body.length > BATCH_BYTES || batch.length >= BATCH_DOCUMENTS)) {
      yield batch;
      [batch, bytes] = [[], 0];
    }
    batch.push(body);
    bytes += body.length;
  }
  if (batch.length > 0) yield batch;
}

/** What the database now holds, byte by byte, against what the files held. */
async function compareWithManifest(backup: Database['backup'], { collections }: Manifest): Promise<void> {
  await backup.readSnapshot({ isIdle: true }, async (snapshot) => {
    for (const [name, { sha256 }] of Object.entries(collections)) {
      const hash = createHash('sha256');
      for await (const body of snapshot.stream(name)) hash.update(body);
      if (hash.digest('hex') !== sha256) throw createBackupError(`${name} is not the same after it was written.`);
    }
  });
}
