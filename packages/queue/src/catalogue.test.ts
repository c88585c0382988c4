import { AppError } from '@coliseum/domain/errors/app-error';
import { expect, test } from 'vitest';
import { buildJobOptions } from './build-job-options.ts';
import { isJobName, jobCatalogue } from './catalogue.ts';
import { createQueueConnection } from './connection.ts';
import { readPayload } from './read-payload.ts';

test('ids are built from the business key and are valid for BullMQ', () => {
  const ids = [
    jobCatalogue['run-day'].toJobId({ version: 1, date: '2026-11-22' }),
    jobCatalogue['settle-event'].toJobId({ version: 1, eventId: 'e'.repeat(24) }),
    jobCatalogue['recheck-settled'].toJobId({ version: 1 }),
    jobCatalogue.audit.toJobId({ version: 1 }),
    jobCatalogue.reconcile.toJobId({ version: 1 }),
    jobCatalogue['publish-dataset'].toJobId({ version: 1 }),
  ];
  expect(ids).toEqual([
    'run-day_2026-11-22',
    `settle-event_${'e'.repeat(24)}`,
    'recheck-settled_now',
    'audit_now',
    'reconcile_now',
    'publish-dataset_now',
  ]);
  for (const id of ids) expect(id).not.toMatch(/:|^\d+$/);
});

test('a day is retried after 1, 2 and 4 minutes, and then no more', () => {
  const { attempts, retryDelayMs } = jobCatalogue['run-day'];
  const waits = Array.from({ length: attempts - 1 }, (_, retry) => retryDelayMs * 2 ** retry);
  expect(waits).toEqual([60_000, 120_000, 240_000]);
  expect(buildJobOptions(jobCatalogue['run-day'])).toMatchObject({
    attempts: 4,
    backoff: { type: 'exponential', delay: 60_000 },
  });
});

test('an enqueued payload is read as it is', () => {
  const payload = { version: 1, date: '2026-11-22' };
  expect(readPayload(jobCatalogue['run-day'], { data: payload })).toEqual({ ok: true, value: payload });
});

test.each([{ version: 1, date: '2026-13-01' }, { version: 2, date: '2026-11-22' }, { version: 1 }, null])(
  'an invalid payload is refused, and the error says what is wrong: %j',
  (data) => {
    const read = readPayload(jobCatalogue['run-day'], { data });
    expect(read).toMatchObject({ ok: false, error: expect.stringContaining('not valid') });
  },
);

test.each([
  ['2026-11-22T23:59:59.999Z', '2026-11-22'],
  ['2026-11-23T00:00:00.000Z', '2026-11-23'],
])('a day scheduled for %s is %s, however late it runs', (instant, date) => {
  const job = { id: `repeat:run-day:${Date.parse(instant)}`, data: { version: 1 }, repeatJobKey: 'run-day' };
  expect(readPayload(jobCatalogue['run-day'], job)).toEqual({ ok: true, value: { version: 1, date } });
});

test('a settlement cannot come from a schedule', () => {
  const job = { id: 'repeat:settle-event:0', data: {}, repeatJobKey: 'settle-event' };
  expect(readPayload(jobCatalogue['settle-event'], job)).toMatchObject({ ok: false });
});

test('a scheduled job that does not say when it was due is refused', () => {
  const job = { id: 'odd', data: {}, repeatJobKey: 'run-day' };
  expect(readPayload(jobCatalogue['run-day'], job)).toMatchObject({ ok: false });
});

test('only names of jobs are recognised as such', () => {
  expect(['run-day', 'toString', 'sweep'].map(isJobName)).toEqual([true, false, false]);
});

test.each(['mysql://localhost', 'localhost:6379', ''])('%s is refused as a queue URL', (url) => {
  expect(() => createQueueConnection(url)).toThrow(AppError);
  expect(() => createQueueConnection(url)).toThrow('QUEUE_URL must start with redis://');
});

test('the address of a queue has no credentials', () => {
  expect(createQueueConnection('rediss://user:hush@queue.example:6380/1').address).toBe('queue.example:6380');
});
