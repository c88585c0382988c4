import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectDatabase } from '@coliseum/db/connect';
import type { Database } from '@coliseum/db/database';
import { startLocalStack } from '@coliseum/local-stack/start-local-stack';
import { startArena } from '../../testing/start-arena.ts';
import { startDatabaseProxy } from './database-proxy.ts';
import { createTripWire, type KillPoint, type TripWire } from './trip-wire.ts';

/** One start of the command. */
export type ProcessLife = {
  /** Every step it took; where it was killed at a step, the last one is that. */
  readonly steps: readonly string[];
  readonly wasKilled: boolean;
};

/** What a command needs beside its database. */
export type World = {
  /** Before the first start. */
  readonly prepare: (database: Database) => Promise<void>;
  /** Before each start: the variables that say where its services are, which tell the wire of each call. */
  readonly connect: (wire: TripWire) => Promise<{ readonly env: Env; readonly stop: () => Promise<void> }>;
  /** After each kill. */
  readonly afterKill: (database: Database) => Promise<void>;
  /** Whether a command that ended with a failure says that there was nothing left to do. */
  readonly isDone: (output: string) => boolean;
};

type Env = Readonly<Record<string, string>>;

type PlayOptions<T> = {
  /** A command of the arena. */
  readonly args: readonly string[];
  readonly kills: readonly KillPoint[];
  /** A season brings its own. */
  readonly world?: World;
  /** Looks at what is there in the end. */
  readonly inspect: (database: Database) => Promise<T>;
};

export type PlayResult<T> = {
  /** In order; the last one ran to its end. */
  readonly lives: readonly ProcessLife[];
  readonly found: T;
};

/**
 * Plays a command of the arena on a data folder of its own and kills it once at each of `kills`, in a row: after each the
 * database is started anew too, as after the end of a machine. Then the command runs undisturbed. Throws when that run
 * fails, or when one ends with a failure that nobody caused.
 */
export async function playWithKills<T>({
  args,
  kills,
  inspect,
  world = NO_WORLD,
}: PlayOptions<T>): Promise<PlayResult<T>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'coliseum-resilience-'));
  try {
    await withDatabase(dataDir, async (database) => {
      await database.migrate();
      await world.prepare(database);
    });
    const lives: ProcessLife[] = [];
    for (const point of kills) {
      lives.push(await runLife({ args, dataDir, point, world }));
      await withDatabase(dataDir, world.afterKill);
    }
    lives.push(await runLife({ args, dataDir, point: null, world }));
    return { lives, found: await withDatabase(dataDir, inspect) };
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

const NO_WORLD: World = {
  prepare: () => Promise.resolve(),
  connect: () => Promise.resolve({ env: {}, stop: () => Promise.resolve() }),
  afterKill: () => Promise.resolve(),
  isDone: () => false,
};

type LifeOptions = {
  readonly args: readonly string[];
  readonly dataDir: string;
  readonly point: KillPoint | null;
  readonly world: World;
};

async function runLife({ args, dataDir, point, world }: LifeOptions): Promise<ProcessLife> {
  const stack = await startLocalStack({ dataDir, databaseOnly: true });
  const wire = createTripWire(point, () => arena.kill());
  const proxy = await startDatabaseProxy(stack.mongodbUrl, wire);
  const services = await world.connect(wire);
  const env = { MONGODB_URL: proxy.mongodbUrl, COLISEUM_DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...services.env };
  const arena = startArena(args, env);
  const timer = point?.at === 'time' ? setTimeout(wire.spring, point.afterMs) : undefined;
  const { code, stdout, stderr } = await arena.ended;
  clearTimeout(timer);
  await services.stop();
  await proxy.stop();
  await stack.stop();
  const output = stdout + stderr;
  if (code !== 0 && !wire.isSprung() && !world.isDone(output)) {
    throw new Error(`arena ${args.join(' ')} ended with ${code}: ${output}`);
  }
  return { steps: [...wire.getSteps()], wasKilled: wire.isSprung() };
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
