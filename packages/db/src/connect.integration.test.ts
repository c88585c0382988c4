import { createServer } from 'node:net';
import { isAppError } from '@coliseum/domain/errors/app-error';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectDatabase } from './connect.ts';
import { openTestDatabase, startTestServer, type TestDatabase } from './testing/open-test-database.ts';
import { testServerUrl } from './testing/test-server-url.ts';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase(testServerUrl());
});
afterAll(() => opened.close());

/** A port that nothing listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

test('a server that does not answer is an error within five seconds, without the password', async () => {
  const startedAt = performance.now();
  const attempt = connectDatabase({ url: `mongodb://me:secret@127.0.0.1:${await freePort()}/arena` });
  const error: unknown = await attempt.catch((reason: unknown) => reason);
  expect(isAppError(error, 'DATABASE_UNAVAILABLE') && error.retryable).toBe(true);
  expect(String(error)).toContain('127.0.0.1');
  expect(String(error)).not.toContain('secret');
  expect(performance.now() - startedAt).toBeLessThan(5_500);
});

test('an option that the driver does not know is refused without the password', async () => {
  const attempt = connectDatabase({ url: 'mongodb://me:secret@127.0.0.1/arena?colour=red' });
  await expect(attempt).rejects.toSatisfy(
    (error) => isAppError(error, 'ARGUMENT_INVALID') && !String(error).includes('secret'),
  );
});

test('a database that was never migrated is named as such, and answers a ping', async () => {
  const server = await startTestServer(testServerUrl());
  const empty = await connectDatabase({ url: server.url, databaseName: `test_${opened.database.newId()}` });
  await empty.ping();
  await expect(empty.verify()).rejects.toThrow('collection agents is missing');
  await empty.close();
  await server.stop();
});

test('ids come from the factory that was given', async () => {
  const server = await startTestServer(testServerUrl());
  const database = await connectDatabase({ url: server.url, ids: () => '00000000000000000000000a' });
  expect(database.newId()).toBe('00000000000000000000000a');
  await database.close();
  await server.stop();
});
