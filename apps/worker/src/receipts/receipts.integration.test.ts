import { sampleChain } from '@coliseum/receipts/testing/arbitrary-chain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runDay } from '../pipeline/run-day.ts';
import { settleDue } from '../settlement/settle-due.ts';
import { startTestArena, type TestArena } from '../testing/start-test-arena.ts';
import { verifyReceipts } from './verify-receipts.ts';

let arena: TestArena;

beforeAll(async () => {
  arena = await startTestArena({ MONGODB_URL: process.env['MONGODB_URL'] });
});
afterAll(async () => {
  await arena.close();
});

test('the commit of a day creates its receipt, and settlement does not invalidate it', async () => {
  for (const day of ['2026-03-02', '2026-03-03']) {
    arena.moveTo(new Date(`${day}T14:00:00Z`));
    await runDay(arena.context, day);
    const [receipt] = await arena.database.receipts.listByDates([day]);
    const batch = await arena.database.batches.findByDate(day);
    expect(receipt).toMatchObject({ batchId: batch?.id, createdAt: batch?.createdAt });
  }
  // After the longest wait for a value: a scalar market without one is void by then.
  arena.moveTo(new Date('2026-03-20T00:00:00Z'));
  expect(await settleDue(arena.context, () => {})).toMatchObject({ settled: 10 });
  const report = await verifyReceipts(arena.database, () => {});
  expect(report).toMatchObject({ ok: true, verified: 2, head: { sequence: 2, date: '2026-03-03' }, broken: null });
});

test('one prompt changed in the database breaks the chain at its day', async () => {
  const batch = await arena.database.batches.findByDate('2026-03-02');
  const [bet] = await arena.database.bets.listByBatch(batch?.id ?? '');
  if (bet === undefined) throw new Error('no bet');
  await arena.database.bets.updateMany([{ ...bet, promptUser: `${bet.promptUser} ` }]);
  const { broken } = await verifyReceipts(arena.database, () => {});
  await arena.database.bets.updateMany([bet]);
  expect(broken).toMatchObject({ kind: 'content_changed', date: '2026-03-02', sequence: 1 });
});

test('any valid document has the same hash after a round trip through the database', async () => {
  const fresh = await startTestArena({ MONGODB_URL: process.env['MONGODB_URL'] });
  try {
    const cutInHalf = { rejectedOutput: 'an emoji cut in half \ud83d', confidence: 72.5 };
    const { agents, personas, batches, events, bets, receipts, runs, droppedCalls } = sampleChain(11, cutInHalf);
    const { database } = fresh;
    await database.agents.insertMany(agents);
    for (const persona of personas) await database.personas.activate(persona);
    for (const batch of batches) await database.batches.insert(batch);
    await database.events.insertMany(events);
    await database.bets.insertMany(bets);
    for (const receipt of receipts) await database.receipts.insert(receipt);
    await database.paidCalls.insertMany(droppedCalls);
    for (const run of runs) {
      const lease = { date: run.date, workerId: 'test', now: new Date(), leaseMs: 60_000 };
      const held = await database.runs.acquireLease(lease);
      await database.runs.updateHeld({ ...run, id: held?.id ?? '', leaseOwner: null }, 'test');
    }
    expect(await verifyReceipts(database, () => {})).toMatchObject({ ok: true, verified: 3 });
  } finally {
    await fresh.close();
  }
});
