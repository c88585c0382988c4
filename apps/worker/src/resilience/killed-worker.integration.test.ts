import { readEnvironment } from '@coliseum/config/environment';
import type { Database } from '@coliseum/db/database';
import { ensurePresent } from '@coliseum/domain/assert';
import { addDays, toLockTime, toMatchDate } from '@coliseum/domain/match-date';
import { createLogger } from '@coliseum/observability/logger';
import { startSimulator, type Simulator } from '@coliseum/simulator/start-simulator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedConfiguredAgents } from '../arena/seed-configured-agents.ts';
import { runSeason } from '../season/run-season.ts';
import { findFirstDifference, isAnyTime, type ComparableExport } from './testing/comparable-export.ts';
import { inspectBooks, type BooksReport } from './testing/inspect-books.ts';
import { expireLease } from './testing/live-services.ts';
import { serveWithKill, type ServeResult } from './testing/serve-with-kill.ts';
import type { KillPoint } from './testing/trip-wire.ts';

/** A dead worker's job is free only after a minute, and checked every half minute: too slow for every `npm test`. */
const IS_SKIPPED = process.env['RESILIENCE_TEST_FULL'] !== 'true';
const TIMEOUT_MS = 1_800_000;
const SEED = 'killed worker';
const NOW = new Date();
const TODAY = toMatchDate(NOW);
/** The first of two days whose markets have all closed by now. */
const FIRST_DATE = addDays(TODAY, -4);

let simulator: Simulator;
let env: Record<string, string>;

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, seed: SEED, clock: { mode: 'manual', now: NOW } });
  env = {
    KALSHI_BASE_URL: simulator.kalshiBaseUrl,
    OPENROUTER_BASE_URL: simulator.openRouterBaseUrl,
    OPENROUTER_API_KEY: 'simulated',
    EXA_BASE_URL: simulator.exaBaseUrl,
    EXA_API_KEY: 'simulated',
    // Due at any time.
    DAILY_RUN_AT_UTC: '00:00',
    LOG_LEVEL: 'silent',
  };
});
afterAll(() => simulator.stop());

/** Lets the worker settle two days with ten open events. */
async function serveSettlements(kill: KillPoint | null): Promise<ServeResult<BooksReport>> {
  return await serveWithKill({
    kill,
    env,
    prepare: async (database) => {
      await playWithoutSettling(database);
      await skipDay(database, TODAY);
      await skipDay(database, addDays(TODAY, 1));
    },
    afterKill: () => Promise.resolve(),
    isDone: async ({ events }) => (await events.listUnsettled()).length === 0,
    inspect: async (database) => await inspectBooks(database, isTimeOrOrder),
  });
}

async function playWithoutSettling(database: Database): Promise<void> {
  const logger = createLogger({ level: 'silent', pretty: false });
  const season = { key: SEED, seed: SEED, days: 2, startDate: FIRST_DATE, marketsFile: null, createdAt: NOW } as const;
  await runSeason({
    season: { ...season, status: 'running' },
    marketsFile: null,
    until: toLockTime(addDays(FIRST_DATE, 1), 1),
    faultShare: 0,
    environment: readEnvironment(env),
    database,
    logger,
    onDay: () => {},
  });
}

/** Records a skipped day, so that the worker has nothing to do but settle. */
async function skipDay({ runs }: Database, date: string): Promise<void> {
  const [at, workerId] = [toLockTime(date, 0), 'test'];
  const run = ensurePresent(await runs.acquireLease({ date, workerId, now: at, leaseMs: 1 }), 'the run');
  const skipped = { status: 'skipped', reason: 'fewer_than_five_markets', attempts: 1, finishedAt: at } as const;
  await runs.updateHeld({ ...run, ...skipped, leaseOwner: null, leaseExpiresAt: null }, workerId);
}

/** Settlements that are due at the same time run in any order, and the balances in between depend on it. */
function isTimeOrOrder(field: string): boolean {
  return isAnyTime(field) || ['history', 'equity_after_cents', 'reserved_after_cents'].includes(field);
}

/** Lets the worker play today's match day. */
async function serveToday(kill: KillPoint | null): Promise<ServeResult<BooksReport>> {
  return await serveWithKill({
    kill,
    env,
    prepare: async (database) => void (await seedConfiguredAgents(database, { agentModels: undefined }, NOW)),
    afterKill: async (database) => await expireLease(database, TODAY),
    isDone: async ({ batches }) => (await batches.count()) === 1,
    inspect: async (database) => await inspectBooks(database, isAnyTime),
  });
}

/** Late settlements raise alerts or not, depending on when the sweep runs. */
function removeAlerts({ alerts: _, ...state }: ComparableExport): ComparableExport {
  return state;
}

/** The middle one of all steps of this kind. */
function findMiddleStep(kind: string, steps: readonly string[]): number {
  const numbers = steps.flatMap((step, index) => (step === kind ? [index + 1] : []));
  return numbers[Math.floor(numbers.length / 2)] ?? 0;
}

async function expectSameState(
  serve: (kill: KillPoint | null) => Promise<ServeResult<BooksReport>>,
  kills: readonly (readonly [kind: string, phase: 'before' | 'after'])[],
): Promise<void> {
  const undisturbed = await serve(null);
  expect(undisturbed.found.problems).toEqual([]);
  const served = await Promise.all(
    kills.map(async ([kind, phase]) => {
      const number = findMiddleStep(kind, undisturbed.steps);
      return await serve({ at: 'step', number, phase });
    }),
  );
  for (const { wasKilled, found } of served) {
    expect(wasKilled).toBe(true);
    expect(found.problems).toEqual([]);
    expect(findFirstDifference(removeAlerts(undisturbed.found.state), removeAlerts(found.state))).toBeNull();
  }
}

test.skipIf(IS_SKIPPED)(
  'a worker killed during settlements settles each event once after a restart',
  { timeout: TIMEOUT_MS },
  async () => {
    await expectSameState(serveSettlements, [
      ['insert ledger_entries', 'before'],
      ['update bets', 'after'],
      ['commitTransaction', 'after'],
    ]);
  },
);

test.skipIf(IS_SKIPPED)(
  'a worker killed during a match day finishes it after a restart',
  { timeout: TIMEOUT_MS },
  async () => {
    await expectSameState(serveToday, [
      ['insert paid_calls', 'after'],
      ['insert bets', 'before'],
    ]);
  },
);
