import { AGENT_HISTORY_LENGTH, type Agent } from '@coliseum/domain/agent';
import type { Bet } from '@coliseum/domain/bet';
import { isAppError } from '@coliseum/domain/errors/app-error';
import { sample } from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../database.ts';
import { anyEvent } from '../testing/arbitrary-days.ts';
import { anyAgent, anyBet } from '../testing/arbitrary-players.ts';
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

const at = new Date('2026-03-03T03:00:00Z');
const isNotFound = (error: unknown): boolean => isAppError(error, 'NOT_FOUND');

async function insertAgent(history: Agent['history']): Promise<Agent> {
  const agent = sampleModel(anyAgent, { id: database.newId(), modelSlug: database.newId(), history });
  await database.agents.insertMany([agent]);
  return agent;
}

async function insertBet(): Promise<Bet> {
  const bet = sampleModel(anyBet, { id: database.newId(), eventId: database.newId(), status: 'pending' });
  await database.bets.insertMany([bet]);
  return bet;
}

test('settling bets changes the fields of their settlement and nothing else', async () => {
  const bet = await insertBet();
  const end = { outcome: 'LOSS', pnlCents: -500, feeCents: 3, settledAt: at } as const;
  await database.bets.settleMany([{ id: bet.id, ...end }]);
  expect(await database.bets.listByEvent(bet.eventId)).toEqual([{ ...bet, ...end, status: 'settled' }]);
});

test('settling a missing bet or account is an error', async () => {
  const end = { outcome: 'VOID', pnlCents: 0, feeCents: 0, settledAt: at } as const;
  await expect(database.bets.settleMany([{ id: database.newId(), ...end }])).rejects.toSatisfy(isNotFound);
  const account = sampleModel(anyAgent, { id: database.newId() });
  await expect(database.agents.updateAccounts([{ account, newHistory: [] }])).rejects.toSatisfy(isNotFound);
});

test('the fields that a settlement reads of a bet equal the stored ones', async () => {
  const { id, batchId, agentId, eventId, decision, ...bet } = await insertBet();
  const { amountWageredCents, reservedCents, lockedPriceAtBet, feeRule, abstainReason, probability } = bet;
  const stake = { amountWageredCents, reservedCents, lockedPriceAtBet, feeRule, abstainReason, probability };
  expect(await database.bets.listPlacedByEvent(eventId)).toEqual([
    { id, batchId, agentId, eventId, decision, ...stake },
  ]);
});

test('updating an account leaves the name alone and keeps the newest 50 entries of the history', async () => {
  const entries = sample(anyAgent, { numRuns: 200, seed: 3 }).flatMap(({ history }) => history);
  const history = entries.slice(0, AGENT_HISTORY_LENGTH);
  const added = entries.slice(AGENT_HISTORY_LENGTH, AGENT_HISTORY_LENGTH + 2);
  const agent = await insertAgent(history);
  const money = { currentBankrollCents: 123, reservedCents: 4, totalPnlCents: -5, updatedAt: at };
  const account = { ...agent, ...money, stats: { ...agent.stats, wins: 6 }, name: 'Somebody else' };
  await database.agents.updateAccounts([{ account, newHistory: added }]);
  const expected = { ...account, name: agent.name, history: [...history.slice(2), ...added] };
  expect(await database.agents.findById(agent.id)).toEqual(expected);
  await database.agents.updateAccounts([{ account: { ...account, reservedCents: 0 }, newHistory: [] }]);
  expect(await database.agents.findById(agent.id)).toEqual({ ...expected, reservedCents: 0 });
});

test('accounts are the agents without their histories', async () => {
  const agents = await database.agents.list();
  expect(await database.agents.listAccounts()).toEqual(agents.map(({ history: _, ...account }) => account));
});

test('an event is settled once, however many try', async () => {
  const event = sampleModel(anyEvent, { id: database.newId(), status: 'delayed', outcome: null, settledAt: null });
  await database.events.insertMany([event]);
  const end = { outcome: 'YES', settlementValue: '1.00', settledAt: at, voidReason: null } as const;
  const other = await opened.connectAgain();
  const tries = await Promise.all(
    [database, other, database].map(async ({ events }) => await events.settle({ id: event.id, ...end })),
  );
  expect(tries.filter(Boolean)).toHaveLength(1);
  expect(await database.events.findById(event.id)).toEqual({ ...event, ...end, status: 'settled' });
  expect(await database.events.settle({ id: database.newId(), ...end })).toBe(false);
});
