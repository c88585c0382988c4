import { collect } from '@coliseum/db/testing/sample-model';
import type { OutcomeReceipt } from '@coliseum/domain/outcome-receipt';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { amendEvent } from '../amendments/amend-event.ts';
import { runDay } from '../pipeline/run-day.ts';
import { postSettlement } from '../settlement/post-settlement.ts';
import { startTestArena, type TestArena } from '../testing/start-test-arena.ts';
import { verifyOutcomes } from './verify-outcomes.ts';

const DAY = '2026-03-02';
const YES = { kind: 'value', valueMicros: 1_000_000 } as const;
const NO = { kind: 'value', valueMicros: 0 } as const;

let arena: TestArena;

beforeAll(async () => {
  arena = await startTestArena({ MONGODB_URL: process.env['MONGODB_URL'] });
  arena.moveTo(new Date(`${DAY}T14:00:00Z`));
  await runDay(arena.context, DAY);
  arena.moveTo(new Date('2026-03-04T00:00:00Z'));
});
afterAll(async () => {
  await arena.close();
});

async function listEvents() {
  const batch = await arena.database.batches.findByDate(DAY);
  return await arena.database.events.listByBatch(batch?.id ?? '');
}

const settle = async (event: Awaited<ReturnType<typeof listEvents>>[number], outcome: typeof YES | typeof NO) =>
  await postSettlement(arena.context, event, outcome, 'event_settled');

test('settlements at once, a void and amendments make one chain, which holds', async () => {
  const [first, second, third, fourth] = await listEvents();
  if (!first || !second || !third || !fourth) throw new Error('no events');
  await Promise.all([settle(first, YES), settle(second, NO), settle(third, YES)]);
  const voided = { ...fourth, voidReason: 'The exchange is gone.' };
  await postSettlement(arena.context, voided, { kind: 'void' }, 'event_voided');
  await amendEvent(arena.context, first.id, NO);
  await amendEvent(arena.context, first.id, YES);
  const report = await verifyOutcomes(arena.database);
  expect(report).toMatchObject({ ok: true, verified: 6, earlierEvents: 0, head: { sequence: 6 }, broken: null });
});

test('an outcome, a void reason and a sum that were changed afterwards are found', async () => {
  const [first, second, , fourth] = await listEvents();
  if (!first || !second || !fourth) throw new Error('no events');
  for (const [event, change] of [
    [second, { outcome: 'YES', settlementValue: '1' }],
    [first, { amendments: first.amendments.slice(1) }],
    [fourth, { voidReason: 'Another.' }],
  ] as const) {
    await arena.database.events.update({ ...event, ...change });
    const { broken } = await verifyOutcomes(arena.database);
    await arena.database.events.update(event);
    expect(broken).toMatchObject({ kind: 'content_changed', eventId: event.id });
  }
  const entries = await arena.database.ledger.listByEvent(second.id);
  const ledger = {
    listByEvent: async (eventId: string) => {
      if (eventId !== second.id) return await arena.database.ledger.listByEvent(eventId);
      return entries.map((entry) => ({ ...entry, equityAfterCents: entry.equityAfterCents + 1 }));
    },
  };
  const { broken } = await verifyOutcomes({ ...arena.database, ledger });
  expect(broken).toMatchObject({ kind: 'content_changed', eventId: second.id });
});

test('a receipt that is gone is missed, in the chain and at its end', async () => {
  const receipts = await collect(arena.database.outcomeReceipts.stream());
  const streamWithout = (sequence: number) => ({
    stream: () => streamItems(receipts.filter((receipt) => receipt.sequence !== sequence)),
  });
  for (const [sequence, place] of [
    [2, 2],
    [6, null],
  ] as const) {
    const report = await verifyOutcomes({ ...arena.database, outcomeReceipts: streamWithout(sequence) });
    expect(report).toMatchObject({ ok: false, broken: { kind: 'receipt_missing', sequence: place } });
  }
});

test('events that were settled before the chain began are counted and no failure', async () => {
  const none = { stream: () => streamItems<OutcomeReceipt>([]) };
  const report = await verifyOutcomes({ ...arena.database, outcomeReceipts: none });
  expect(report).toMatchObject({ ok: true, verified: 0, earlierEvents: 4, head: null });
});

async function* streamItems<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
