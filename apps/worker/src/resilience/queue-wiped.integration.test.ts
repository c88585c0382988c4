import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, toLockTime, toMatchDate } from '@coliseum/domain/match-date';
import { createQueueConnection } from '@coliseum/queue/connection';
import { createArenaQueue } from '@coliseum/queue/create-queue';
import { createArenaWorker } from '@coliseum/queue/create-worker';
import { queueServerKinds, type QueueServer } from '@coliseum/queue/testing/queue-servers';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { ArenaContext } from '../arena/arena-context.ts';
import { audit } from '../audit/audit.ts';
import { listLookUps } from '../control/look-up-time.ts';
import { exportCollections } from '../export/export-collections.ts';
import { reconcile } from '../schedule/reconcile.ts';
import { playSeason } from '../season/play-season.ts';
import { END_OF_TIME } from '../season/run-season.ts';
import { createJobHandlers } from '../service/job-handlers.ts';
import { silentAlerts } from '../testing/silent-alerts.ts';
import { startTestArena, type TestArena } from '../testing/start-test-arena.ts';
import { findFirstDifference, readComparableExport, type ComparableExport } from './testing/comparable-export.ts';
import { createLockstep, type Lockstep } from './testing/lockstep.ts';

const START_DATE = '2026-03-02';
const DAYS = 3;
const TIMEOUT_MS = 1_800_000;

async function openArena(): Promise<TestArena> {
  const arena = await startTestArena({ MONGODB_URL: process.env['MONGODB_URL'] });
  onTestFinished(arena.close);
  return arena;
}

async function createTemporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'coliseum-wiped-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function exportState({ database }: TestArena): Promise<ComparableExport> {
  const directory = await createTemporaryFolder();
  await exportCollections(database, directory, () => {});
  return await readComparableExport(directory);
}

/** The final state of a season played without a queue. */
async function playWithoutQueue(): Promise<ComparableExport> {
  const arena = await openArena();
  await playSeason({
    plan: { startDate: START_DATE, days: DAYS, until: END_OF_TIME },
    context: arena.context,
    clock: arena.clock,
    moveServicesTo: async (instant) => arena.moveTo(instant),
    onDay: () => {},
  });
  return await exportState(arena);
}

/** Starts a worker on a queue server as the service does, with the season's days enqueued. */
async function startService(server: QueueServer, { context }: TestArena, lockstep: Lockstep) {
  const connection = createQueueConnection(server.url);
  const queue = createArenaQueue(connection);
  const driven = lockstep.drive(queue);
  const delayUntil = (instant: Date): { delayMs: number } => ({
    delayMs: instant.getTime() - context.clock.now().getTime(),
  });
  const serviceContext: ArenaContext = {
    ...context,
    scheduleSettlement: async ({ id, expectedResolutionTime }) =>
      await driven.enqueue('settle-event', { version: 1, eventId: id }, delayUntil(expectedResolutionTime)),
  };
  await reconcile(serviceContext, driven);
  for (let day = 0; day < DAYS; day += 1) {
    const date = addDays(START_DATE, day);
    const lockTime = toLockTime(date, context.settings.lockMinuteOfDay);
    if (lockTime > context.clock.now()) await driven.enqueue('run-day', { version: 1, date }, delayUntil(lockTime));
  }
  for (const at of listLookUps({ startDate: START_DATE, days: DAYS }, context.settings.lockMinuteOfDay)) {
    const date = toMatchDate(at);
    if (at > context.clock.now()) await driven.enqueue('look-up-control', { version: 1, date }, delayUntil(at));
  }
  const handlers = lockstep.hold(createJobHandlers({ context: serviceContext, alerts: silentAlerts }, driven));
  const worker = createArenaWorker({ connection, handlers, concurrency: 1, logger: context.logger });
  await worker.waitUntilReady();
  return {
    stop: async () => {
      await worker.close();
      await queue.close();
    },
  };
}

test.each(queueServerKinds)(
  'no job is lost when the storage of $name is wiped',
  { timeout: TIMEOUT_MS },
  async ({ start }) => {
    const undisturbed = await playWithoutQueue();
    const arena = await openArena();
    const lockstep = createLockstep(arena);
    const folder = await createTemporaryFolder();
    const server = await start(folder);
    const service = await startService(server, arena, lockstep);
    await lockstep.stopAfter(`run-day_${addDays(START_DATE, 1)}`);
    expect(lockstep.countWaiting()).toBeGreaterThan(5);
    await service.stop();
    await server.stop();
    await rm(folder, { recursive: true });
    await mkdir(folder);

    lockstep.reset();
    const emptyServer = await start(folder);
    onTestFinished(emptyServer.stop);
    const secondService = await startService(emptyServer, arena, lockstep);
    await vi.waitFor(() => expect(lockstep.countWaiting()).toBe(0), { timeout: TIMEOUT_MS / 2, interval: 50 });
    await secondService.stop();
    expect(await audit(arena.database, () => {})).toMatchObject({ ok: true, problems: [] });
    expect(findFirstDifference(undisturbed, await exportState(arena))).toBeNull();
  },
);
