import type { Bet } from '@coliseum/domain/bet';
import type { LedgerEntry } from '@coliseum/domain/ledger-entry';
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

test('the whole history of an agent is read page by page, bets of one moment included once', async () => {
  const { database } = opened;
  const settled = [1, 2, 2, 2, 3].map((day) =>
    createBet({ status: 'settled', settledAt: new Date(Date.UTC(2026, 0, day)) }),
  );
  const others = [
    createBet({ status: 'pending', settledAt: null }),
    createBet({ status: 'settled', decision: 'ABSTAIN', settledAt: new Date(Date.UTC(2026, 0, 2)) }),
    createBet({ status: 'settled', agentId: database.newId(), settledAt: new Date(Date.UTC(2026, 0, 2)) }),
  ];
  await database.bets.insertMany([...settled, ...others]);

  const read: Bet[] = [];
  for (let page = await database.bets.listSettledByAgent({ agentId, limit: 2 }); page.length > 0;) {
    read.push(...page);
    const { settledAt, id } = page.at(-1) ?? createBet({});
    page = await database.bets.listSettledByAgent({ agentId, limit: 2, before: { at: settledAt ?? new Date(0), id } });
  }
  expect(read).toEqual(settled.toReversed());
});

test('answers of an agent come newest first, abstentions too, from an offset', async () => {
  const { database } = opened;
  const owner = database.newId();
  const answers = [1, 2, 3].map((day) =>
    createBet({ agentId: owner, decision: 'ABSTAIN', createdAt: new Date(Date.UTC(2026, 0, day)) }),
  );
  await database.bets.insertMany(answers);
  expect(await database.bets.listByAgent({ agentId: owner, limit: 2, offset: 1 })).toEqual(
    answers.slice(0, 2).toReversed(),
  );
});

test('the bets of several batches come in the order they were written', async () => {
  const { database } = opened;
  const batchIds = [database.newId(), database.newId()];
  const bets = batchIds.flatMap((batchId) => [createBet({ batchId }), createBet({ batchId })]);
  await database.bets.insertMany([...bets, createBet({ batchId: database.newId() })]);
  expect(await database.bets.listByBatches(batchIds)).toEqual(bets);
});

test('a ledger is read page by page, and streamed whole in the order of the ids', async () => {
  const { database } = opened;
  const createEntry = (key: string): LedgerEntry =>
    sampleModel(anyLedgerEntry, { id: database.newId(), agentId, key, occurredAt: new Date(1_000) });
  const entries = ['a', 'b', 'c'].map(createEntry);
  await database.ledger.insertMany(entries);
  const firstPage = await database.ledger.listByAgent({ agentId, limit: 2 });
  expect(firstPage).toEqual(entries.slice(1).toReversed());
  const before = { at: new Date(1_000), id: firstPage.at(-1)?.id ?? '' };
  expect(await database.ledger.listByAgent({ agentId, limit: 2, before })).toEqual(entries.slice(0, 1));
  expect(await collect(database.ledger.stream())).toEqual(entries);
});

test('a stream goes on past one batch of the cursor', async () => {
  const { database } = opened;
  const eventId = database.newId();
  const bets = Array.from({ length: 250 }, () => createBet({ eventId, agentId: database.newId() }));
  await database.bets.insertMany(bets);
  const streamed = (await collect(database.bets.stream())).filter((item) => item.eventId === eventId);
  expect(streamed.map((item) => item.id)).toEqual(bets.map((item) => item.id));
});
