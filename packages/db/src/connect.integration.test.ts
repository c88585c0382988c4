import { isAppError } from '@coliseum/domain/errors/app-error';
import { startWireServer } from '@coliseum/local-stack/wire/wire-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectDatabase } from './connect.ts';
import { getTestServerUrl } from './testing/get-test-server-url.ts';
import { openTestDatabase, startTestServer, type TestDatabase } from './testing/open-test-database.ts';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase(getTestServerUrl());
});
afterAll(() => opened.close());

/** A server that accepts connections and answers them with `hello`, or never. */
async function startStandIn(hello?: Record<string, unknown>): Promise<{ url: string; stop: () => Promise<void> }> {
  const handle = (): Promise<Record<string, unknown>> =>
    hello === undefined ? new Promise(() => undefined) : Promise.resolve(hello);
  const server = await startWireServer({ host: '127.0.0.1', port: 0, handle });
  return { url: `mongodb://me:secret@127.0.0.1:${server.port}/arena`, stop: () => server.stop() };
}

const standalone = { ok: 1, helloOk: true, isWritablePrimary: true, minWireVersion: 0, maxWireVersion: 25 };

test('a server that is down or silent gives an error within a bounded time, without the password', async () => {
  const silent = await startStandIn();
  const down = await startStandIn();
  await down.stop();
  const startedAt = performance.now();
  const attempts = [silent, down].map(({ url }) => connectDatabase({ url }).catch((reason: unknown) => reason));
  for (const error of await Promise.all(attempts)) {
    expect(isAppError(error, 'DATABASE_UNAVAILABLE') && error.retryable).toBe(true);
    expect(String(error)).toContain('mongodb://127.0.0.1:');
    expect(String(error)).not.toContain('secret');
  }
  // The driver waits four seconds; the rest allows for a busy machine.
  expect(performance.now() - startedAt).toBeLessThan(60_000);
  await silent.stop();
});

test('a server that is no replica set is refused, and the error says what to do', async () => {
  const server = await startStandIn(standalone);
  const attempt = connectDatabase({ url: server.url.replace('me:secret@', '') });
  await expect(attempt).rejects.toSatisfy((error) => isAppError(error, 'DATABASE_NOT_REPLICA_SET'));
  await expect(attempt).rejects.toThrow('--replSet');
  await server.stop();
});

test('a wrong password is told at once, and not repeated', async () => {
  const url = new URL(opened.serverUrl);
  url.username = 'nobody';
  url.password = 'not-this-one';
  const attempt = connectDatabase({ url: url.href });
  await expect(attempt).rejects.toSatisfy((error) => isAppError(error, 'DATABASE_UNAUTHORIZED') && !error.retryable);
  await expect(attempt).rejects.toThrow(/^MongoDB rejected the user or the password in MONGODB_URL/);
  await expect(attempt).rejects.not.toThrow('not-this-one');
});

test('the members of a replica set that cannot be resolved are named', async () => {
  const members = { setName: 'rs0', setVersion: 1, me: 'mongo.invalid:27017', hosts: ['mongo.invalid:27017'] };
  const server = await startStandIn({ ...standalone, ...members });
  const attempt = connectDatabase({ url: server.url.replace('me:secret@', '') });
  await expect(attempt).rejects.toSatisfy((error) => isAppError(error, 'DATABASE_UNAVAILABLE'));
  await expect(attempt).rejects.toThrow('names its members mongo.invalid:27017, which cannot be resolved here');
  await server.stop();
});

test('a server whose own name cannot be resolved is told from one that does not answer', async () => {
  const attempt = connectDatabase({ url: 'mongodb://me:secret@mongo.invalid/arena' });
  await expect(attempt).rejects.toThrow(
    'The name of the server in MONGODB_URL (mongo.invalid:27017) cannot be resolved',
  );
});

test('transactions hold with any read preference in the URL', async () => {
  const url = new URL(opened.serverUrl);
  url.searchParams.set('readPreference', 'secondaryPreferred');
  const database = await connectDatabase({ url: url.href, databaseName: opened.driver.databaseName });
  await database.withTransaction(async ({ agents }) => {
    expect(await agents.list()).toEqual([]);
  });
  await database.close();
});

test('an unknown option in the URL is refused without repeating the password', async () => {
  const attempt = connectDatabase({ url: 'mongodb://me:secret@127.0.0.1/arena?colour=red' });
  await expect(attempt).rejects.toSatisfy(
    (error) => isAppError(error, 'ARGUMENT_INVALID') && !String(error).includes('secret'),
  );
});

test('a database that was never migrated is reported as such, and answers a ping', async () => {
  const server = await startTestServer(getTestServerUrl());
  const empty = await connectDatabase({ url: server.url, databaseName: `test_${opened.database.newId()}` });
  await empty.ping();
  await expect(empty.verify()).rejects.toThrow('collection agents is missing');
  await empty.close();
  await server.stop();
});

test('ids come from the injected factory', async () => {
  const server = await startTestServer(getTestServerUrl());
  const database = await connectDatabase({ url: server.url, ids: () => '00000000000000000000000a' });
  expect(database.newId()).toBe('00000000000000000000000a');
  await database.close();
  await server.stop();
});
