import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkQueueServer } from './check-queue-server.ts';
import { createQueueConnection } from './connection.ts';
import { findFreePort, hasRedis, queueServerKinds, startRedis } from './testing/queue-servers.ts';

const NEEDS_REDIS = 'redis-server is not installed';

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'coliseum-queue-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function openRedis(...options: readonly string[]): Promise<string> {
  const server = await startRedis(await makeFolder(), options);
  onTestFinished(() => server.stop());
  return server.url;
}

const check = async (url: string): Promise<unknown> =>
  await checkQueueServer(url, createQueueConnection(url)).catch((error: unknown) => error);

test.each(queueServerKinds)('a fit server passes: $name', async ({ start }) => {
  const server = await start(await makeFolder());
  onTestFinished(() => server.stop());
  expect(await check(server.url)).toBeUndefined();
});

test.for([
  [['--maxmemory-policy', 'allkeys-lru'], 'maxmemory-policy is allkeys-lru'],
  [['--cluster-enabled', 'yes'], 'cluster mode'],
] as const)('a Redis with %j is unfit', async ([options, reason], { skip }) => {
  skip(!hasRedis, NEEDS_REDIS);
  const failure = await check(await openRedis(...options));
  expect(failure).toMatchObject({ code: 'QUEUE_UNSUITABLE', retryable: false });
  expect(String(failure)).toContain(reason);
});

test('a wrong password of Redis is told from a server that is down', async ({ skip }) => {
  skip(!hasRedis, NEEDS_REDIS);
  const url = await openRedis('--requirepass', 'right');
  expect(await check(url.replace('redis://', 'redis://:right@'))).toBeUndefined();
  for (const credentials of ['', ':wrong@', 'nobody:right@']) {
    const failure = await check(url.replace('redis://', `redis://${credentials}`));
    expect(failure).toMatchObject({ code: 'QUEUE_UNAUTHORIZED', retryable: false });
    expect(String(failure)).not.toContain('wrong');
  }
});

test('a wrong password of PostgreSQL is told from a server that is down', async () => {
  const [postgres] = queueServerKinds;
  const server = await postgres?.start(await makeFolder());
  onTestFinished(async () => server?.stop());
  const wrong = new URL(server?.url ?? '');
  wrong.password = 'wrong';
  expect(await check(wrong.href)).toMatchObject({ code: 'QUEUE_UNAUTHORIZED' });
});

test.each(['redis', 'postgres'])('a %s server that is down does not answer', async (protocol) => {
  const port = await findFreePort();
  const failure = await check(`${protocol}://user:hush@127.0.0.1:${port}/0`);
  expect(failure).toMatchObject({ code: 'QUEUE_UNAVAILABLE', retryable: true });
  expect(String(failure)).not.toContain('hush');
});
