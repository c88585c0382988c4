import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnvironment } from '@coliseum/config/environment';
import { connectDatabase } from '@coliseum/db/connect';
import type { Database } from '@coliseum/db/database';
import { systemClock } from '@coliseum/domain/clock';
import { startLocalStack } from '@coliseum/local-stack/start-local-stack';
import { createLogger } from '@coliseum/observability/logger';
import { startSimulator, type Simulator } from '@coliseum/simulator/start-simulator';
import type { ArenaContext } from '../arena/arena-context.ts';
import { createArenaContext } from '../arena/create-arena-context.ts';
import { seedConfiguredAgents } from '../arena/seed-configured-agents.ts';
import { resolveServiceEndpoints } from '../arena/service-endpoints.ts';
import { createSimulatedClock, type SimulatedClock } from '../season/simulated-clock.ts';
import { LOCKED_AT } from './fixtures.ts';

/** A complete arena for one test file: its own migrated and seeded database, a simulator, and a clock to move. */
export type TestArena = {
  readonly database: Database;
  /** URL of this arena's own database. */
  readonly mongodbUrl: string;
  readonly simulator: Simulator;
  readonly clock: SimulatedClock;
  readonly context: ArenaContext;
  /** Moves the clocks of the arena and of the simulated services. */
  readonly moveTo: (instant: Date) => void;
  readonly close: () => Promise<void>;
};

/** Starts a test arena at 2 March 2026, 14:00 UTC, on a local stack or on the server at MONGODB_URL. */
export async function startTestArena(env: Readonly<Record<string, string | undefined>>): Promise<TestArena> {
  const dataDir = await mkdtemp(join(tmpdir(), 'coliseum-worker-'));
  const stack = env['MONGODB_URL'] === undefined ? await startLocalStack({ dataDir, databaseOnly: true }) : null;
  const mongodbUrl = env['MONGODB_URL'] ?? stack?.mongodbUrl ?? '';
  const databaseName = `worker_${process.pid}_${Math.random().toString(36).slice(2)}`;
  const database = await connectDatabase({ url: mongodbUrl, databaseName });
  const environment = readEnvironment({ COLISEUM_DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
  await database.migrate();
  await seedConfiguredAgents(database, environment, LOCKED_AT);
  const simulator = await startSimulator({ port: 0, seed: 'worker-tests', clock: { mode: 'manual', now: LOCKED_AT } });
  const clock = createSimulatedClock(LOCKED_AT);
  const context = await createArenaContext({
    environment,
    database,
    endpoints: resolveServiceEndpoints(environment, simulator),
    logger: createLogger({ level: 'silent', pretty: false }),
    scheduleSettlement: () => Promise.resolve(),
    sleep: () => Promise.resolve(),
  });
  return {
    database,
    mongodbUrl: toDatabaseUrl(mongodbUrl, databaseName),
    simulator,
    clock,
    context: { ...context, clock, processClock: systemClock },
    moveTo: (instant) => {
      clock.moveTo(instant);
      simulator.setNow(clock.now());
    },
    close: async () => {
      await simulator.stop();
      await database.close();
      await stack?.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function toDatabaseUrl(serverUrl: string, databaseName: string): string {
  const url = new URL(serverUrl);
  url.pathname = databaseName;
  return url.href;
}
