import { afterAll, beforeAll, expect, test } from 'vitest';
import { anyPersonaWeek, anySeason } from '../testing/arbitrary-days.ts';
import { getTestServerUrl } from '../testing/get-test-server-url.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { sampleModel } from '../testing/sample-model.ts';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase(getTestServerUrl());
});
afterAll(() => opened.close());

test('activating a week makes it the only active one', async () => {
  const { personas, newId } = opened.database;
  expect(await personas.findActive()).toBeNull();
  const weeks = [105, 106, 107].map((weekNumber) =>
    sampleModel(anyPersonaWeek, { id: newId(), weekNumber, active: false }),
  );
  for (const week of weeks) {
    expect(await personas.activate(week)).toEqual({ ...week, active: true });
    expect(await personas.findActive()).toEqual({ ...week, active: true });
  }
  expect((await personas.list()).map((week) => [week.weekNumber, week.active])).toEqual([
    [105, false],
    [106, false],
    [107, true],
  ]);
});

test('a week that is activated again keeps its first content', async () => {
  const { personas, newId } = opened.database;
  const first = await personas.activate(sampleModel(anyPersonaWeek, { id: newId(), weekNumber: 200 }));
  const again = await personas.activate({ ...first, id: newId(), description: 'edited later' });
  expect(again).toEqual(first);
  expect(await personas.findByWeek(200)).toEqual(first);
});

test('an activation inside a transaction is rolled back with it', async () => {
  const { database } = opened;
  const before = await database.personas.findActive();
  const attempt = database.withTransaction(async ({ personas }) => {
    await personas.activate(sampleModel(anyPersonaWeek, { id: database.newId(), weekNumber: 300 }));
    throw new Error('no');
  });
  await expect(attempt).rejects.toThrow('no');
  expect(await database.personas.findActive()).toEqual(before);
  expect(await database.personas.findByWeek(300)).toBeNull();
});

test('weeks come latest first, or those before a week', async () => {
  const { personas } = opened.database;
  const numbers = async (query: Parameters<typeof personas.listLatest>[0]) =>
    (await personas.listLatest(query)).map(({ weekNumber }) => weekNumber);
  expect(await numbers({ limit: 2, offset: 1 })).toEqual([107, 106]);
  expect(await numbers({ limit: 2, offset: 0, before: 107 })).toEqual([106, 105]);
  expect([await personas.count(), await personas.count({ notBefore: 107 })]).toEqual([4, 2]);
});

test('saving a season replaces the one with its key', async () => {
  const { seasons } = opened.database;
  const other = sampleModel(anySeason, { key: 'other', status: 'running' });
  const season = sampleModel(anySeason, { key: 'season', status: 'running' }, 2);
  await seasons.upsert(other);
  await seasons.upsert(season);
  await seasons.upsert({ ...season, status: 'finished' });
  expect(await seasons.find('season')).toEqual({ ...season, status: 'finished' });
  expect(await seasons.find('other')).toEqual(other);
  expect(await opened.driver.collection('seasons').countDocuments({})).toBe(2);
});
