import type { Agent } from '@coliseum/domain/agent';
import type { Bet } from '@coliseum/domain/bet';
import type { DailyBatch } from '@coliseum/domain/daily-batch';
import type { ArenaEvent } from '@coliseum/domain/event';
import type { PersonaWeek } from '@coliseum/domain/persona';
import type { PipelineRun } from '@coliseum/domain/pipeline-run';
import type { Receipt } from '@coliseum/domain/receipt';
import type { ArenaReads } from '../read-models/arena-reads.ts';

/** The data behind {@link createMemoryReads}; tests change it in place. */
export type MemoryArena = {
  agents: Agent[];
  batches: DailyBatch[];
  events: ArenaEvent[];
  bets: Bet[];
  receipts: Receipt[];
  runs: PipelineRun[];
  persona: PersonaWeek | null;
};

export function createEmptyArena(): MemoryArena {
  return { agents: [], batches: [], events: [], bets: [], receipts: [], runs: [], persona: null };
}

/** The reads of the repositories on plain arrays, in the order the repositories promise. */
export function createMemoryReads(arena: MemoryArena): ArenaReads {
  const listNewestBatches = () => arena.batches.toSorted((a, b) => (a.date < b.date ? 1 : -1));
  const find = async <T extends { readonly id: string }>(items: readonly T[], id: string) =>
    items.find((item) => item.id === id) ?? null;
  return {
    agents: { list: async () => [...arena.agents] },
    batches: {
      list: async ({ limit, offset }) => listNewestBatches().slice(offset, offset + limit),
      listByDates: async (dates) => arena.batches.filter(({ date }) => dates.includes(date)),
      count: async () => arena.batches.length,
      findLatest: async () => listNewestBatches()[0] ?? null,
      findById: (id) => find(arena.batches, id),
    },
    events: {
      findById: (id) => find(arena.events, id),
      findManyByIds: async (ids) => arena.events.filter(({ id }) => ids.includes(id)),
      listByBatch: async (batchId) => arena.events.filter((event) => event.batchId === batchId),
      listSettledSince: async (at) => arena.events.filter(({ settledAt }) => settledAt !== null && settledAt >= at),
      listUnsettled: async () =>
        arena.events
          .filter(({ status }) => status !== 'settled')
          .toSorted((a, b) => a.closeTime.getTime() - b.closeTime.getTime()),
    },
    bets: {
      listByEvent: async (eventId) => arena.bets.filter((bet) => bet.eventId === eventId),
      listByBatches: async (batchIds) => arena.bets.filter(({ batchId }) => batchIds.includes(batchId)),
    },
    personas: { findActive: async () => arena.persona },
    receipts: { listByDates: async (dates) => arena.receipts.filter(({ date }) => dates.includes(date)) },
    runs: { list: async ({ limit, offset }) => arena.runs.slice(offset, offset + limit) },
  };
}
