import { isAppError } from '@coliseum/domain/errors/app-error';
import type { Document } from 'mongodb';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { connectDatabase } from '../connect.ts';
import type { Database } from '../database.ts';
import { getTestServerUrl } from '../testing/get-test-server-url.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { startRefusingProxy } from '../testing/refusing-proxy.ts';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase(getTestServerUrl());
});
afterAll(() => opened.close());

/** An empty database on a server that can do less. */
async function openLesser(refuse: (command: Document) => Document | null): Promise<Database> {
  const proxy = await startRefusingProxy(opened.serverUrl, refuse);
  const databaseName = `lesser_${opened.database.newId()}`;
  const database = await connectDatabase({ url: proxy.url, databaseName });
  onTestFinished(async () => {
    await database.close();
    await proxy.stop();
  });
  return database;
}

const isProbe = (value: unknown): boolean => typeof value === 'string' && value.startsWith('probe_');
const refusal = (errmsg: string): Document => ({ ok: 0, code: 2, codeName: 'BadValue', errmsg });

/** Whether a schema, or one inside of it, names required fields: what DocumentDB 0.108 on PostgreSQL does not know. */
function namesRequired(schema: unknown): boolean {
  return (
    typeof schema === 'object' && schema !== null && ('required' in schema || Object.values(schema).some(namesRequired))
  );
}

test.each([
  [
    'has $jsonSchema without required fields',
    (command: Document) => (namesRequired(command['validator']) ? refusal('required is not supported') : null),
    /cannot hold the validator of \w+: it answers 2, required is not supported/,
  ],
  [
    'takes validators and does not hold to them',
    (command: Document) => (isProbe(command['insert']) ? { ok: 1, n: 1 } : null),
    /cannot hold the validator of \w+: it accepts a document without any field/,
  ],
  [
    'has no indexes of several fields',
    (command: Document) => (isProbe(command['createIndexes']) ? refusal('no compound indexes') : null),
    /cannot hold the indexes of \w+: it answers 2, no compound indexes/,
  ],
  [
    'has no update pipelines',
    (command: Document) => (isProbe(command['update']) ? refusal('no pipelines') : null),
    /cannot hold an update by the time of the server/,
  ],
  [
    'has no transactions',
    (command: Document) => (command['startTransaction'] === true ? refusal('no transactions') : null),
    /cannot hold a transaction that is rolled back/,
  ],
])('a server that %s is named with that part, and nothing is created on it', async (_, refuse, message) => {
  const database = await openLesser(refuse);
  const attempt = database.migrate();
  await expect(attempt).rejects.toSatisfy((error) => isAppError(error, 'DATABASE_UNSUITABLE'));
  await expect(attempt).rejects.toThrow(message);
  await expect(database.verify()).rejects.toThrow('collection agents is missing');
  await expect(database.verify()).rejects.toThrow('collection seasons is missing');
});

test('a probe leaves nothing behind', async () => {
  await opened.driver.command({ collMod: 'bets', validator: {} });
  await opened.database.migrate();
  const names = (await opened.driver.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);
  expect(names.filter(isProbe)).toEqual([]);
});
