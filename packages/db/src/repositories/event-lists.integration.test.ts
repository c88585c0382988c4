import type { ArenaEvent } from '@coliseum/domain/event';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anyEvent } from '../testing/arbitrary-days.ts';
import { getTestServerUrl } from '../testing/get-test-server-url.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { sampleModel } from '../testing/sample-model.ts';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase(getTestServerUrl());
  await opened.database.events.insertMany([
    createEvent('A', {
      matchDate: '2026-01-05',
      matchNumber: 1,
      category: 'sports',
      status: 'settled',
      settledAt: new Date(5_000),
    }),
    createEvent('B', {
      matchDate: '2026-01-05',
      matchNumber: 2,
      category: 'politics',
      status: 'delayed',
      settledAt: null,
      closeTime: new Date(2_000),
    }),
    createEvent('C', {
      matchDate: '2026-01-06',
      matchNumber: 1,
      category: 'sports',
      status: 'open',
      settledAt: null,
      closeTime: new Date(1_000),
    }),
  ]);
});
afterAll(() => opened.close());

const batchId = '0123456789abcdef01234567';

function createEvent(kalshiTicker: string, fields: Partial<ArenaEvent>): ArenaEvent {
  return sampleModel(anyEvent, { id: opened.database.newId(), batchId, kalshiTicker, ...fields });
}

const toTickers = (events: readonly ArenaEvent[]): string[] => events.map((item) => item.kalshiTicker);

test('events that wait for a result come in the order of their close', async () => {
  expect(toTickers(await opened.database.events.listUnsettled())).toEqual(['C', 'B']);
});

test('events settled since an instant are listed without earlier ones', async () => {
  const { events } = opened.database;
  expect(toTickers(await events.listSettledSince(new Date(5_000)))).toEqual(['A']);
  expect(toTickers(await events.listSettledSince(new Date(5_001)))).toEqual([]);
});

test('a batch lists its events in match order', async () => {
  expect(toTickers(await opened.database.events.listByBatch(batchId)).toSorted()).toEqual(['A', 'B', 'C']);
});

test('tickers used by any batch are found', async () => {
  expect(await opened.database.events.findUsedTickers(['A', 'C', 'X'])).toEqual(new Set(['A', 'C']));
});
