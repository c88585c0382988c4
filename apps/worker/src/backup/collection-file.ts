import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { type CopiedCollection, createBackupError } from './manifest.ts';

/** For their owner only: they hold everything that the agents and the models wrote. */
const PRIVATE_FILE = 0o600;
const WRITE_BYTES = 1_000_000;
/** A document of BSON begins with its size, and has at least that and the byte that ends it. */
const SIZE_BYTES = 4;
const SMALLEST_DOCUMENT_BYTES = 5;

export function toCollectionFile(directory: string, collection: string): string {
  return join(directory, `${collection}.bson`);
}

/** Writes documents one after the other, in the form of mongodump, and returns what the file then holds. */
export async function writeCollectionFile(
  path: string,
  documents: AsyncIterable<Uint8Array>,
  onDocument: () => void,
): Promise<CopiedCollection> {
  const hash = createHash('sha256');
  const written = { documents: 0, bytes: 0 };
  const file = await open(path, 'w', PRIVATE_FILE);
  try {
    let waiting: Uint8Array[] = [];
    let waitingBytes = 0;
    const flush = async (): Promise<void> => {
      await file.writeFile(Buffer.concat(waiting));
      [waiting, waitingBytes] = [[], 0];
    };
    for await (const body of documents) {
      hash.update(body);
      waiting.push(body);
      waitingBytes += body.length;
      written.documents += 1;
      written.bytes += body.length;
      onDocument();
      if (waitingBytes >= WRITE_BYTES) await flush();
    }
    await flush();
    await file.sync();
  } finally {
    await file.close();
  }
  return { ...written, sha256: hash.digest('hex') };
}

/** Reads the documents of a file, and checks at its end that it holds what the manifest says. Throws `BACKUP_INVALID`. */
export async function* readCollectionFile(path: string, expected: CopiedCollection): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let rest: Buffer = Buffer.alloc(0);
  let documents = 0;
  for await (const chunk of readChunks(path)) {
    hash.update(chunk);
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= SIZE_BYTES) {
      const size = rest.readInt32LE(0);
      if (size < SMALLEST_DOCUMENT_BYTES) throw createDamagedError(path);
      if (rest.length < size) break;
      documents += 1;
      yield rest.subarray(0, size);
      rest = rest.subarray(size);
    }
  }
  const isComplete = rest.length === 0 && documents === expected.documents && hash.digest('hex') === expected.sha256;
  if (!isComplete) throw createDamagedError(path);
}

async function* readChunks(path: string): AsyncGenerator<Buffer> {
  const file = await open(path).catch(() => {
    throw createBackupError(`${path} cannot be read.`);
  });
  yield* file.createReadStream({ highWaterMark: WRITE_BYTES });
}

function createDamagedError(path: string): Error {
  return createBackupError(`${path} is not what manifest.json says. Use another copy of the backup.`);
}
