import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectDatabase } from '@coliseum/db/connect';
import type { Database } from '@coliseum/db/database';
import { startLocalStack } from '@coliseum/local-stack/start-local-stack';
import { audit } from '../../audit/audit.ts';
import { exportCollections } from '../../export/export-collections.ts';
import { startArena } from '../../testing/start-arena.ts';
import { readComparableExport, type ComparableExport } from './comparable-export.ts';
import { startDatabaseProxy } from './database-proxy.ts';
import { createTripWire, type KillPoint } from './trip-wire.ts';

/** One start of the command. */
export type Life = {
  /** Every step it took; where it was killed at a step, the last one is that. */
  readonly steps: readonly string[];
  readonly wasKilled: boolean;
};

export type Played = {
  /** In order; the last one ran to its end. */
  readonly lives: readonly Life[];
  readonly state: ComparableExport;
  /** What the audit found wrong. */
  readonly problems: readonly string[];
};

/**
 * Plays a command of the arena on a data folder of its own and kills it once at each of `kills`, in a row: after each the
 * database is started anew too, as after the end of a machine. Then the command runs undisturbed. Throws when that run
 * fails, or when one ends with a failure that nobody caused.
 */
export async function playWithKills(args: readonly string[], kills: readonly KillPoint[]): Promise<Played> {
  const dataDir = await mkdtemp(join(tmpdir(), 'coliseum-trouble-'));
  try {
    await withDatabase(dataDir, async (database) => await database.migrate());
    const lives: Life[] = [];
    for (const point of [...kills, null]) lives.push(await live(args, dataDir, point));
    return await withDatabase(dataDir, async (database) => {
      const directory = join(dataDir, 'export');
      await exportCollections(database, directory, () => {});
      const { problems } = await audit(database, () => {});
      return { lives, state: await readComparableExport(directory), problems };
    });
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function live(args: readonly string[], dataDir: string, point: KillPoint | null): Promise<Life> {
  const stack = await startLocalStack({ dataDir, databaseOnly: true });
  const wire = createTripWire(point, () => arena.kill());
  const proxy = await startDatabaseProxy(stack.mongodbUrl, wire);
  const arena = startArena(args, { MONGODB_URL: proxy.mongodbUrl, COLISEUM_DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
  const timer = point?.at === 'time' ? setTimeout(wire.spring, point.afterMs) : undefined;
  const { code, stderr } = await arena.ended;
  clearTimeout(timer);
  await proxy.stop();
  await stack.stop();
  if (code !== 0 && !wire.isSprung()) throw new Error(`arena ${args.join(' ')} ended with ${code}: ${stderr}`);
  return { steps: [...wire.seen()], wasKilled: wire.isSprung() };
}

async function withDatabase<T>(dataDir: string, work: (database: Database) => Promise<T>): Promise<T> {
  const stack = await startLocalStack({ dataDir, databaseOnly: true });
  const database = await connectDatabase({ url: stack.mongodbUrl });
  try {
    return await work(database);
  } finally {
    await database.close();
    await stack.stop();
  }
}
