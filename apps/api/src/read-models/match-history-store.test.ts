import { expect, test } from 'vitest';
import { createMemoryReads, type MemoryArena } from '../testing/memory-reads.ts';
import { createSampleArena } from '../testing/sample-arena.ts';
import {
  createSampleAgent,
  createSampleBatch,
  createSampleBet,
  createSampleEvent,
  createSampleId,
  settleSample,
} from '../testing/sample-models.ts';
import type { ArenaReads } from './arena-reads.ts';
import { createMatchHistoryStore } from './match-history-store.ts';

const clock = { now: () => new Date('2026-03-05T00:00:00.000Z') };

/** Reads that count the bets they return. */
function createCountingReads(arena: MemoryArena): { readonly reads: ArenaReads; readonly betsRead: () => number } {
  const reads = createMemoryReads(arena);
  let count = 0;
  const countRows = async <T>(rows: Promise<T[]>): Promise<T[]> => {
    const result = await rows;
    count += result.length;
    return result;
  };
  const bets = {
    ...reads.bets,
    listByEvent: (eventId: string) => countRows(reads.bets.listByEvent(eventId)),
    listSummariesByBatches: (batchIds: readonly string[]) => countRows(reads.bets.listSummariesByBatches(batchIds)),
  };
  return { reads: { ...reads, bets }, betsRead: () => count };
}

function settleThirdMatch(arena: MemoryArena): void {
  const index = arena.events.findIndex(({ id }) => id === createSampleId('e', 3));
  const event = arena.events[index] ?? createSampleEvent(3, createSampleBatch(2, '2026-03-03'));
  const end = { value: '0.00', settledAt: '2026-03-04T00:00:00.000Z', pnlCents: { [createSampleId('c', 5)]: -10_000 } };
  const settled = settleSample(
    event,
    arena.bets.filter(({ eventId }) => eventId === event.id),
    end,
  );
  arena.events[index] = settled.event;
  arena.bets = [...arena.bets.filter(({ eventId }) => eventId !== event.id), ...settled.bets];
}

test('a refresh without changes reads no bets and returns the same value', async () => {
  const { reads, betsRead } = createCountingReads(createSampleArena());
  const store = createMatchHistoryStore(reads, clock);
  const first = await store.current();
  expect(betsRead()).toBe(6);
  expect(await store.current()).toBe(first);
  expect(betsRead()).toBe(6);
});

test('after a settlement only the bets of that event are read again', async () => {
  const arena = createSampleArena();
  const { reads, betsRead } = createCountingReads(arena);
  const store = createMatchHistoryStore(reads, clock);
  const before = await store.current();
  settleThirdMatch(arena);
  const after = await store.current();
  expect(betsRead()).toBe(8);
  expect(after.at(-1)?.events[0]).toMatchObject({
    status: 'settled',
    outcome: 'NO',
    answers: [{ pnlCents: -10_000 }, {}],
  });
  expect(after[0]).toBe(before[0]);
});

test('an amended event is read again', async () => {
  const arena = createSampleArena();
  const { reads, betsRead } = createCountingReads(arena);
  const store = createMatchHistoryStore(reads, clock);
  const before = await store.current();
  const amendment = { at: clock.now(), previousOutcome: 'YES', previousValue: '1.00' } as const;
  arena.events = arena.events.map((event) =>
    event.id === createSampleId('e', 1)
      ? { ...event, outcome: 'NO', settlementValue: '0.00', amendments: [amendment] }
      : event,
  );
  expect(before[0]?.events[0]).toMatchObject({ outcome: 'YES' });
  const known = await store.current();
  expect(known[0]?.events[0]).toMatchObject({ outcome: 'NO', amendments: 1 });
  expect(betsRead()).toBe(9);
  expect(await store.current()).toBe(known);
  expect(betsRead()).toBe(9);
});

test('new days are found wherever they fall between the known ones', async () => {
  const arena = createSampleArena();
  const { reads, betsRead } = createCountingReads(arena);
  const store = createMatchHistoryStore(reads, clock);
  await store.current();
  const batches = Array.from({ length: 25 }, (_, index) =>
    createSampleBatch(100 + index, `2026-02-${String(index + 1).padStart(2, '0')}`),
  );
  arena.batches.push(...batches, createSampleBatch(200, '2026-03-09'));
  const history = await store.current();
  expect(history).toHaveLength(28);
  expect(history.map(({ date }) => date)).toEqual(history.map(({ date }) => date).toSorted());
  expect(betsRead()).toBe(6);
});

test('a database that was replaced at the same address is read from scratch', async () => {
  const arena = createSampleArena();
  const store = createMatchHistoryStore(createMemoryReads(arena), clock);
  await store.current();
  const batch = createSampleBatch(50, '2026-05-01');
  const event = createSampleEvent(50, batch);
  Object.assign(arena, { batches: [batch], events: [event], bets: [createSampleBet(50, event, createSampleAgent(1))] });
  expect((await store.current()).map(({ date }) => date)).toEqual(['2026-05-01']);
});

test('calls during a refresh share the next one, which sees everything committed before them', async () => {
  const arena = createSampleArena();
  const store = createMatchHistoryStore(createMemoryReads(arena), clock);
  const early = store.current();
  arena.batches.push(createSampleBatch(60, '2026-03-10'));
  const [second, third] = [store.current(), store.current()];
  expect(second).toBe(third);
  await early;
  expect((await second).at(-1)?.date).toBe('2026-03-10');
});

test('a failed refresh does not break later ones', async () => {
  const reads = createMemoryReads(createSampleArena());
  let isDown = true;
  const count = async () => {
    if (isDown) throw new Error('down');
    return reads.batches.count();
  };
  const store = createMatchHistoryStore({ ...reads, batches: { ...reads.batches, count } }, clock);
  const failing = store.current();
  const next = store.current();
  await expect(failing).rejects.toThrow('down');
  await expect(next).rejects.toThrow('down');
  isDown = false;
  expect(await store.current()).toHaveLength(2);
});
