import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '@coliseum/domain/errors/app-error';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createQueueConnection, type QueueConnection } from './connection.ts';
import { createArenaQueue } from './create-queue.ts';
import { createArenaWorker, type JobHandlers } from './create-worker.ts';
import { jobLosses, loseJob } from './testing/lose-job.ts';
import { hasRedis, queueServerKinds, type QueueServer } from './testing/queue-servers.ts';
import { quickCatalogue, recordJobs, createRecordingLogger } from './testing/record-jobs.ts';

const EVENT = 'e'.repeat(24);
const settle = { version: 1, eventId: EVENT } as const;

/** A connection that waits for a busy machine. */
const connect = (...args: Parameters<typeof createQueueConnection>): QueueConnection => ({
  ...createQueueConnection(...args),
  callDeadlineMs: 120_000,
});

test('Redis is available and tested too', ({ skip }) => {
  skip(!hasRedis, 'redis-server is not installed');
  expect(queueServerKinds).toHaveLength(2);
});

describe.each(queueServerKinds)('$name', ({ start }) => {
  let dataDir: string;
  let server: QueueServer;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'coliseum-queue-'));
    server = await start(dataDir);
  });
  afterAll(async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  function openQueue(connection: QueueConnection = connect(server.url, `test-${randomUUID()}`)) {
    const queue = createArenaQueue(connection, { catalogue: quickCatalogue });
    onTestFinished(() => queue.close());
    return { connection, queue };
  }

  async function startWorker(connection: QueueConnection, handlers: JobHandlers) {
    const { logger, messages } = createRecordingLogger();
    const worker = createArenaWorker({ connection, handlers, concurrency: 1, logger, catalogue: quickCatalogue });
    onTestFinished(() => worker.close());
    await worker.waitUntilReady();
    return messages;
  }

  test('a delayed job fires once, and not before its time', async () => {
    const { connection, queue } = openQueue();
    const { jobs, handlers } = recordJobs();
    await startWorker(connection, handlers);
    const enqueuedAt = Date.now();
    await queue.enqueue('settle-event', settle, { delayMs: 600 });
    await queue.enqueue('run-day', { version: 1, date: '2026-11-22' });
    await vi.waitFor(() => expect(jobs).toHaveLength(2), { timeout: 120_000 });
    expect(jobs.map(({ name, payload }) => [name, payload])).toEqual(
      expect.arrayContaining([
        ['run-day', { version: 1, date: '2026-11-22' }],
        ['settle-event', settle],
      ]),
    );
    const delayed = jobs.find(({ name }) => name === 'settle-event');
    expect((delayed?.at ?? 0) - enqueuedAt).toBeGreaterThanOrEqual(600);
    await queue.enqueue('reconcile', { version: 1 });
    await vi.waitFor(() => expect(jobs).toHaveLength(3), { timeout: 120_000 });
  });

  test('a worker waiting for a job in the far future takes a new one at once', async () => {
    const { connection, queue } = openQueue();
    const { names, handlers } = recordJobs();
    await queue.enqueue('settle-event', settle, { delayMs: 3_600_000 });
    await startWorker(connection, handlers);
    await queue.enqueue('reconcile', { version: 1 });
    await vi.waitFor(() => expect(names()).toEqual(['reconcile']), { timeout: 120_000 });
  });

  test('a second job with the same key is ignored while the first exists, and accepted after it is done', async () => {
    const { connection, queue } = openQueue();
    const { names, handlers } = recordJobs();
    await queue.enqueue('settle-event', settle, { delayMs: 50 });
    await queue.enqueue('settle-event', settle);
    await queue.enqueue('settle-event', settle, { delayMs: 3_600_000 });
    const messages = await startWorker(connection, handlers);
    await vi.waitFor(() => expect(messages).toContain('Job done'), { timeout: 120_000 });
    await queue.enqueue('reconcile', { version: 1 });
    await vi.waitFor(() => expect(names()).toEqual(['settle-event', 'reconcile']), { timeout: 120_000 });
    await queue.enqueue('settle-event', settle);
    await vi.waitFor(() => expect(names()).toEqual(['settle-event', 'reconcile', 'settle-event']), {
      timeout: 120_000,
    });
  });

  test('a handler can ask to run again later as often as it likes', async () => {
    const { connection, queue } = openQueue();
    const { jobs, handlers } = recordJobs((_job, earlier) =>
      earlier < 7 ? { outcome: 'again', delayMs: 10 } : { outcome: 'done' },
    );
    await queue.enqueue('settle-event', settle);
    const messages = await startWorker(connection, handlers);
    await vi.waitFor(() => expect(messages).toContain('Job done'), { timeout: 120_000 });
    expect(jobs).toHaveLength(8);
  });

  test('a retryable error is retried', async () => {
    const { connection, queue } = openQueue();
    const { jobs, handlers } = recordJobs((_job, earlier) => {
      if (earlier < 2) throw new AppError({ code: 'KALSHI_TIMEOUT', message: 'slow', retryable: true });
      return { outcome: 'done' };
    });
    await queue.enqueue('settle-event', settle);
    const messages = await startWorker(connection, handlers);
    await vi.waitFor(() => expect(messages).toContain('Job done'), { timeout: 120_000 });
    expect(jobs).toHaveLength(3);
  });

  test('a job that fails at every attempt is given up, and its key can be used again', async () => {
    const { connection, queue } = openQueue();
    const { jobs, handlers } = recordJobs(({ name }) => {
      if (name === 'settle-event') throw new AppError({ code: 'KALSHI_TIMEOUT', message: 'slow', retryable: true });
      return { outcome: 'done' };
    });
    await queue.enqueue('settle-event', settle);
    await startWorker(connection, handlers);
    await vi.waitFor(() => expect(jobs).toHaveLength(5), { timeout: 120_000 });
    await queue.enqueue('reconcile', { version: 1 });
    await vi.waitFor(() => expect(jobs).toHaveLength(6), { timeout: 120_000 });
    await queue.enqueue('settle-event', settle);
    await vi.waitFor(() => expect(jobs.length).toBeGreaterThan(6), { timeout: 120_000 });
  });

  test.each([
    new AppError({ code: 'BATCH_EXISTS', message: 'There is a batch for the date.' }),
    new TypeError('a fault in the program'),
  ])('an error that no repetition can cure is not tried again: $name', async (error) => {
    const { connection, queue } = openQueue();
    const { names, handlers } = recordJobs(({ name }) => {
      if (name === 'run-day') throw error;
      return { outcome: 'done' };
    });
    await queue.enqueue('run-day', { version: 1, date: '2026-11-22' });
    const messages = await startWorker(connection, handlers);
    await vi.waitFor(() => expect(messages).toContain('Job failed'), { timeout: 120_000 });
    await queue.enqueue('reconcile', { version: 1 });
    await vi.waitFor(() => expect(names()).toEqual(['run-day', 'reconcile']), { timeout: 120_000 });
  });

  test('a job of another version or name is refused before any handler sees it', async () => {
    const { connection } = openQueue();
    const raw = connection.openQueue();
    onTestFinished(() => raw.close());
    const { jobs, handlers } = recordJobs();
    await raw.add('run-day', { version: 2, day: 7 }, { attempts: 3 });
    await raw.add('sweep', {}, { attempts: 3 });
    const messages = await startWorker(connection, handlers);
    await vi.waitFor(() => expect(messages.filter((text) => text === 'Job failed')).toHaveLength(2), {
      timeout: 120_000,
    });
    expect(jobs).toEqual([]);
  });

  test('a schedule runs in UTC, and once however often it is set', async () => {
    const { queue } = openQueue();
    await queue.upsertSchedule('reconcile', '*/30 * * * *');
    await queue.upsertSchedule('run-day', '0 9 * * *');
    await queue.upsertSchedule('run-day', '0 14 * * *');
    const runs = await queue.listNextRuns();
    expect(runs.map(({ name }) => name).toSorted()).toEqual(['reconcile', 'run-day']);
    const nextDay = runs.find(({ name }) => name === 'run-day')?.nextRunAt;
    expect(nextDay?.toISOString()).toMatch(/T14:00:00\.000Z$/);
  });

  test.each(jobLosses)(
    'a schedule whose next job was lost (%s) is not listed, and runs again once set',
    async (loss) => {
      const queueName = `test-${randomUUID()}`;
      const { connection, queue } = openQueue(connect(server.url, queueName));
      const raw = connection.openQueue();
      onTestFinished(() => raw.close());
      await queue.upsertSchedule('reconcile', '*/30 * * * *');
      await queue.upsertSchedule('run-day', '0 14 * * *');
      const day = (await queue.listNextRuns()).find(({ name }) => name === 'run-day');
      await loseJob({ url: server.url, queueName, jobId: `repeat:run-day:${String(day?.nextRunAt.getTime())}` }, loss);
      expect(await raw.getJobSchedulers()).toHaveLength(2);
      expect((await queue.listNextRuns()).map(({ name }) => name)).toEqual(['reconcile']);
      await queue.upsertSchedule('run-day', '0 14 * * *');
      expect((await queue.listNextRuns()).map(({ name }) => name).toSorted()).toEqual(['reconcile', 'run-day']);
      const restored = (await queue.listNextRuns()).find(({ name }) => name === 'run-day');
      expect(restored).toEqual(day);
    },
  );

  test('a scheduled day gets the date of the instant it was scheduled for', async () => {
    const { connection } = openQueue();
    const raw = connection.openQueue();
    onTestFinished(() => raw.close());
    const { jobs, handlers } = recordJobs();
    const before = new Date().toISOString().slice(0, 10);
    await raw.upsertJobScheduler('run-day', { every: 200 }, { name: 'run-day', data: { version: 1 } });
    await startWorker(connection, handlers);
    await vi.waitFor(() => expect(jobs.length).toBeGreaterThan(1), { timeout: 120_000 });
    const after = new Date().toISOString().slice(0, 10);
    const expected = [before, after].map((date) => ({ version: 1, date }));
    expect(expected).toContainEqual(jobs[0]?.payload);
  });

  test('closing waits for the running job', async () => {
    const { connection, queue } = openQueue();
    const { promise: finish, resolve } = Promise.withResolvers<void>();
    const { promise: started, resolve: start } = Promise.withResolvers<void>();
    const { handlers } = recordJobs();
    const { logger, messages } = createRecordingLogger();
    const reconcile = async () => {
      start();
      await finish;
      return { outcome: 'done' } as const;
    };
    const worker = createArenaWorker({ connection, handlers: { ...handlers, reconcile }, concurrency: 1, logger });
    await queue.enqueue('reconcile', { version: 1 });
    await started;
    const closed = worker.close();
    resolve();
    await closed;
    expect(messages).toContain('Job done');
  });
});

describe.each(queueServerKinds)('$name, started again', ({ start }) => {
  test('a delayed job and a schedule survive', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'coliseum-queue-'));
    const first = await start(dataDir);
    const before = createArenaQueue(connect(first.url));
    await before.enqueue('settle-event', settle, { delayMs: 10 });
    await before.upsertSchedule('run-day', '0 14 * * *');
    await before.close();
    await first.stop();

    const second = await start(dataDir);
    const connection = connect(second.url);
    const { jobs, handlers } = recordJobs();
    const worker = createArenaWorker({ connection, handlers, concurrency: 1, logger: createRecordingLogger().logger });
    const after = createArenaQueue(connection);
    await vi.waitFor(() => expect(jobs).toHaveLength(1), { timeout: 120_000 });
    expect(await after.listNextRuns()).toHaveLength(1);
    await worker.close();
    await after.close();
    await second.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
});
