import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectDatabase } from '@coliseum/db/connect';
import type { Database } from '@coliseum/db/database';
import { startLocalStack, type LocalStack } from '@coliseum/local-stack/start-local-stack';
import { startArena } from '../../testing/start-arena.ts';
import { startDatabaseProxy } from './database-proxy.ts';
import { createTripWire, type KillPoint, type TripWire } from './trip-wire.ts';

/** One process of the command, from its start to its end. */
export type ProcessLife = {
  /** All its steps. If it was killed at a step, that is the last one. */
  readonly steps: readonly string[];
  readonly wasKilled: boolean;
};

/** What a command needs besides its database. */
export type CommandServices = {
  /** Where the command's clock starts, unless it is the machine's. */
  readonly now?: Date;
  /** Called before the first start. */
  readonly prepare: (database: Database) => Promise<void>;
  /**
   * Called before each start. Returns the variables with the addresses of its services, whose calls are steps of the
   * wire.
   */
  readonly connect: (wire: TripWire) => Promise<{ readonly env: Env; readonly stop: () => Promise<void> }>;
  /** Called after each kill. */
  readonly afterKill: (database: Database) => Promise<void>;
  /** Whether the output of a failed command says that nothing was left to do. */
  readonly isDone: (output: string) => boolean;
};

type Env = Readonly<Record<string, string>>;

type PlayOptions<T> = {
  /** Arguments of the arena's command line. */
  readonly args: readonly string[];
  readonly kills: readonly KillPoint[];
  /** Not needed for a season, which starts its own services. */
  readonly services?: CommandServices;
  /** A server to play on, in a database of its own, instead of the local stack. It is never restarted. */
  readonly serverUrl?: string | undefined;
  /** Inspects the database at the end. */
  readonly inspect: (database: Database) => Promise<T>;
};

export type PlayResult<T> = {
  /** In order. The last one was not killed. */
  readonly lives: readonly ProcessLife[];
  readonly found: T;
};

/**
 * How long the database keeps a transaction of a killed process, instead of MongoDB's minute: longer than the arena waits
 * for writers that are alive, so that the next process has to outwait it.
 */
const ORPHAN_LIFETIME_MS = 6_000;

/**
 * Runs a command on a new data folder and kills it at each of `kills` in turn. After the first kill and every other one
 * the database goes on, with the transaction that the process has left open; after the rest it is restarted, as after a
 * crash of the machine. Finally the command runs undisturbed. Throws when a process fails without being killed.
 */
export async function playWithKills<T>({
  args,
  kills,
  inspect,
  services = NO_SERVICES,
  serverUrl,
}: PlayOptions<T>): Promise<PlayResult<T>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'coliseum-resilience-'));
  const server = serverUrl === undefined ? await startRestartableStack(dataDir) : useServer(serverUrl);
  try {
    await withDatabase(server.url(), async (database) => {
      await database.migrate();
      await services.prepare(database);
    });
    const lives: ProcessLife[] = [];
    for (const [index, point] of kills.entries()) {
      lives.push(await runLife({ args, dataDir, mongodbUrl: server.url(), point, services }));
      if (index % 2 === 1) await server.restart();
      await withDatabase(server.url(), services.afterKill);
    }
    lives.push(await runLife({ args, dataDir, mongodbUrl: server.url(), point: null, services }));
    return { lives, found: await withDatabase(server.url(), inspect) };
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** The database of one play: an address that changes when it is restarted. */
type PlayedServer = {
  readonly url: () => string;
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

function useServer(serverUrl: string): PlayedServer {
  const url = new URL(serverUrl);
  url.pathname = `kills_${randomUUID().replaceAll('-', '')}`;
  return {
    url: () => url.href,
    restart: () => Promise.resolve(),
    stop: async () => await withDatabase(url.href, async ({ backup }) => await backup.dropAll()),
  };
}

async function startRestartableStack(dataDir: string): Promise<PlayedServer> {
  const start = async (): Promise<LocalStack> =>
    await startLocalStack({ dataDir, databaseOnly: true, transactionLifetimeMs: ORPHAN_LIFETIME_MS });
  let stack = await start();
  return {
    url: () => stack.mongodbUrl,
    stop: async () => await stack.stop(),
    restart: async () => {
      await stack.stop();
      stack = await start();
    },
  };
}

const NO_SERVICES: CommandServices = {
  prepare: () => Promise.resolve(),
  connect: () => Promise.resolve({ env: {}, stop: () => Promise.resolve() }),
  afterKill: () => Promise.resolve(),
  isDone: () => false,
};

type LifeOptions = {
  readonly args: readonly string[];
  readonly dataDir: string;
  readonly mongodbUrl: string;
  readonly point: KillPoint | null;
  readonly services: CommandServices;
};

async function runLife({ args, dataDir, mongodbUrl, point, services }: LifeOptions): Promise<ProcessLife> {
  const wire = createTripWire(point, () => arena.kill());
  const proxy = await startDatabaseProxy(mongodbUrl, wire);
  const connection = await services.connect(wire);
  const env = { MONGODB_URL: proxy.mongodbUrl, COLISEUM_DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...connection.env };
  const arena = startArena(args, env, services.now);
  const timer = point?.at === 'time' ? setTimeout(wire.spring, point.afterMs) : undefined;
  const { code, stdout, stderr } = await arena.ended;
  clearTimeout(timer);
  await connection.stop();
  await proxy.stop();
  const output = stdout + stderr;
  if (code !== 0 && !wire.isSprung() && !services.isDone(output)) {
    throw new Error(`arena ${args.join(' ')} ended with ${code}: ${output}`);
  }
  return { steps: [...wire.getSteps()], wasKilled: wire.isSprung() };
}

async function withDatabase<T>(mongodbUrl: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await connectDatabase({ url: mongodbUrl });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
