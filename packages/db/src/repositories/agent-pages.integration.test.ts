import type { Bet } from '@coliseum/domain/bet';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anyBet, anyLedgerEntry } from '../testing/arbitrary-players.ts';
import { getTestServerUrl } from '../testing/get-test-server-url.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { collect, sampleModel } from '../testing/sample-model.ts';

const agentId = '0123456789abcdef01234567';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase(getTestServerUrl());
});
afterAll(() => opened.close());

function createBet(fields: Partial<Bet>): Bet {
  const { database } = opened;
  return sampleModel(anyBet, { id: database.newId(), eventId: database.newId(), agentId, decision: 'YES', ...fields });
}

test('the bets of several batches are listed in the order they were written, without their texts', async () => {
  const { database } = opened;
  const batchIds = [database.newId(), database.newId()];
  const bets = batchIds.flatMap((batchId) => [createBet({ batchId }), createBet({ batchId })]);
  await database.bets.insertMany([...bets, createBet({ batchId: database.newId() })]);
  const listed = await database.bets.listSummariesByBatches(batchIds);
  expect(listed.map(({ id }) => id)).toEqual(bets.map(({ id }) => id));
  for (const [index, bet] of listed.entries()) expect(bets[index]).toMatchObject(bet);
  expect(listed[0]).not.toHaveProperty('promptUser');
});

test('a ledger is streamed completely, in the order of its ids', async () => {
  const { database } = opened;
  const entries = ['a', 'b', 'c'].map((key) => sampleModel(anyLedgerEntry, { id: database.newId(), key }));
  await database.ledger.insertMany(entries);
  expect(await collect(database.ledger.stream())).toEqual(entries);
});

test('a stream continues past the first batch of its cursor', async () => {
  const { database } = opened;
  const eventId = database.newId();
  const bets = Array.from({ length: 250 }, () => createBet({ eventId, agentId: database.newId() }));
  await database.bets.insertMany(bets);
  const streamed = (await collect(database.bets.stream())).filter((item) => item.eventId === eventId);
  expect(streamed.map((item) => item.id)).toEqual(bets.map((item) => item.id));
});
