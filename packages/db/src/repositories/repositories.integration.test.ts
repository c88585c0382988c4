import { ensurePresent } from '@coliseum/domain/assert';
import { isAppError } from '@coliseum/domain/errors/app-error';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../database.ts';
import { anyBatch, anyEvent, anyRun } from '../testing/arbitrary-days.ts';
import { anyAgent, anyBet, anyLedgerEntry } from '../testing/arbitrary-players.ts';
import { getTestServerUrl } from '../testing/get-test-server-url.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { collect, sampleModel } from '../testing/sample-model.ts';

let opened: TestDatabase;
let database: Database;
beforeAll(async () => {
  opened = await openTestDatabase(getTestServerUrl());
  ({ database } = opened);
});
afterAll(() => opened.close());

const isConflictOn = (index: string) => (error: unknown) =>
  isAppError(error, 'DATABASE_CONFLICT') && error.details['index'] === index;

/** Enough runs to include nulls, empty lists and the largest integers. Every run is a round trip to the server. */
const RUNS = { numRuns: 15 };

const lease = { workerId: 'worker', now: new Date(0), leaseMs: 1 };

test('whatever the contract allows is stored and read back, by every collection', async () => {
  const models = fc.tuple(anyAgent, anyBatch, anyEvent, anyBet, anyRun, anyLedgerEntry);
  const readsBack = fc.asyncProperty(models, async ([agent, batch, event, bet, run, entry]) => {
    for (const name of ['agents', 'daily_batches', 'events', 'bets', 'pipeline_runs', 'ledger_entries']) {
      await opened.driver.collection(name).deleteMany({});
    }
    await database.agents.insertMany([agent]);
    await database.batches.insert(batch);
    await database.events.insertMany([event]);
    await database.bets.insertMany([bet]);
    const { id } = ensurePresent(await database.runs.acquireLease({ date: run.date, ...lease }), 'the run');
    await database.runs.updateHeld({ ...run, id }, lease.workerId);
    await database.ledger.insertMany([entry]);
    expect(await database.agents.findById(agent.id)).toEqual(agent);
    expect(await database.batches.findByDate(batch.date)).toEqual(batch);
    expect(await database.events.findById(event.id)).toEqual(event);
    expect(await database.bets.listByEvent(bet.eventId)).toEqual([bet]);
    expect(await database.runs.findByDate(run.date)).toEqual({ ...run, id });
    expect(await collect(database.ledger.stream())).toEqual([entry]);
  });
  await fc.assert(readsBack, RUNS);
});

test('an update replaces every field, and updating a missing document is an error', async () => {
  const before = sampleModel(anyBet, { id: database.newId(), settledAt: null, usage: null });
  await database.bets.insertMany([before]);
  const after = sampleModel(anyBet, { id: before.id }, 7);
  await database.bets.updateMany([after]);
  expect(await database.bets.listByEvent(after.eventId)).toEqual([after]);
  const missing = sampleModel(anyBet, { id: database.newId() });
  await expect(database.bets.updateMany([after, missing])).rejects.toSatisfy((error) => isAppError(error, 'NOT_FOUND'));
});

test('an empty list of writes sends no command', async () => {
  await database.bets.insertMany([]);
  await database.agents.updateMany([]);
  expect(await database.events.findManyByIds([])).toEqual([]);
});

test('a duplicate is refused with the name of its unique index', async () => {
  const bet = sampleModel(anyBet, { id: database.newId() }, 11);
  await database.bets.insertMany([bet]);
  const again = database.bets.insertMany([{ ...bet, id: database.newId() }]);
  await expect(again).rejects.toSatisfy(isConflictOn('batch_id, agent_id, event_id'));

  const event = sampleModel(anyEvent, { id: database.newId() }, 11);
  await database.events.insertMany([event]);
  const sameTicker = { ...event, id: database.newId(), matchDate: '2030-06-01' };
  await expect(database.events.insertMany([sameTicker])).rejects.toSatisfy(isConflictOn('kalshi_ticker'));

  const batch = sampleModel(anyBatch, { id: database.newId() }, 11);
  await database.batches.insert(batch);
  await expect(database.batches.insert({ ...batch, id: database.newId() })).rejects.toSatisfy(isConflictOn('date'));
});

test('batches come newest first, page by page', async () => {
  const dates = ['9000-01-01', '9000-01-02', '9000-01-03'];
  for (const date of dates) await database.batches.insert(sampleModel(anyBatch, { id: database.newId(), date }));
  expect((await database.batches.list({ limit: 2, offset: 0 })).map((batch) => batch.date)).toEqual([
    '9000-01-03',
    '9000-01-02',
  ]);
  expect((await database.batches.list({ limit: 1, offset: 2 })).map((batch) => batch.date)).toEqual(['9000-01-01']);
  expect((await database.batches.findLatest())?.date).toBe('9000-01-03');
  const named = await database.batches.listByDates(['9000-01-03', '9000-01-01', '9000-01-09']);
  expect(named.map((batch) => batch.date)).toEqual(['9000-01-01', '9000-01-03']);
  expect(await database.batches.count()).toBe(await opened.driver.collection('daily_batches').countDocuments({}));
});
