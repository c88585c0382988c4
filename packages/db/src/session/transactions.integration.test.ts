import { AsyncResource } from 'node:async_hooks';
import { ensurePresent } from '@coliseum/domain/assert';
import { isAppError } from '@coliseum/domain/errors/app-error';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../database.ts';
import { anyBatch } from '../testing/arbitrary-days.ts';
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

async function insertAgent(modelSlug: string): Promise<string> {
  const agent = sampleModel(anyAgent, { id: database.newId(), modelSlug, currentBankrollCents: 0 });
  await database.agents.insertMany([agent]);
  return agent.id;
}

/** Adds to a bankroll as settlement does: reads, computes and writes in one transaction. */
async function addCents(on: Database, agentId: string, cents: number): Promise<void> {
  await on.withTransaction(async ({ agents }) => {
    const agent = ensurePresent(await agents.findById(agentId), 'agent');
    await agents.updateMany([{ ...agent, currentBankrollCents: agent.currentBankrollCents + cents }]);
  });
}

test('a failed transaction leaves none of its writes', async () => {
  const batch = sampleModel(anyBatch, { id: database.newId() });
  const bet = sampleModel(anyBet, { id: database.newId(), batchId: batch.id });
  const attempt = database.withTransaction(async (repositories) => {
    await repositories.batches.insert(batch);
    await repositories.bets.insertMany([bet]);
    throw new Error('after the writes');
  });
  await expect(attempt).rejects.toThrow('after the writes');
  expect(await database.batches.findById(batch.id)).toBeNull();
  expect(await database.bets.listByBatch(batch.id)).toEqual([]);
});

test('a transaction sees its own writes, and others see them once it has committed', async () => {
  const batch = sampleModel(anyBatch, { id: database.newId(), date: '2031-01-01' });
  await database.withTransaction(async (repositories) => {
    await repositories.batches.insert(batch);
    expect(await repositories.batches.findByDate(batch.date)).toEqual(batch);
    expect(await opened.database.batches.findByDate(batch.date)).toBeNull();
  });
  expect(await database.batches.findByDate(batch.date)).toEqual(batch);
});

test('a duplicate key inside a transaction rolls all of it back', async () => {
  const kept = sampleModel(anyBet, { id: database.newId() }, 2);
  await database.bets.insertMany([kept]);
  const fresh = sampleModel(anyBet, { id: database.newId(), batchId: database.newId() }, 2);
  const attempt = database.withTransaction(({ bets }) => bets.insertMany([fresh, { ...kept, id: database.newId() }]));
  await expect(attempt).rejects.toSatisfy((error) => isAppError(error, 'DATABASE_CONFLICT') && !error.retryable);
  expect(await database.bets.listByBatch(fresh.batchId)).toEqual([]);
});

test('a transaction inside another joins it, and is rolled back with it', async () => {
  const agentId = await insertAgent('test/nested');
  const attempt = database.withTransaction(async ({ agents }) => {
    await addCents(database, agentId, 50);
    expect(ensurePresent(await agents.findById(agentId), 'agent').currentBankrollCents).toBe(50);
    throw new Error('outer');
  });
  await expect(attempt).rejects.toThrow('outer');
  expect(ensurePresent(await database.agents.findById(agentId), 'agent').currentBankrollCents).toBe(0);
});

test('work that outlives its transaction starts a new one', async () => {
  const agentId = await insertAgent('test/left-behind');
  let laterWork: (() => Promise<void>) | undefined;
  await database.withTransaction(async ({ agents }) => {
    await agents.findById(agentId);
    laterWork = AsyncResource.bind(() => addCents(database, agentId, 7));
  });
  await laterWork?.();
  expect(ensurePresent(await database.agents.findById(agentId), 'agent').currentBankrollCents).toBe(7);
});

test('transactions on one agent at the same time lose no update, whatever their number and amounts', async () => {
  const other = await opened.connectAgain();
  const amounts = fc.array(fc.integer({ min: -100_000, max: 100_000 }), { minLength: 2, maxLength: 8 });
  let runs = 0;
  const keepsTheSum = fc.asyncProperty(amounts, async (cents) => {
    const agentId = await insertAgent(`test/concurrent-${(runs += 1)}`);
    await Promise.all(cents.map((amount, index) => addCents(index % 2 === 0 ? database : other, agentId, amount)));
    const agent = ensurePresent(await database.agents.findById(agentId), 'agent');
    expect(agent.currentBankrollCents).toBe(cents.reduce((sum, amount) => sum + amount, 0));
  });
  await fc.assert(keepsTheSum, { numRuns: 8 });
});
