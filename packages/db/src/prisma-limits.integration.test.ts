import { createMongoControlClient } from '@prisma/orm-mongo/control';
import { afterAll, beforeAll, expect, test } from 'vitest';
import contractJson from './contract/generated/contract.json' with { type: 'json' };
import { getTestServerUrl } from './testing/get-test-server-url.ts';
import { openTestDatabase, type TestDatabase } from './testing/open-test-database.ts';

// The limits of Prisma's own migration that docs/decisions/0001-prisma-8-for-mongodb.md names.
let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase(getTestServerUrl());
});
afterAll(() => opened.close());

const MIGRATION =
  'Prisma plans this without a loss now. When no test of this kind is left, migrate with `dbUpdate` in place of `migrate-database.ts`.';

/** What Prisma would do to the database, without doing it. */
async function planUpdate() {
  const url = new URL(opened.serverUrl);
  url.pathname = opened.driver.databaseName;
  const control = createMongoControlClient({ connection: url.href });
  const planned = await control.dbUpdate({ contract: contractJson, mode: 'plan', migrationsDir: 'no-migrations' });
  await control.close();
  if (!planned.ok) throw new Error(JSON.stringify(planned.failure));
  return planned.value.plan.operations;
}

test('Prisma would drop a collection that it does not know', async () => {
  await opened.driver.collection('notes').insertOne({ text: 'of another library' });
  expect(await planUpdate(), MIGRATION).toContainEqual(
    expect.objectContaining({ id: 'collection.notes.drop', operationClass: 'destructive' }),
  );
});

test('Prisma takes a tighter validator for a loss of data', async () => {
  await opened.driver.command({ collMod: 'seasons', validator: { $jsonSchema: { bsonType: 'object' } } });
  expect(await planUpdate(), MIGRATION).toContainEqual(
    expect.objectContaining({ id: expect.stringMatching(/^validator\.seasons\./), operationClass: 'destructive' }),
  );
});
