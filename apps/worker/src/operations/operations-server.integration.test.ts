import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createQueueConnection } from '@coliseum/queue/connection';
import { createArenaQueue, type ArenaQueue } from '@coliseum/queue/create-queue';
import { openBoardQueue, type BoardQueue } from '@coliseum/queue/open-board-queue';
import { queueServerKinds, type QueueServer } from '@coliseum/queue/testing/queue-servers';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startOperationsServer } from './operations-server.ts';

const TOKEN = 'an-operator-token-of-these-tests';
const buildBasicHeaders = (token: string): Record<string, string> => ({
  authorization: `Basic ${Buffer.from(`operator:${token}`).toString('base64')}`,
});
const unused = { logger: { warn: () => {} }, now: () => new Date('2026-11-22T14:00:00Z') };

async function start(options: Partial<Parameters<typeof startOperationsServer>[0]>): Promise<string> {
  const server = await startOperationsServer({
    host: '127.0.0.1',
    port: 0,
    checks: {},
    board: null,
    ...unused,
    ...options,
  });
  onTestFinished(() => server.close());
  return server.url;
}

test('readiness requires every part to be ready, and names the one that is not', async () => {
  const parts: Record<string, string | null> = { database: null, worker: null };
  const checks = {
    database: () => Promise.resolve(parts['database'] ?? null),
    worker: () => Promise.resolve(parts['worker'] ?? null),
  };
  const url = await start({ checks });
  const ready = await fetch(`${url}/ready`);
  expect([ready.status, await ready.json()]).toEqual([
    200,
    { status: 'ready', parts: { database: 'ok', worker: 'ok' } },
  ]);
  parts['worker'] = 'stopping';
  const stopping = await fetch(`${url}/ready`);
  expect([stopping.status, await stopping.json()]).toEqual([
    503,
    { status: 'unavailable', parts: { database: 'ok', worker: 'stopping' } },
  ]);
});

test('a part that fails or hangs is reported as not ready after a second, without the reason', async () => {
  const failures: unknown[] = [];
  const checks = {
    database: () => Promise.reject(new Error('mongodb://user:hunter2@db')),
    queue: () => new Promise<null>(() => {}),
  };
  const url = await start({ checks, logger: { warn: (fields) => void failures.push(fields) } });
  const answer = await fetch(`${url}/ready`);
  expect(await answer.json()).toEqual({
    status: 'unavailable',
    parts: { database: 'does not answer', queue: 'does not answer' },
  });
  expect(failures).toHaveLength(2);
  expect((await fetch(`${url}/live`)).status).toBe(200);
});

test.each([
  ['/nowhere', {}, 404, 'NOT_FOUND'],
  ['/%ff', {}, 400, 'BAD_REQUEST'],
  ['/live', { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } }, 400, 'BAD_REQUEST'],
])('%s answers an error in the form of the API', async (path, init, status, code) => {
  const answer = await fetch((await start({})) + path, init);
  expect([answer.status, await answer.json()]).toEqual([status, { message: expect.any(String), code }]);
});

test('without a token the queue page is not served', async () => {
  const url = await start({});
  expect((await fetch(`${url}/queues`)).status).toBe(404);
});

test('a port in use is reported with the variable that sets it', async () => {
  const url = await start({});
  const port = Number(new URL(url).port);
  await expect(start({ port })).rejects.toMatchObject({ code: 'PORT_IN_USE', details: { variable: 'WORKER_PORT' } });
});

describe.each(queueServerKinds)('the queue page on $name', ({ start: startQueue }) => {
  let dataDir: string;
  let queueServer: QueueServer;
  let queue: ArenaQueue;
  let board: BoardQueue;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'coliseum-board-'));
    queueServer = await startQueue(dataDir);
    const connection = createQueueConnection(queueServer.url);
    queue = createArenaQueue(connection);
    await queue.upsertSchedule('run-day', '0 14 * * *');
    await queue.enqueue('settle-event', { version: 1, eventId: 'e'.repeat(24) }, { delayMs: 3_600_000 });
    board = openBoardQueue(connection, () => {});
  });
  afterAll(async () => {
    await board.close();
    await queue.close();
    await queueServer.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const startWithBoard = async (): Promise<string> => await start({ board: { queue: board, token: TOKEN } });

  test('the page shows the jobs to an operator with the token, and is read-only', async () => {
    const url = await startWithBoard();
    const page = await fetch(`${url}/queues`, { headers: buildBasicHeaders(TOKEN) });
    expect(await page.text()).toContain('Coliseum');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const script = /static\/js\/main[^"]+/.exec(
      await (await fetch(`${url}/queues`, { headers: buildBasicHeaders(TOKEN) })).text(),
    );
    expect((await fetch(`${url}/queues/${script?.[0]}`, { headers: buildBasicHeaders(TOKEN) })).status).toBe(200);

    const bearer = { headers: { authorization: `Bearer ${TOKEN}` } };
    const listed = await fetch(`${url}/queues/api/queues?activeQueue=arena&status=delayed&page=1`, bearer);
    expect(await listed.json()).toMatchObject({
      queues: [{ name: 'arena', readOnlyMode: true, counts: { delayed: 2 } }],
    });
    const jobId = `settle-event_${'e'.repeat(24)}`;
    const promoted = await fetch(`${url}/queues/api/queues/arena/${jobId}/promote`, { ...bearer, method: 'PUT' });
    expect(promoted.status).toBe(405);
  });

  test.each([
    {},
    buildBasicHeaders('not the token at all'),
    { authorization: 'Bearer ' },
    { authorization: 'Digest x' },
  ])('the page, its files and its data are refused to %j', async (headers) => {
    const url = await startWithBoard();
    const paths = ['/queues', '/queues/static/js/main.js', '/queues/api/queues'];
    const answers = await Promise.all(paths.map((path) => fetch(url + path, { headers })));
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
    expect(answers[0]?.headers.get('www-authenticate')).toContain('Basic');
  });

  test('after ten wrong tokens an address is refused, but not with the right one', async () => {
    const url = await startWithBoard();
    for (let guess = 0; guess < 10; guess += 1) {
      expect((await fetch(`${url}/queues`, { headers: buildBasicHeaders(`guess number ${guess}`) })).status).toBe(401);
    }
    expect((await fetch(`${url}/queues`, { headers: buildBasicHeaders('one more guess') })).status).toBe(429);
    expect((await fetch(`${url}/queues`, { headers: buildBasicHeaders(TOKEN) })).status).toBe(200);
    expect((await fetch(`${url}/ready`)).status).toBe(200);
  });
});
