import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../database.ts';
import { anyBet } from '../testing/arbitrary-players.ts';
import { getTestServerUrl } from '../testing/get-test-server-url.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { sampleModel } from '../testing/sample-model.ts';

let opened: TestDatabase;
let database: Database;
beforeAll(async () => {
  opened = await openTestDatabase(getTestServerUrl());
  ({ database } = opened);
});
afterAll(() => opened.close());

test('the extremes of an agent leave out one bet, open bets and those of other agents', async () => {
  const [agentId, otherId] = [database.newId(), database.newId()];
  const bets = [
    { agentId, pnlCents: 500 },
    { agentId, pnlCents: 900 },
    { agentId, pnlCents: -700 },
    { agentId, pnlCents: null, status: 'pending' as const },
    { agentId: otherId, pnlCents: -9_999 },
  ].map((fields, index) =>
    sampleModel(anyBet, { status: 'settled', ...fields, id: database.newId(), eventId: database.newId() }, index + 1),
  );
  await database.bets.insertMany(bets);
  const findExtremesWithout = async (index: number) =>
    await database.bets.findExtremes({ agentId, exceptBetId: bets[index]?.id ?? '' });
  expect(await findExtremesWithout(0)).toEqual({ largestWinCents: 900, largestLossCents: -700 });
  expect(await findExtremesWithout(1)).toEqual({ largestWinCents: 500, largestLossCents: -700 });
  expect(await findExtremesWithout(2)).toEqual({ largestWinCents: 900, largestLossCents: 0 });
});

test('an agent without another settled bet has no extremes', async () => {
  const query = { agentId: database.newId(), exceptBetId: database.newId() };
  expect(await database.bets.findExtremes(query)).toEqual({ largestWinCents: 0, largestLossCents: 0 });
});
