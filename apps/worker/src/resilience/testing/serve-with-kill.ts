import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { connectDatabase } from '@coliseum/db/connect';
import type { Database } from '@coliseum/db/database';
import { startLocalStack, type LocalStack } from '@coliseum/local-stack/start-local-stack';
import { spawnWorkerProcess } from '../../testing/start-worker-process.ts';
import { startDatabaseProxy } from './database-proxy.ts';
import { createTripWire, type KillPoint } from './trip-wire.ts';

type Env = Readonly<Record<string, string>>;

type ServeOptions<T> = {
  /** Where to kill the worker; null for an undisturbed run. */
  readonly kill: KillPoint | null;
  /** The worker's variables besides those of its database and queue. */
  readonly env: Env;
  /** Called before the first start. */
  readonly prepare: (database: Database) => Promise<void>;
  readonly afterKill: (database: Database) => Promise<void>;
  /** Whether the worker has nothing left to do. */
  readonly isDone: (database: Database) => Promise<boolean>;
  /** Inspects the database at the end. */
  readonly inspect: (database: Database) => Promise<T>;
};

export type ServeResult<T> = {
  /** The worker's database commands until it was killed or done. */
  readonly steps: readonly string[];
  readonly wasKilled: boolean;
  readonly found: T;
};

const POLL_INTERVAL_MS = 100;
/** Several stacks that start in one process block it for a while. */
const DRIVER_OPTIONS = 'serverSelectionTimeoutMS=30000';

/**
 * Runs a worker process until it has nothing left to do, and kills and restarts it once on the way. The database and
 * the queue keep running, with its open transactions and its active jobs.
 */
export async function serveWithKill<T>({
  kill,
  env,
  prepare,
  afterKill,
  isDone,
  inspect,
}: ServeOptions<T>): Promise<ServeResult<T>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'coliseum-served-'));
  const stack = await startLocalStack({ dataDir });
  const database = await connectDatabase({ url: `${stack.mongodbUrl}&${DRIVER_OPTIONS}` });
  try {
    await database.migrate();
    await prepare(database);
    const until = async (): Promise<boolean> => await isDone(database);
    const first = await runWorkerLife({ stack, env, until, kill });
    if (first.wasKilled) {
      await afterKill(database);
      await runWorkerLife({ stack, env, until, kill: null });
    }
    return { ...first, found: await inspect(database) };
  } finally {
    await database.close();
    await stack.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

type WorkerLifeOptions = {
  readonly stack: LocalStack;
  readonly env: Env;
  readonly until: () => Promise<boolean>;
  readonly kill: KillPoint | null;
};

async function runWorkerLife({
  stack,
  env,
  until,
  kill,
}: WorkerLifeOptions): Promise<Omit<ServeResult<never>, 'found'>> {
  const wire = createTripWire(kill, () => worker.kill());
  const proxy = await startDatabaseProxy(stack.mongodbUrl, wire);
  const servers = { MONGODB_URL: `${proxy.mongodbUrl}&${DRIVER_OPTIONS}`, QUEUE_URL: stack.queueUrl ?? '' };
  const worker = spawnWorkerProcess({ ...servers, ...env });
  try {
    await Promise.race([worker.ended, waitUntilDone(until, wire.isSprung)]);
    const code = wire.isSprung() ? await worker.ended : await worker.terminate();
    if (code !== 0 && !wire.isSprung()) throw new Error(`the worker ended with ${code}`);
    return { steps: [...wire.getSteps()], wasKilled: wire.isSprung() };
  } finally {
    worker.kill();
    await proxy.stop();
  }
}

async function waitUntilDone(isDone: () => Promise<boolean>, isCutOff: () => boolean): Promise<void> {
  while (!isCutOff() && !(await isDone())) await wait(POLL_INTERVAL_MS);
}
