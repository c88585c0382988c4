import type { DailyBatch } from '@coliseum/domain/daily-batch';
import { isAppError } from '@coliseum/domain/errors/app-error';
import type { ArenaEvent } from '@coliseum/domain/event';
import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { anyBatch, anyEvent } from '../testing/arbitrary-days.ts';
import { anyCandidateList, anyDayRecord } from '../testing/arbitrary-operations.ts';
import { anyBet } from '../testing/arbitrary-players.ts';
import { getTestServerUrl } from '../testing/get-test-server-url.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { collect, sampleModel } from '../testing/sample-model.ts';
import { rebuildDayRecords } from './rebuild-day-records.ts';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase(getTestServerUrl());
});
afterAll(() => opened.close());
beforeEach(async () => {
  for (const name of ['day_records', 'daily_batches', 'events', 'bets', 'candidate_lists']) {
    await opened.driver.collection(name).deleteMany({});
  }
});

const at = new Date('2026-03-09T12:00:00.000Z');
const isNotFound = (error: unknown) => isAppError(error, 'NOT_FOUND');

test('whatever the contract allows is stored and read back, in the order of dates', async () => {
  const { dayRecords } = opened.database;
  await fc.assert(
    fc.asyncProperty(anyDayRecord, async (record) => {
      await opened.driver.collection('day_records').deleteMany({});
      await dayRecords.insert(record);
      expect(await dayRecords.findByDate(record.date)).toEqual(record);
    }),
    { numRuns: 15 },
  );
  await opened.driver.collection('day_records').deleteMany({});
  const [late, early] = ['2026-03-03', '2026-03-02'].map((date, index) => {
    return sampleModel(anyDayRecord, { date, batchId: opened.database.newId() }, index);
  });
  if (late === undefined || early === undefined) throw new Error('no record');
  for (const record of [late, early]) await dayRecords.insert(record);
  expect(await dayRecords.list()).toEqual([early, late]);
  expect(await collect(dayRecords.stream())).toEqual([early, late]);
});

test('one event of a day is replaced in its place, and only there', async () => {
  const { dayRecords } = opened.database;
  const [first, second] = [opened.database.newId(), opened.database.newId()];
  const record = sampleModel(anyDayRecord, { date: '2026-03-02', events: [] });
  const toEvent = (eventId: string, price: string) => ({
    eventId,
    ticker: 'KXTEST',
    category: 'world',
    price,
    closeTime: at,
    settlement: null,
    amendments: [],
    answers: [],
  });
  await dayRecords.insert({ ...record, events: [toEvent(first, '0.1'), toEvent(second, '0.2')] });
  await dayRecords.updateEvent({ matchDate: record.date, matchNumber: 2 }, toEvent(second, '0.3'));
  expect((await dayRecords.findByDate(record.date))?.events.map(({ price }) => price)).toEqual(['0.1', '0.3']);
  const elsewhere = dayRecords.updateEvent({ matchDate: record.date, matchNumber: 1 }, toEvent(second, '0.3'));
  await expect(elsewhere).rejects.toSatisfy(isNotFound);
  const otherDay = dayRecords.updateEvent({ matchDate: '2026-03-05', matchNumber: 2 }, toEvent(second, '0.3'));
  await expect(otherDay).rejects.toThrow('rebuild-records');
});

/** A batch with two events, each with a bet, and its candidates; stored without a record. */
async function storeDay(date: string): Promise<{ readonly batch: DailyBatch; readonly events: readonly ArenaEvent[] }> {
  const { database } = opened;
  const batch = sampleModel(anyBatch, { id: database.newId(), date });
  const events = [1, 2].map((matchNumber) =>
    sampleModel(anyEvent, {
      id: database.newId(),
      batchId: batch.id,
      kalshiTicker: `KX-${date}-${matchNumber}`,
      matchDate: date,
      matchNumber,
    }),
  );
  await database.batches.insert(batch);
  await database.events.insertMany(events.toReversed());
  await database.bets.insertMany(
    events.map(({ id: eventId }) => sampleModel(anyBet, { id: database.newId(), batchId: batch.id, eventId })),
  );
  await database.candidateLists.save(sampleModel(anyCandidateList, { id: database.newId(), date }));
  return { batch, events };
}

test('a rebuild writes what is missing or differs, raises the revision for it, and leaves the rest alone', async () => {
  const { database } = opened;
  const { batch, events } = await storeDay('2026-03-02');
  await storeDay('2026-03-03');
  const before = await database.arenaState.get();
  const progress: string[] = [];
  const report = await rebuildDayRecords(database, at, (done, total) => progress.push(`${done}/${total}`));
  expect(report).toEqual({ days: 2, changed: ['2026-03-02', '2026-03-03'] });
  expect(progress).toEqual(['1/2', '2/2']);
  const record = await database.dayRecords.findByDate('2026-03-02');
  expect(record?.batchId).toBe(batch.id);
  expect(record?.events.map(({ ticker }) => ticker)).toEqual(events.map(({ kalshiTicker }) => kalshiTicker));
  expect(record?.events.every(({ answers }) => answers.length === 1)).toBe(true);
  expect(await database.arenaState.get()).toMatchObject({
    revision: before.revision + 2,
    reason: 'records_rebuilt',
    changedAt: at,
  });

  if (record === null) throw new Error('no record');
  await database.dayRecords.save({ ...record, personaName: 'Somebody else' });
  expect(await rebuildDayRecords(database, at, () => {})).toEqual({ days: 2, changed: ['2026-03-02'] });
  expect(await database.dayRecords.findByDate('2026-03-02')).toEqual(record);
  const after = await database.arenaState.get();
  expect(await rebuildDayRecords(database, at, () => {})).toEqual({ days: 2, changed: [] });
  expect(await database.arenaState.get()).toEqual(after);
});

test('a migration builds the records of a version without them, once', async () => {
  const { database, driver } = opened;
  await storeDay('2026-03-02');
  await driver.collection('day_records').drop();
  expect((await database.migrate()).applied).toContain('build the records of 1 match days');
  expect(await database.dayRecords.findByDate('2026-03-02')).not.toBeNull();
  expect(await database.migrate()).toEqual({ applied: [] });
});
