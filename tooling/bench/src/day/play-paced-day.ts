import { readEnvironment } from '@coliseum/config/environment';
import { connectDatabase } from '@coliseum/db/connect';
import type { Clock } from '@coliseum/domain/clock';
import { attachOrSpawn } from '@coliseum/local-stack/attach-or-spawn';
import { createLogger } from '@coliseum/observability/logger';
import { createArenaContext } from '@coliseum/worker/arena/create-arena-context';
import { seedConfiguredAgents } from '@coliseum/worker/arena/seed-configured-agents';
import { resolveServiceEndpoints } from '@coliseum/worker/arena/service-endpoints';
import { runDay } from '@coliseum/worker/pipeline/run-day';
import { z } from 'zod';
import { startSimulatorProcess, type SimulatorProcess } from '../simulator/start-simulator-process.ts';
import { computeCriticalPath, RecordedCall, type CriticalPath } from './critical-path.ts';
import { DAY_LATENCIES } from './day-latencies.ts';

export type PacedDay = CriticalPath & { readonly wallMs: number; readonly calls: number };

const DATE = '2026-11-23';
const LOCK = '2026-11-23T14:00:00Z';

const Requests = z.object({ requests: z.array(RecordedCall) });

/** Plays one match day as with keys set, rate limits included, against services that take their time. */
export async function playPacedDay(folder: string, seed: string): Promise<PacedDay> {
  const simulator = await startSimulatorProcess(LOCK, seed);
  const stack = await attachOrSpawn({ dataDir: folder, databaseOnly: true });
  const database = await connectDatabase({ url: stack.mongodbUrl });
  try {
    const environment = readEnvironment(buildEnvironment(folder, simulator));
    await database.migrate();
    await seedConfiguredAgents(database, environment, new Date(LOCK));
    const context = await createArenaContext({
      environment,
      database,
      endpoints: resolveServiceEndpoints(environment, null),
      logger: createLogger({ level: 'silent', pretty: false }),
      scheduleSettlement: () => Promise.resolve(),
    });
    await simulator.admin('PUT', 'latencies', { latencies: DAY_LATENCIES });
    const before = await readRequests(simulator);
    const startedAt = performance.now();
    const { status } = await runDay({ ...context, clock: startClock() }, DATE);
    const wallMs = performance.now() - startedAt;
    if (status !== 'completed') throw new Error(`The day of seed ${seed} was ${status}.`);
    const calls = (await readRequests(simulator)).slice(before.length);
    return { ...computeCriticalPath(calls), wallMs, calls: calls.length };
  } finally {
    await database.close();
    await stack.close();
    await simulator.stop();
  }
}

function buildEnvironment(folder: string, { kalshiBaseUrl, openRouterBaseUrl, exaBaseUrl }: SimulatorProcess) {
  return {
    COLISEUM_DATA_DIR: folder,
    LOG_LEVEL: 'silent',
    OPENROUTER_API_KEY: 'bench',
    OPENROUTER_BASE_URL: openRouterBaseUrl,
    EXA_API_KEY: 'bench',
    EXA_BASE_URL: exaBaseUrl,
    KALSHI_BASE_URL: kalshiBaseUrl,
  };
}

async function readRequests(simulator: SimulatorProcess): Promise<readonly RecordedCall[]> {
  return Requests.parse(await simulator.admin('GET', 'requests')).requests;
}

/** A clock that runs as the machine's, from the lock on. */
function startClock(): Clock {
  const startedAt = performance.now();
  return { now: () => new Date(Date.parse(LOCK) + (performance.now() - startedAt)) };
}
