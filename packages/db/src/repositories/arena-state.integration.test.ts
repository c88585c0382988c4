import type { ArenaState } from '@coliseum/domain/arena-state';
import { isAppError } from '@coliseum/domain/errors/app-error';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDefaultAgents } from '../seed/default-agents.ts';
import { getTestServerUrl } from '../testing/get-test-server-url.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase(getTestServerUrl());
});
afterAll(() => opened.close());

const at = new Date('2026-03-02T16:00:00.000Z');
const settled = { reason: 'event_settled', at } as const;

async function raiseTogether(times: number): Promise<ArenaState> {
  const { database } = opened;
  const raise = () => database.withTransaction(({ arenaState }) => arenaState.raiseRevision(settled));
  await Promise.all(Array.from({ length: times }, raise));
  return await database.arenaState.get();
}

test('a migrated database has a revision, and migrating again leaves it alone', async () => {
  const { arenaState } = opened.database;
  const created = await arenaState.get();
  expect(created).toMatchObject({ revision: 1, reason: 'created', progressRevision: 0 });
  await opened.database.migrate();
  expect(await arenaState.get()).toEqual(created);
});

test('a change raises the revision by one and says why and when', async () => {
  const { arenaState } = opened.database;
  const before = await arenaState.get();
  await arenaState.raiseRevision(settled);
  expect(await arenaState.get()).toEqual({
    revision: before.revision + 1,
    changedAt: at,
    reason: 'event_settled',
    progressRevision: before.progressRevision,
  });
});

test('transactions that raise the revision at once all count', async () => {
  const { revision } = await opened.database.arenaState.get();
  expect((await raiseTogether(8)).revision).toBe(revision + 8);
});

test('a transaction that is rolled back raises nothing', async () => {
  const { database } = opened;
  const before = await database.arenaState.get();
  const work = database.withTransaction(async ({ arenaState }) => {
    await arenaState.raiseRevision(settled);
    throw new Error('rolled back');
  });
  await expect(work).rejects.toThrow('rolled back');
  expect(await database.arenaState.get()).toEqual(before);
});

test('progress raises the progress revision alone', async () => {
  const { arenaState } = opened.database;
  const before = await arenaState.get();
  await arenaState.raiseProgress();
  expect(await arenaState.get()).toEqual({ ...before, progressRevision: before.progressRevision + 1 });
});

test('new agents are a change, and agents that are there already are none', async () => {
  const { database } = opened;
  const agents = createDefaultAgents({ newId: database.newId, now: at });
  const { revision } = await database.arenaState.get();
  await database.seedAgents(agents);
  expect(await database.arenaState.get()).toMatchObject({ revision: revision + 1, reason: 'roster_changed' });
  await database.seedAgents(agents);
  expect((await database.arenaState.get()).revision).toBe(revision + 1);
});

test('without its document the revision can neither be read nor raised, until a migration creates it', async () => {
  const { database, driver } = opened;
  await driver.collection('arena_state').deleteMany({});
  const isNotMigrated = (error: unknown) => isAppError(error, 'DATABASE_NOT_MIGRATED');
  await expect(database.arenaState.get()).rejects.toSatisfy(isNotMigrated);
  await expect(database.arenaState.raiseRevision(settled)).rejects.toSatisfy(isNotMigrated);
  expect(await database.migrate()).toEqual({ applied: ['create the revision of the data'] });
  expect((await database.arenaState.get()).revision).toBe(1);
});
