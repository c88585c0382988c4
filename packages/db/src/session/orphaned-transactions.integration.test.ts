import { ensurePresent } from '@coliseum/domain/assert';
import { toMatchDate } from '@coliseum/domain/match-date';
import { MongoClient, ObjectId } from 'mongodb';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { connectDatabase } from '../connect.ts';
import { anyAgent } from '../testing/arbitrary-players.ts';
import { getTestServerUrl } from '../testing/get-test-server-url.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { sampleModel } from '../testing/sample-model.ts';

const TIMEOUT_MS = 180_000;

let opened: TestDatabase;
beforeAll(async () => {
  // Longer than a writer is expected to compete with living ones.
  opened = await openTestDatabase(getTestServerUrl(), { transactionLifetimeMs: 8_000 });
});
afterAll(() => opened.close());

async function insertAgent(modelSlug: string) {
  const agent = sampleModel(anyAgent, { id: opened.database.newId(), modelSlug, currentBankrollCents: 0 });
  await opened.database.agents.insertMany([agent]);
  return agent;
}

/** Writes to a document in a transaction that is neither committed nor aborted, as a killed process does. */
async function leaveTransactionOpen(collection: string, id: string): Promise<void> {
  const client = await MongoClient.connect(opened.serverUrl);
  const session = client.startSession();
  session.startTransaction();
  const documents = client.db(opened.driver.databaseName).collection(collection);
  await documents.updateOne({ _id: new ObjectId(id) }, { $set: { updated_at: new Date() } }, { session });
  onTestFinished(async () => {
    await session.endSession();
    await client.close();
  });
}

test(
  'a transaction outwaits one that a killed process has left, says so, and others go on meanwhile',
  { timeout: TIMEOUT_MS },
  async () => {
    const [held, free] = [await insertAgent('test/held'), await insertAgent('test/free')];
    await leaveTransactionOpen('agents', held.id);
    const waits: number[] = [];
    const database = await connectDatabase({
      url: opened.serverUrl,
      databaseName: opened.driver.databaseName,
      onConflictWait: ({ waitedMs }) => void waits.push(waitedMs),
    });
    onTestFinished(() => database.close());
    const order: string[] = [];
    const write = async (agent: typeof held): Promise<void> => {
      await database.withTransaction(({ agents }) => agents.updateMany([{ ...agent, currentBankrollCents: 7 }]));
      order.push(agent.modelSlug);
    };
    await Promise.all([write(held), write(free)]);
    expect(order).toEqual(['test/free', 'test/held']);
    expect(waits.length).toBeGreaterThan(0);
    const stored = ensurePresent(await database.agents.findById(held.id), 'the agent');
    expect(stored.currentBankrollCents).toBe(7);
  },
);

test(
  'a lease that had to wait for the transaction of a dead worker lasts as long as any other',
  { timeout: TIMEOUT_MS },
  async () => {
    const { runs } = opened.database;
    const now = new Date('2026-01-05T14:00:00Z');
    const date = toMatchDate(now);
    const leaseMs = 90_000;
    const first = ensurePresent(await runs.acquireLease({ date, workerId: 'dead', now, leaseMs: 1 }), 'the run');
    await leaveTransactionOpen('pipeline_runs', first.id);
    const askedAt = Date.now();
    const taken = await runs.acquireLease({ date, workerId: 'next', now, leaseMs });
    const waitedMs = Date.now() - askedAt;
    // From the end of the wait on, not from its beginning.
    expect((taken?.leaseExpiresAt?.getTime() ?? 0) - askedAt - leaseMs).toBeGreaterThan(waitedMs / 2);
  },
);
