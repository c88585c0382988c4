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

type Serve<T> = {
  /** Where the worker is killed first; null leaves it alone. */
  readonly kill: KillPoint | null;
  /** The worker's variables beside its database and queue. */
  readonly env: Env;
  /** Before the first start. */
  readonly prepare: (database: Database) => Promise<void>;
  readonly afterKill: (database: Database) => Promise<void>;
  /** Whether the worker has nothing left to do. */
  readonly isDone: (database: Database) => Promise<boolean>;
  /** Looks at what is there in the end. */
  readonly look: (database: Database) => Promise<T>;
};

export type Served<T> = {
  /** What the worker sent to its database until it was killed, or was done. */
  readonly steps: readonly string[];
  readonly wasKilled: boolean;
  readonly found: T;
};

const LOOK_EVERY_MS = 100;
/** Several stacks that start in one process keep it from answering for a while. */
const PATIENCE = 'serverSelectionTimeoutMS=30000';

/**
 * Lets the worker's own process serve a database and a queue until there is nothing left to do, killed once on the way and
 * started again. Database and queue outlive it, with the transactions it left open and the jobs it had taken.
 */
export async function serveWithKill<T>({ kill, env, prepare, afterKill, isDone, look }: Serve<T>): Promise<Served<T>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'coliseum-served-'));
  const stack = await startLocalStack({ dataDir });
  const database = await connectDatabase({ url: `${stack.mongodbUrl}&${PATIENCE}` });
  try {
    await database.migrate();
    await prepare(database);
    const until = async (): Promise<boolean> => await isDone(database);
    const first = await live({ stack, env, until, kill });
    if (first.wasKilled) {
      await afterKill(database);
      await live({ stack, env, until, kill: null });
    }
    return { ...first, found: await look(database) };
  } finally {
    await database.close();
    await stack.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

type Life = {
  readonly stack: LocalStack;
  readonly env: Env;
  readonly until: () => Promise<boolean>;
  readonly kill: KillPoint | null;
};

async function live({ stack, env, until, kill }: Life): Promise<Omit<Served<never>, 'found'>> {
  const wire = createTripWire(kill, () => worker.kill());
  const proxy = await startDatabaseProxy(stack.mongodbUrl, wire);
  const servers = { MONGODB_URL: `${proxy.mongodbUrl}&${PATIENCE}`, QUEUE_URL: stack.queueUrl ?? '' };
  const worker = spawnWorkerProcess({ ...servers, ...env });
  try {
    await Promise.race([worker.ended, waitFor(until, wire.isSprung)]);
    const code = wire.isSprung() ? await worker.ended : await worker.terminate();
    if (code !== 0 && !wire.isSprung()) throw new Error(`the worker ended with ${code}`);
    return { steps: [...wire.seen()], wasKilled: wire.isSprung() };
  } finally {
    worker.kill();
    await proxy.stop();
  }
}

async function waitFor(isDone: () => Promise<boolean>, isCutOff: () => boolean): Promise<void> {
  while (!isCutOff() && !(await isDone())) await wait(LOOK_EVERY_MS);
}
